"""How a distribution on the line adds up, and where it has reached a probability.

The density is integrated by Gauss rules between the nodes of a double-exponential rule,
from either end, and the place is found between two of them by Newton's method, which
falls back on halving.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import sympy as sp

from ..distributions import Distribution
from ..work import spend
from .kinks import kinks
from .quadrature import far_rule, line_rule
from .reader import Numeric, number, real

AT = sp.Dummy("t", real=True)  # where a density is read
PATH, WEIGHTS = np.polynomial.legendre.leggauss(24)
WHOLE = 1e-11  # by how much a density may miss 1 in all
STEPS = 100  # of a search between two nodes
WORK = 300  # what a table is worth, in steps of reading


@dataclass(frozen=True)
class Table:
    """Places on the line, and how much of a distribution is below and above each."""

    density: Callable[[Any], Any]
    places: Any
    below: Any
    above: Any

    def between(self, a: Any, b: Any) -> Any:
        """How much lies between two places, or between each two of two arrays."""
        half = (np.asarray(b) - a) / 2
        nodes = (np.asarray(a) + half)[..., None] + half[..., None] * PATH
        return half * (self.density(nodes) @ WEIGHTS)


def table(read: Numeric, law: Distribution) -> Table:
    """How a distribution with a density adds up; ValueError where not to 1."""
    return read.once(law, _table)


def quantile(read: Numeric, law: Distribution, p: Any) -> Any:
    """Where there is a probability p below; ValueError unless 0 < p < 1.

    A complex step in p passes through, and none in a parameter.
    """
    if not 0 < real(p) < 1:
        raise ValueError(f"a quantile at {real(p):g}: say that 0 < p < 1 by a domain")
    known = table(read, law)
    x = _found(known, law, real(p))
    slope = 1 / float(known.density(np.array([x]))[0])
    if read.watch:  # of a rounded probability
        read.watch.amplified(slope, max(1.0, abs(x)))
    return x + 1j * np.imag(p) * slope if np.iscomplexobj(p) else x


def _found(known: Table, law: Distribution, p: float) -> float:
    """Where there is a probability below, counted from the nearer end."""
    if p <= 0.5:
        k = int(np.searchsorted(known.below, p))
        wanted = p - known.below[k - 1] if k else -1.0
    else:
        k = len(known.above) - int(np.searchsorted(known.above[::-1], 1 - p))
        inside = 0 < k < len(known.above)
        wanted = known.above[k - 1] - (1 - p) if inside else -1.0
    if not (0 < k < len(known.places) and wanted >= 0):
        raise ValueError(f"a quantile of {law} beyond where it is added up")
    return _place(known, k, wanted)


def _place(known: Table, k: int, wanted: float) -> float:
    """Where so much has been added since the place before the k-th."""
    start, high = known.places[k - 1], known.places[k]
    low, x = start, (start + high) / 2
    for _ in range(STEPS):
        gap = float(known.between(start, x)) - wanted
        low, high = (low, x) if gap > 0 else (x, high)
        slope = float(known.density(np.array([x]))[0])
        following = x - gap / slope if slope > 0 else low
        if not low < following < high:
            following = (low + high) / 2
        if abs(following - x) <= 4e-16 * abs(x):
            break
        x = following
    return float(x)


def _table(read: Numeric, law: Distribution) -> Table:
    """The same, from the density at the values of the parameters."""
    plain = Numeric(read.values, read.definitions)
    values = [number(plain(a)) for a in law.args]
    if any(np.iscomplexobj(v) and np.imag(v) for v in values):
        read.forbid_step()
    known = law.func(*(sp.Float(real(v)) for v in values))
    low, high = (float(end) for end in known.support)
    spend(WORK)
    nodes, _ = (far_rule if law.far else line_rule)(low, high)
    bent = kinks(plain, known.density(AT), AT, nodes)
    places = np.unique([*nodes, *bent, *(b for b in (low, high) if np.isfinite(b))])
    density = _density(known)
    made = Table(density, places, places, places)
    each = made.between(places[:-1], places[1:])
    below = np.concatenate([[0.0], np.cumsum(each)])
    above = np.concatenate([np.cumsum(each[::-1])[::-1], [0.0]])
    if np.min(each) < 0 or not abs(number(below[-1]) - 1) <= WHOLE:
        raise ValueError(f"{law} does not add up to 1 here")
    return Table(density, places, below, above)


def _density(law: Distribution) -> Callable[[Any], Any]:
    """The density at an array of places, and 0 where it has no value."""
    shown = sp.lambdify(AT, law.density(AT), "numpy")

    def density(t: Any) -> Any:
        with np.errstate(all="ignore"):
            found: Any = cast(Any, np).real_if_close(shown(t) + np.zeros_like(t))
        return np.where(np.isfinite(found), found, 0.0)

    return density
