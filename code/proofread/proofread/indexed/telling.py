"""A proof as a reader sees it: line by line, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import sympy as sp

from .. import inductions
from ..bundle import ProofLine
from ..nodes.entries import Entry
from ..nodes.slopes import Slope
from ..printing import latex
from .line import nodes_in, replaced
from .meanings import BY_ENTRIES, DERIVED, DETERMINANTS, MEANT
from .proof import Induction, Proof, Step

LONG = 120  # nodes of a line: more than a reader takes in at a glance
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
    "cofactors": "a row times cofactors: the determinant for its own, 0 for another's",
    "plain": "zeros and ones left out",
    "logarithm": "the logarithm of a product of positive numbers",
    "root": "the power of a product",
    "absolute value": "an absolute value by its sign",
    "ends of a sum": "a sum taken apart at an end",
    "ends of a product": "its last factor apart",
    "reversal": "read from both ends, its terms cancel in pairs",
    "telescope": "a sum of differences",
    "limit": "the slope, as a limit",
    "pseudoinverse": "what a pseudoinverse is",
    "exponential": "what an exponential is",
    "product": "a product of matrices, shortened",
    "mean": "the mean is linear",
    "independence": "what is independent is averaged apart",
    "moment": "a mean of the distribution",
    "quantile": "a quantile of the distribution",
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
    for line, taken in zip(there[1:], steps, strict=True):
        shown = taken[0].induction
        told += [] if shown is None else _shown(taken[0], shown)
        last = taken == steps[-1]
        told += [
            ProofLine(latex(line), _reason(taken[0])) if last else _told(line, taken)
        ]
    return tuple(told)


def _shown(step: Step, induction: Induction) -> Iterator[ProofLine]:
    """What an induction shows, line by line: the equation for 1, and for k + 1."""
    k, n = induction.over
    letter = latex(k)
    parts = (
        (sp.S.One, induction.first, f"induction on ${letter}$: for ${letter} = 1$"),
        (n + 1, induction.onward, f"for ${letter} + 1$, where it holds for ${letter}$"),
    )
    for number, proof, told in parts:
        sides = inductions.at((step.old, step.new), k, n, number)
        yield ProofLine(" = ".join(map(latex, sides)), told, aside=True)
        chains = zip(sides, (proof.left, proof.right), strict=True)
        yield from lines_of(proof, [_lines(*chain, proof.free) for chain in chains])


def _lines(side: Any, steps: Iterable[Step], at: tuple[Any, ...]) -> list[Any]:
    """The lines from one side of an equation that an induction shows."""
    lines = [Entry(side, *at) if at else side]
    for step in steps:
        lines.append(replaced(lines[-1], step.old, step.new))
    return lines


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
    if step.rule in RULES:
        return RULES[step.rule]
    return TOLD[step.rule](step, old, new)


def _meant(step: Step, old: Any, new: Any) -> str:
    if isinstance(old, sp.Sum):
        return "a sum of one term"
    if isinstance(old, sp.Product):
        return "a product of one factor"
    return f"definition of {MEANT.get(_kind(old), 'an entry')}"


def _derived(step: Step, old: Any, new: Any) -> str:
    return "constant" if new == 0 else DERIVED.get(_kind(old), "the chain rule")


def _induced(step: Step, old: Any, new: Any) -> str:
    return f"induction on ${latex(step.induction.over[0])}$" if step.induction else ""


def _kind(old: Any) -> type:
    """What a step takes apart: the matrix of an entry, the term of a derivative."""
    whole = not isinstance(old, Entry) and _is_named(old)
    kind: type = (old if whole else old.args[0]).__class__
    return kind


def _is_named(old: Any) -> bool:
    return old.__class__ in MEANT or isinstance(old, (Slope, sp.MatrixExpr))


def _renamed(step: Step, old: Any, new: Any) -> str:
    pairs = zip(old.limits, new.limits, strict=True)
    names = [(latex(a), latex(b)) for (a, *_), (b, *_) in pairs]
    told = [f"${a}$ to ${b}$" for a, b in names if a != b]
    return f"rename {', '.join(told)}" if told else "another order of the sums"


TOLD: dict[str, Callable[[Step, Any, Any], str]] = {
    "definition": _meant,
    "where": lambda step, old, new: f"what ${latex(old)}$ stands for",
    "rename": _renamed,
    "derive": _derived,
    "determinant": lambda step, old, new: (
        f"the determinant of {DETERMINANTS.get(old.arg.__class__, BY_ENTRIES)}"
    ),
    "induction": _induced,
}
