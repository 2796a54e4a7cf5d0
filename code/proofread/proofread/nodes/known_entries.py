"""Means of a normal vector of which one entry is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from ..declaration import Equation
from ..distributions import Distribution
from ..numeric.chance import mean
from ..numeric.entries import random_entries
from ..numeric.joint import around_known
from ..numeric.quadrature import weighted
from ..numeric.reader import Numeric, real
from ..symbolic.joint import mean_by_moments, require_needs
from ..symbolic.moments import exact_mean
from ..symbolic.reader import Symbolic, Undecided, scalar
from .averages import randoms
from .entries import Entry
from .random_names import RandomVector
from .vector_laws import MultivariateNormal

Known = tuple[Any, Any, Any]  # a vector, a place in it, and the value that is there


def normal_entry(known: Any) -> Known | None:
    """The vector, the place and the value, of the event that an entry is a number."""
    for side, value in ((known.lhs, known.rhs), (known.rhs, known.lhs)):
        place = _place(side)
        if known.op == "=" and place and not randoms(value):
            return *place, value
    return None


def _place(e: Any) -> tuple[Any, Any] | None:
    """The normal vector that something is an entry of, and the place."""
    if not isinstance(e, Entry | MatrixElement):
        return None
    vector, row = e.args[:2]
    row = row + 1 if isinstance(e, MatrixElement) else row
    if not isinstance(vector, RandomVector):
        return None
    return (vector, row) if isinstance(_law(vector), MultivariateNormal) else None


def _law(vector: Any) -> Distribution:
    return vector.distribution


def mean_beside(read: Symbolic, number: Any, vector: Any, k: Any, value: Any) -> Any:
    """The mean of a polynomial in the entries of a vector, one of them known."""
    law, at, t = vector.distribution, read.size(k), scalar(read(value))
    require_needs(read, law)
    entries = list(read(vector))
    center, spread = map(read, law.args)
    if t.free_symbols & read.distributions.keys():
        raise Undecided("a mean by an entry that is random itself")
    steep = spread[:, at - 1] / spread[at - 1, at - 1]

    def of(parameter: Any, i: Any, j: Any) -> Any:
        if parameter == law.args[0]:
            return center[i - 1] + steep[i - 1] * (t - center[at - 1])
        return spread[i - 1, j - 1] - steep[i - 1] * spread[at - 1, j - 1]

    number = exact_mean(read, number, held=entries)
    number = number.xreplace({entries[at - 1]: t})
    places = {s: i for i, s in enumerate(entries, 1) if number.has(s)}
    return mean_by_moments(number, law, places, of) if places else number


def measured_beside(read: Numeric, e: Any, vector: Any, k: Any, value: Any) -> Any:
    """The same, by a sum over the other entries against the density of the vector."""
    read.forbid_step()
    if random_entries(read, value):
        raise ValueError("a mean by an entry that is random itself")
    law = vector.distribution
    known = read.count(k) - 1, real(read(value))
    center, spread = (np.real(read(a)) for a in law.args)
    points = around_known(read, law, center, spread, known)
    means = [mean(read.within({vector: x}), e, held=[vector]) for x, _ in points]
    return weighted([weight for _, weight in points], means)


def mean_beside_equations(e: Any) -> Iterator[Equation]:
    """By linearity, and for the entries of the vector by its mean and covariance."""
    u, known = e.args
    normal = normal_entry(known) if hasattr(known, "op") else None
    if normal is None:
        return
    vector, k, value = normal
    found = _beside(u, vector, k, value, e)
    if found is not None:
        law = vector.distribution
        yield Equation(e, found, shown=(u, known.lhs, known.rhs), needs=law.needs)


def _beside(u: Any, vector: Any, k: Any, value: Any, e: Any) -> Any:
    """What the mean of a number is, one step on; None where it is none of these."""
    if not randoms(u):
        return u
    if isinstance(u, sp.Add):
        return u.func(*(e.func(a, e.args[1]) for a in u.args))
    if isinstance(u, sp.Mul):
        fixed = [a for a in u.args if not randoms(a)]
        rest = sp.Mul(*(a for a in u.args if randoms(a)))
        return sp.Mul(*fixed) * e.func(rest, e.args[1]) if fixed else None
    if (place := _place(u)) and place[0] == vector:
        center, spread = vector.distribution.args
        i = place[1]
        slope = Entry(spread, i, k) / Entry(spread, k, k)
        return Entry(center, i, 1) + slope * (value - Entry(center, k, 1))
    return None
