"""The mean of a number where something is known of what is random."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..declaration import Declaration, Indexed, declare
from ..distributions import Bernoulli, Binomial, Random
from ..methods import Method
from ..node import ScalarNode, shape
from ..numeric.chance import mean
from ..numeric.events import mean_where
from ..numeric.reader import Numeric
from ..printing.binding import Tex, bracket
from ..printing.book import Book
from ..slips import Slip
from ..symbolic.moments import exact_mean, mass
from ..symbolic.reader import Symbolic, Undecided, scalar
from .hypotheses import Relation
from .known_entries import (
    mean_beside,
    mean_beside_equations,
    measured_beside,
    normal_entry,
)
from .means import Expectation


class ConditionalExpectation(ScalarNode):
    """ConditionalExpectation(e, given): the mean of e by what is given.

    given: a random number, or several in a tuple, that are held while the mean is taken
    over every other one, so that it is random itself; or a relation between numbers of
    which some are random, an event.  Of a vector that is `MultivariateNormal` the event
    may be that one of its entries is a number: equal(x[1, 0], t).
    """


def held(e: Any) -> tuple[Any, ...]:
    """The random numbers that are given; none of an event."""
    known = e.args[1]
    if isinstance(known, Relation):
        return ()
    return tuple(known) if isinstance(known, sp.Tuple) else (known,)


def _fits(e: Any) -> bool:
    value, known = e.args
    if isinstance(known, Relation):
        return not any(map(shape, (value, known.lhs, known.rhs)))
    names = all(isinstance(q, Random) and isinstance(q, sp.Symbol) for q in held(e))
    return bool(held(e)) and names and not shape(value)


def _require(e: Any) -> None:
    if not _fits(e):
        raise ValueError("what is given is random numbers by name, or a relation")


def _gap(known: Any) -> Any:
    """What is positive in an event that is an order."""
    above = known.op in (">", ">=")
    return known.lhs - known.rhs if above else known.rhs - known.lhs


def _symbolic(read: Symbolic, e: Any) -> Any:
    _require(e)
    value, known = e.args
    number = scalar(read(value))
    if not isinstance(known, Relation):
        return exact_mean(read, number, held=map(read, held(e)))
    if normal := normal_entry(known):
        return mean_beside(read, number, *normal)
    gap = scalar(read(_gap(known)))
    met = [s for s in read.distributions if number.has(s) or gap.has(s)]
    if not all(_is_count(read, s) for s in met):
        raise Undecided(
            "a mean by an event that is known of other than possible counts"
        )
    return _over_counts(read, (number, gap, known.op), met)


def _over_counts(read: Symbolic, event: tuple[Any, Any, str], met: list[Any]) -> Any:
    """The mean of a number where its gap is met, over all counts."""
    number, gap, op = event
    total, share = sp.S.Zero, sp.S.Zero
    tops = [read.size(read.distributions[s].support[1]) for s in met]
    for at in itertools.product(*(range(top + 1) for top in tops)):
        point = {s: sp.Integer(k) for s, k in zip(met, at, strict=True)}
        if _is_met(gap.xreplace(point), op):
            weight = sp.Mul(*(mass(read, s, k) for s, k in point.items()))
            total += weight * number.xreplace(point)
            share += weight
    if share == 0:
        raise Undecided("an event that never is")
    return total / share


def _is_count(read: Symbolic, s: Any) -> bool:
    """Whether a random number is one of so many whole numbers, each possible."""
    law = read.distributions[s]
    if not isinstance(law, Bernoulli | Binomial):
        return False
    p, top = read(law.args[-1]), read(law.support[1])
    low, high = read.ranges.get(p, (-1, -1))
    proper = 0 < p < 1 if p.is_number else 0 <= low < high <= 1
    return bool(proper) and top.is_Integer


def _is_met(gap: Any, op: str) -> bool:
    """Whether an event is met, by the gap between its sides."""
    if not gap.is_number:
        raise Undecided(f"whether {gap} {op} 0")
    if op == "=":
        return bool(gap == 0)
    return bool(gap > 0 or (op in ("<=", ">=") and gap == 0))


def _numeric(read: Numeric, e: Any) -> Any:
    _require(e)
    value, known = e.args
    if not isinstance(known, Relation):
        return mean(read, value, held=held(e))
    if normal := normal_entry(known):
        return measured_beside(read, value, *normal)
    return mean_where(read, value, _gap(known), known.op)


def _latex(book: Book, e: Any) -> Tex:
    value, known = e.args
    shown = book.tex(known) if not held(e) else ", ".join(map(book.tex, held(e)))
    inner = r" \mid ".join((book.tex(value), shown))
    return Tex(rf"\mathbb{{E}}{bracket(inner, '[]')}")


def _slips(e: Any) -> Iterator[Slip]:
    yield "drop condition", Expectation(e.args[0])


declare(
    ConditionalExpectation,
    Declaration(
        symbolic=_symbolic,
        numeric=_numeric,
        latex=_latex,
        measured=Method.QUADRATURE,
        slips=_slips,
        wordy=False,
        indexed=Indexed(equations=mean_beside_equations),
    ),
)
