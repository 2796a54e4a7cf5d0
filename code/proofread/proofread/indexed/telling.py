"""A proof as a reader sees it: line by line, each with its reason."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .. import nodes as nd
from ..bundle import ProofLine
from ..nodes.entries import Entry
from ..nodes.slopes import Slope
from ..printing import latex
from .line import nodes_in
from .proof import Proof, Step

LONG = 120  # nodes of a line: more than a reader takes in at a glance
MEANT: dict[type, str] = {
    sp.Transpose: "the transpose",
    sp.MatAdd: "a sum of matrices",
    sp.Add: "a sum of matrices",
    sp.MatMul: "the product",
    sp.Mul: "the product",
    sp.MatPow: "a power of a matrix",
    sp.Identity: "the identity matrix",
    sp.ZeroMatrix: "the zero matrix",
    sp.OneMatrix: "a matrix of ones",
    sp.HadamardProduct: "the entrywise product",
    nd.Diag: "a diagonal matrix",
    nd.DiagonalOf: "the diagonal",
    nd.Column: "a column",
    nd.Row: "a row",
    nd.BasisVector: "a basis vector",
    nd.Components: "a vector by its components",
    nd.Elementwise: "a function of every entry",
    nd.Grad: "the gradient",
    nd.Jacobian: "the Jacobian",
    nd.HessianMatrix: "the Hessian",
    nd.MatrixExpectation: "a mean, entry by entry",
    nd.Variance: "the variance",
    nd.Covariance: "the covariance",
    nd.MatrixCovariance: "covariances, entry by entry",
    nd.Differential: "the differential",
    nd.MatrixDifferential: "the differential",
    sp.Sum: "a sum of matrices",
    sp.Trace: "the trace",
    nd.Dot: "the inner product",
    nd.SquaredNorm: "the squared norm",
    nd.FrobeniusNorm: "the Frobenius norm",
    nd.Norm: "the norm",
    sp.Subs: "the value at a place",
    sp.Derivative: "the derivative",
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
    "root": "the power of a product",
    "telescope": "a sum of differences",
    "mean": "the mean is linear",
    "independence": "what is independent is averaged apart",
    "moment": "a mean of the distribution",
}
DERIVED: dict[type, str] = {
    sp.Add: "the sum rule",
    sp.Mul: "the product rule",
    sp.Sum: "the sum rule",
    sp.Pow: "the power rule",
    nd.Entry: "an entry by an entry",
    sp.Indexed: "an entry by an entry",
}


def lines_of(proof: Proof, lines: list[list[Any]]) -> tuple[ProofLine, ...]:
    """From the left side to the right one; the reason of each line is its own step.

    lines: as the checker made them, from either side.
    """
    left, right = lines
    there = [*left, *right[-2::-1]]
    steps = [(s, s.old, s.new) for s in proof.left]
    steps += [(s, s.new, s.old) for s in reversed(proof.right)]
    told = [ProofLine(latex(there[0]), "")]
    told += [_told(*pair) for pair in zip(there[1:-1], steps[:-1], strict=True)]
    told += [ProofLine(latex(there[-1]), _reason(s)) for s, *_ in steps[-1:]]
    return tuple(told)


def _told(line: Any, taken: tuple[Step, Any, Any]) -> ProofLine:
    """A line and its reason; of a long line, what is replaced in it and by what."""
    step, before, after = taken
    changed = nodes_in(before) + nodes_in(after)
    if nodes_in(line) > max(LONG, changed):
        part = f"{latex(before)} = {latex(after)}"
        return ProofLine(part, _reason(step), within=True)
    return ProofLine(latex(line), _reason(step))


def _reason(step: Step) -> str:
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


def _kind(old: Any) -> type:
    """What a step takes apart: the matrix of an entry, the term of a derivative."""
    whole = not isinstance(old, Entry) and _is_named(old)
    kind: type = (old if whole else old.args[0]).__class__
    return kind


def _is_named(old: Any) -> bool:
    return old.__class__ in MEANT or isinstance(old, (Slope, sp.MatrixExpr))


def _renamed(old: Any, new: Any) -> str:
    pairs = zip(old.limits, new.limits, strict=True)
    told = [f"${latex(a)}$ to ${latex(b)}$" for (a, *_), (b, *_) in pairs if a != b]
    return f"rename {', '.join(told)}" if told else "another order of the sums"
