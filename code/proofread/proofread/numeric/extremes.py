"""Where a function of a number, a vector or a matrix is smallest or largest."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import sympy as sp

from ..judgments import NoValue
from .reader import Numeric, number, real
from .search import EVEN, NotFound, golden_section, quasi_newton, rival

STARTS = 3
LARGE, FAR = 1e6, 100  # a value, and how far out a search has run away
APART, MOST = 1e-3, 4  # how far apart places are, and how many entries are shown
END = 1e-6  # of an interval: nearer to an end there is no extreme
CELL = 1e-2  # of half an interval: a step from its end
WORDS = {1: "minimum", -1: "maximum"}


class Unended(NoValue):
    """A search that ended at an end of its interval which nobody stated.

    place, height: that end, and how high sign * f is there.
    """

    def __init__(self, said: str, place: float, height: float) -> None:
        super().__init__(said)
        self.place, self.height = place, height


class Several(NoValue):
    """Two places that are as good as each other, and better than all others found."""

    def __init__(self, said: str, *places: Any) -> None:
        super().__init__(said)
        self.places = places


Projection = Callable[[Any], Any]


class Low(NamedTuple):
    """How low a local minimum is, and where."""

    height: float
    place: Any


def array_search(
    read: Numeric,
    f: Any,
    x: Any,
    sign: int,
    project: Projection | None = None,
    *,
    alone: bool = False,
) -> Any:
    """The vector or matrix at which sign * f has the best local minimum found.

    project: onto what x is known to be, so that a complex step passes through.
    alone: NoValue where another place is as good.
    """
    shape = tuple(map(read.count, x.shape))

    def placed(v: Any) -> Any:
        point = np.reshape(v, shape)
        return project(point) if project else point

    def value(reader: Numeric, v: Any) -> Any:
        return sign * number(reader.within({x: placed(v)})(f))

    rng = np.random.default_rng(len(str(f)))
    starts = [rng.normal(size=shape).ravel() for _ in range(STARTS)]
    return placed(_lowest(*_searched(read, value, starts), sign, alone=alone))


def _searched(
    read: Numeric, value: Callable[[Numeric, Any], Any], starts: list[Any]
) -> tuple[list[Low], list[NotFound]]:
    """The local minima found from some starts, and where other searches ended."""
    flat = sp.Dummy("flat")

    def height(v: Any) -> float:
        return real(value(read, v))

    def slope(v: Any) -> Any:
        reader = read.within({flat: np.asarray(v)})

        def moved(reader: Numeric) -> Any:
            return value(reader, reader.values[flat])

        return np.array([float(reader.slope(moved, flat, (k,))) for k in range(v.size)])

    found, lost = list[Low](), list[NotFound]()
    for v in starts:
        try:
            place = quasi_newton(height, slope, v)
            found.append(Low(height(place), place))
        except NotFound as error:  # where the function only depends on a direction
            lost.append(error)
    return found, lost


def _lowest(found: list[Low], lost: list[NotFound], sign: int, *, alone: bool) -> Any:
    """The lowest place found, if no search ended lower."""
    best = min(found, key=lambda low: low.height, default=None)
    lower = min(lost, key=lambda error: error.height, default=None)
    if lower and (best is None or best.height > lower.height):
        raise NoValue(f"the function has no {WORDS[sign]} found: {_told(lower, sign)}")
    assert best is not None  # every search ends somewhere
    if alone and (other := next((q for q in found if _is_rival(q, best)), None)):
        where = f"at {_listed(best.place)} and at {_listed(other.place)}"
        said = f"the {WORDS[sign]} is not unique: it is {where}"
        raise Several(said, best.place, other.place)
    return best.place


def _is_rival(other: Low, best: Low) -> bool:
    """Whether another place is as low as the best."""
    even = other.height - best.height <= EVEN * max(1.0, abs(best.height))
    far = np.linalg.norm(other.place - best.place)
    return even and bool(far > APART * max(1.0, np.linalg.norm(best.place)))


def _told(lost: NotFound, sign: int) -> str:
    """Where a search for the extreme went instead."""
    value, size = sign * lost.height, float(np.linalg.norm(lost.at))
    way = "falls" if sign > 0 else "grows"
    if abs(value) > LARGE:
        return f"it {way} without bound along {_listed(lost.at / size)}"
    if size > FAR:
        return (
            f"it {way} still, to {value:.4g}, far out along {_listed(lost.at / size)}"
        )
    return f"it is too flat around {_listed(lost.at)} to tell where"


def _listed(v: Any) -> str:
    """The entries of a place, but of a long one."""
    shown = [f"{round(float(a), 12) + 0.0:.3g}" for a in v[:MOST]]
    return f"({', '.join([*shown, *(['…'] if v.size > MOST else [])])})"


def scalar_search(
    read: Numeric, f: Any, x: Any, sign: int, *, alone: bool = False
) -> float:
    """The number in its bracket at which sign * f is smallest.

    alone: raises Several where another place is as good.  Unended where there is none.
    """

    @cache
    def height(v: float) -> float:
        return sign * real(read.within({x: v})(f))

    ends = _bracket(read, x)
    best = golden_section(height, *ends)
    inside = x in read.brackets or not _is_end(best, *ends)
    if not inside and _still_falls(height, best, *ends):
        where = f"between {ends[0]:g} and {ends[1]:g}"
        more = "a domain says where else to look"
        said = f"there is no {WORDS[sign]} {where}: {more}"
        raise Unended(said, best, height(best))
    other = rival(height, *ends, best) if alone and inside else None
    if other is not None and (x in read.brackets or not _is_end(other, *ends)):
        where = f"at {best:.4g} and at {other:.4g}"
        raise Several(f"the {WORDS[sign]} is not unique: it is {where}", best, other)
    return best


def _is_end(place: float, low: float, high: float) -> bool:
    """Whether a place is at an end of an interval."""
    return min(place - low, high - place) < END * (high - low)


def _still_falls(
    height: Callable[[float], float], end: float, low: float, high: float
) -> bool:
    """Whether a function is lower at an end of an interval than a step before it."""
    before = end + CELL * ((low + high) / 2 - end)
    here = height(end)
    return is_lower(here, height(before))


def is_lower(height: float, other: float) -> bool:
    """Whether a height is lower than another, and not for rounding."""
    return height < other - EVEN * max(1.0, abs(height))


def _bracket(read: Numeric, x: Any) -> tuple[float, float]:
    default = (1e-3, 20.0) if x.is_positive else (-10.0, 10.0)
    return read.brackets.get(x, default)
