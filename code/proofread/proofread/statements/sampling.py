"""What a statement's formulas are worth at three points, to read them back by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

import numpy as np
import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from ..assuming import Assumed
from ..binding import free
from ..claim import Claim
from ..definitions import Definitions
from ..distributions import Random
from ..judgments import NoValue
from ..nodes import Entry, Property
from ..numeric import Numeric, number
from ..points import near, reader_at
from ..reading.probing import Probing
from ..samples import Numbers, Said, Sample
from ..scope import free_indices
from ..sizes import SMALLEST
from ..work import OutOfWork
from .naming import key_of, names, values_of

POINTS = 3
INDEXED = sp.Indexed, Entry, MatrixElement
NO_VALUE = ArithmeticError, LookupError, NotImplementedError, TypeError, ValueError


Lines = Sequence[tuple[str, Sequence[Any]]]
Pairs = Iterable[tuple[Any, Any]]
Drawn = tuple[Mapping[Any, Any], Mapping[Any, tuple[float, float]]]
Draws = Callable[[Claim, int, Sequence[Any]], Drawn]


def sample(
    claim: Claim,
    lines: Lines,
    inline: Pairs,
    also: Pairs = (),
    assumed: Sequence[Assumed] = (),
) -> Sample | None:
    """A statement at three points; None where it can be evaluated at none.

    lines: the relation of each displayed line and its sides.  also: what is being
    defined.  assumed: what the statement rests on besides its hypotheses.
    """
    try:
        return _sample(claim, lines, list(inline), list(also), assumed)
    except (*NO_VALUE, NoValue, OutOfWork):
        return None


def _sample(
    claim: Claim, lines: Lines, inline: Pairs, also: Pairs, assumed: Sequence[Assumed]
) -> Sample:
    """At positive values where others give no number.

    Of the third point, the numbers are those of the first with the other sign, where
    nothing is assumed of them, and indices are equal: else a modulus could be lost
    unseen, or what stands beside a δ.
    """
    sides = [side for _, pair in lines for side in pair]
    terms = [q for each in assumed for q in each.terms]
    stated = (*claim.expressions(), *sides, *_sharp(claim), *terms)
    made: list[Sample] = []
    for draws in (_mirrored, _drawn, _positive):
        points = [_point(claim, k, stated, also, draws) for k in range(POINTS)]
        said = tuple(_said(points, sign, pair) for sign, pair in lines)
        under = tuple(_conditions(claim, sides, inline, points, assumed))
        made.append(Sample(tuple(names(stated, points)), said, under))
        if not _without_number(made[-1]):
            break
    return min(made, key=_without_number)


def _without_number(found: Sample) -> int:
    """How many terms have no number."""
    said = (*found.lines, *found.conditions)
    return sum(not values for formula in said for values in formula.terms)


def _sharp(claim: Claim) -> list[Any]:
    return [q for pair in claim.equality.items() for q in pair]


def _point(
    claim: Claim, point: int, stated: Sequence[Any], also: Pairs, draws: Draws
) -> Numeric:
    """A reader at a point where every index and every random name has a value too."""
    values, domains = draws(claim, point, stated)
    read = Probing(values, Definitions([*claim.where, *also]), domains)
    rng = claim.rng(500 + point)
    together = draws is _mirrored and point == POINTS - 1
    held = read.definitions.atoms(sp.Tuple(*stated), sp.Idx, Random)
    for a in _places(claim, read, stated):
        read.hold(a, float(1 + abs(int(read.values.get(a, 0))) % SMALLEST))
    for a in sorted(held, key=str):
        if isinstance(a, sp.Idx):
            low, high = read.count(a.lower), read.count(a.upper)
            read.hold(a, float(min(low + 1, high)))
            if not together:
                read.hold(a, float(rng.integers(low, high + 1)))
        else:
            shape = tuple(map(read.count, getattr(a, "shape", ())))
            read.hold(a, rng.normal(size=shape))
    return read


def _places(claim: Claim, read: Numeric, stated: Sequence[Any]) -> set[Any]:
    """Names of places in what is indexed: their values may not be beyond its end."""
    indexed = read.definitions.atoms(sp.Tuple(*stated), *INDEXED)
    named = {s for q in indexed for k in q.args[1:] for s in k.free_symbols}
    names = free(sp.Tuple(*stated)) - read.values.keys()
    only = {s for s in names if type(s) is sp.Symbol and s.is_integer}
    return ((named & read.values.keys()) | only) - claim.sizes.keys()


def _drawn(claim: Claim, point: int, stated: Sequence[Any]) -> Drawn:
    """Values as the claim is measured at."""
    read = reader_at(claim, near(point), stated)
    return read.values, read.brackets


def _mirrored(claim: Claim, point: int, stated: Sequence[Any]) -> Drawn:
    """The same, but for the last point."""
    if point < POINTS - 1 or claim.given:
        return _drawn(claim, point, stated)
    values, domains = _drawn(claim, 0, stated)

    def turns(name: Any) -> bool:
        free = isinstance(name, sp.Symbol) and name.is_nonnegative is None
        return free and not name.is_integer and name not in claim.domain

    return {n: -v if turns(n) else v for n, v in values.items()}, domains


def _positive(claim: Claim, point: int, stated: Sequence[Any]) -> Drawn:
    """The same without signs."""
    values, domains = _drawn(claim, point, stated)
    return {n: _magnitude(v) for n, v in values.items()}, domains


def _magnitude(value: Any) -> Any:
    """A number or an array without its signs; a function as it is."""
    return np.abs(cast(Any, value)) if isinstance(value, float | np.ndarray) else value


def _said(points: list[Numeric], relation: str, sides: Iterable[Any]) -> Said:
    return Said(relation, tuple(_values(points, side) for side in sides))


def _values(points: list[Numeric], e: Any) -> tuple[Numbers, ...]:
    """What an expression comes to at each point; nothing where it has no number."""
    try:
        with np.errstate(all="ignore"):
            found = [np.asarray(number(read(e)), dtype=complex) for read in points]
        made = tuple(map(Numbers.of, found))
    except (*NO_VALUE, NoValue):
        return ()
    return made if all(np.all(np.isfinite(value)) for value in found) else ()


def _conditions(
    claim: Claim,
    sides: Iterable[Any],
    inline: Pairs,
    points: list[Numeric],
    assumed: Iterable[Assumed],
) -> Iterator[Said]:
    """What each condition under the equation says, in the order they are set in."""
    shown = sp.Tuple(*sides)
    if free := sorted(free_indices(shown), key=str):
        yield _said(points, "for all", free)
    yield from (_said(points, "=", pair) for pair in inline)
    yield from (_distributed(points, random) for random in randoms(claim, shown))
    for hypothesis in claim.given:
        if isinstance(hypothesis, Property):
            yield _said(points, type(hypothesis).__name__, [hypothesis.symbol])
        else:
            yield _said(points, hypothesis.op, [hypothesis.lhs, hypothesis.rhs])
    yield from (_assumed(points, each) for each in assumed)
    yield from (_said(points, "=", pair) for pair in claim.equality.items())


def _distributed(points: list[Numeric], random: Any) -> Said:
    law = random.distribution
    terms = law.args if law.notation else [base[2] for base in law.args]
    return _said(points, type(law).__name__, [random, *terms])


def _assumed(points: list[Numeric], each: Assumed) -> Said:
    if each.bound is None and each.says != "between":
        keys = map(key_of, each.terms)
        return Said(each.says, tuple(tuple(values_of(key, points)) for key in keys))
    bound = () if each.bound is None else (each.bound,)
    return _said(points, each.says, [*each.terms, *bound])


def randoms(claim: Claim, shown: sp.Tuple) -> list[Any]:
    """The random variables, vectors and samples in what is shown, by name."""
    return sorted(claim.definitions.atoms(shown, Random), key=str)
