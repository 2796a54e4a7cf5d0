"""A proof as a reader sees it: line by line, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..bundle import ProofLine
from ..claim import Claim
from ..nodes.entries import Entry, Slope
from ..printing import latex
from .proof import Proof, Step

MEANT = {
    "Transpose": "the transpose",
    "MatAdd": "a sum of matrices",
    "Add": "a sum of matrices",
    "MatMul": "the product",
    "Mul": "the product",
    "MatPow": "a power of a matrix",
    "Identity": "the identity matrix",
    "ZeroMatrix": "the zero matrix",
    "OneMatrix": "a matrix of ones",
    "HadamardProduct": "the entrywise product",
    "Diag": "a diagonal matrix",
    "DiagonalOf": "the diagonal",
    "Column": "a column",
    "Row": "a row",
    "BasisVector": "a basis vector",
    "Components": "a vector by its components",
    "Elementwise": "a function of every entry",
    "Grad": "the gradient",
    "Jacobian": "the Jacobian",
    "HessianMatrix": "the Hessian",
    "Differential": "the differential",
    "MatrixDifferential": "the differential",
    "Sum": "a sum of matrices",
    "Trace": "the trace",
    "Dot": "the inner product",
    "SquaredNorm": "the squared norm",
    "FrobeniusNorm": "the Frobenius norm",
    "Norm": "the norm",
    "Subs": "the value at a place",
    "Derivative": "the derivative",
}
RULES = {
    "linearity": "a sum of sums, term by term",
    "split": "factors without the index, before the sum",
    "count": "equal terms, counted",
    "nest": "one sum over both indices",
    "ring": "arithmetic",
    "delta": "the delta takes out its index",
    "order of derivatives": "derivatives in another order",
    "hypothesis": "by hypothesis",
    "inverse": "a matrix times its inverse",
    "plain": "zeros and ones left out",
    "logarithm": "the logarithm of a product of positive numbers",
    "root": "the root of a product",
}
DERIVED = {
    "Add": "the sum rule",
    "Mul": "the product rule",
    "Sum": "the sum rule",
    "Pow": "the power rule",
    "Entry": "an entry by an entry",
    "Indexed": "an entry by an entry",
}


def lines_of(claim: Claim, proof: Proof) -> tuple[ProofLine, ...]:
    """From the left side to the right one; the reason of each line is its own step."""
    left = list(_lines(_start(claim.lhs, proof), proof.left))
    right = list(_lines(_start(claim.rhs, proof), proof.right))
    back = [term for term, _ in right][:-1][::-1]
    reasons = [step for _, step in right][1:][::-1]
    there = [*left, *zip(back, reasons, strict=True)]
    return tuple(ProofLine(latex(term), _reason(step)) for term, step in there)


def terms_of(claim: Claim, proof: Proof) -> Iterator[Any]:
    """Every line of a proof, from either side to where both meet."""
    for side, steps in zip(claim.sides, (proof.left, proof.right), strict=True):
        yield from (term for term, _ in _lines(_start(side, proof), steps))


def _start(side: Any, proof: Proof) -> Any:
    return Entry(side, *proof.free) if proof.free else side


def _lines(term: Any, steps: tuple[Step, ...]) -> Iterator[tuple[Any, Step | None]]:
    yield term, None
    for step in steps:
        term = term.xreplace({step.old: step.new})
        yield term, step


def _reason(step: Step | None) -> str:
    if step is None:
        return ""
    old, new = (step.new, step.old) if step.backward else (step.old, step.new)
    if step.rule == "definition":
        return f"definition of {MEANT.get(_kind(old), 'an entry')}"
    if step.rule == "where":
        return f"what ${latex(old)}$ stands for"
    if step.rule == "rename":
        return _renamed(old, new)
    if step.rule == "derive":
        return "constant" if new == 0 else DERIVED.get(_kind(old), "the chain rule")
    return RULES[step.rule]


def _kind(old: Any) -> str:
    """What a step takes apart: the matrix of an entry, the term of a derivative."""
    inside = old.args[0] if isinstance(old, Entry) or not _is_named(old) else old
    return type(inside).__name__


def _is_named(old: Any) -> bool:
    return type(old).__name__ in MEANT or isinstance(old, (Slope, sp.MatrixExpr))


def _renamed(old: Any, new: Any) -> str:
    pairs = zip(old.limits, new.limits, strict=True)
    told = [f"${latex(a)}$ to ${latex(b)}$" for (a, *_), (b, *_) in pairs if a != b]
    return f"rename {', '.join(told)}" if told else "another order of the sums"
