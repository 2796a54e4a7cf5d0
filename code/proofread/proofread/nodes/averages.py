"""What is known of a mean in index notation: it is linear, and what is independent.

A random number stands alone, or at a place of a sample or vector: different names are
independent, and so are different places of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..declaration import Equation
from ..distributions import (
    Distribution,
    Finite,
    JointDistribution,
    OfSample,
    Random,
    law_of,
)
from ..node import dims
from .entries import Entry, name_of
from .notation import place, summed

ARITHMETIC = (sp.Add, sp.Mul, sp.Max, sp.Min, sp.Abs)


def randoms(e: Any) -> set[Any]:
    """The random names in a term."""
    return {q for q in sp.preorder_traversal(e) if isinstance(q, Random)}


def is_draw(e: Any) -> bool:
    """Whether a term is one random number."""
    if isinstance(e, (Entry, sp.Indexed)):
        return isinstance(name_of(e), Random)
    if isinstance(e, OfSample):
        return True
    return isinstance(e, Random) and not isinstance(e, sp.IndexedBase) and not dims(e)


def draws(e: Any) -> set[Any]:
    """The random numbers in a term, outside of sums."""
    if is_draw(e):
        return {e}
    inner = () if isinstance(e, sp.Sum) else e.args
    return set[Any]().union(*map(draws, inner))


def is_tame(e: Any) -> bool:
    """Whether a term is at most a power of the random numbers in it.

    Of a distribution that has no means of some powers nothing is told.
    """
    if any(law.moments_up_to() != sp.oo for law in map(law_of, randoms(e)) if law):
        return False
    if not randoms(e) or is_draw(e):
        return True
    if isinstance(e, sp.Pow):
        return bool(e.exp.is_Integer and e.exp > 0) and is_tame(e.base)
    if isinstance(e, sp.Sum):
        ends = sp.Tuple(*(b for _, *bs in e.limits for b in bs))
        finite = all(b.is_finite is not False for b in ends)
        return finite and not randoms(ends) and is_tame(e.function)
    return isinstance(e, ARITHMETIC) and not dims(e) and all(map(is_tame, e.args))


def mean_equations(e: Any) -> Iterator[Equation]:
    """What the mean of a number is, one step nearer to moments."""
    (u,) = e.args
    if not dims(u) and is_tame(u):
        laws = [name.distribution for name in randoms(u)]
        positive = tuple((c, True) for law in laws for c in law.positive)
        joint = [law for law in laws if isinstance(law, JointDistribution)]
        needs = tuple(h for law in joint for h in law.needs)
        for mean in _means(u, e.func):
            yield Equation(e, mean, positive=positive, shown=(u,), needs=needs)


def _means(u: Any, mean: Any) -> Iterator[Any]:
    if not randoms(u):
        yield u
    elif isinstance(u, sp.Add):
        yield u.func(*map(mean, u.args))
    elif isinstance(u, sp.Sum):
        yield sp.Sum(mean(u.function), *u.limits)
    else:
        yield from _of_product(u, mean)


def _of_product(u: Any, mean: Any) -> Iterator[Any]:
    """Numbers come out, and one random number after the other."""
    factors = sp.Mul.make_args(u)
    fixed = [f for f in factors if not randoms(f)]
    if fixed:
        yield sp.Mul(*fixed) * mean(sp.Mul(*(f for f in factors if f not in fixed)))
        return
    if any(isinstance(x, OfSample) for x in draws(u)):
        yield from _by_order(u)
        return
    if joint := sorted(map(name_of, filter(_is_joint, draws(u))), key=str):
        yield from _of_vector(u, joint[0], mean)
        return
    for x in sorted(draws(u), key=str):
        mine = sp.Mul(*(f for f in factors if _is_of(f, x)))
        others = sp.Mul(*(f for f in factors if not _is_of(f, x)))
        if others == 1:
            yield from _moment(u, x, mean)
        elif mine != 1 and _is_open(others, x):
            yield _apart(mine, x, others, mean)


def _by_order(u: Any) -> Iterator[Any]:
    """The mean of a power of one number of a sample by its order, of nothing else."""
    x, power = u.as_base_exp()
    told = x.distribution.moment(int(power)) if isinstance(x, OfSample) else None
    if told is not None:
        yield told


def _is_joint(x: Any) -> bool:
    return isinstance(law_of(name_of(x)), JointDistribution)


def _of_vector(u: Any, name: Any, mean: Any) -> Iterator[Any]:
    """The mean of powers of entries of a random vector, times that of what is left."""
    law: Any = name.distribution
    factors = [f for f in sp.Mul.make_args(u) if name in randoms(f)]
    powers = [f.as_base_exp() for f in factors]
    if all(is_draw(x) and k.is_Integer for x, k in powers):
        places = [_place(x) for x, k in powers for _ in range(int(k))]
        rest = sp.Mul(*(f for f in sp.Mul.make_args(u) if f not in factors))
        yield law.moment_at(places, _parameter) * mean(rest)


def _parameter(q: Any, *at: Any) -> Any:
    """A parameter of a distribution, or an entry of it."""
    return Entry(q, *at) if at else q


def _is_of(f: Any, x: Any) -> bool:
    """Whether a factor is a function of one random number."""
    return draws(f) == {x} and randoms(f) == randoms(x) and not f.atoms(sp.Sum)


def _is_open(others: Any, x: Any) -> bool:
    """Whether the name of x stands in other factors at other places alone."""
    held = [
        f for f in sp.Mul.make_args(others) if not randoms(f).isdisjoint(randoms(x))
    ]
    return x not in draws(others) and not any(f.atoms(sp.Sum) for f in held)


def _apart(mine: Any, x: Any, others: Any, mean: Any) -> Any:
    """The product of the means, where x is at none of the places of the others."""
    alike = [y for y in draws(others) if name_of(y) == name_of(x)]
    apart, met = sp.S.One, sp.S.Zero
    for y in sorted(alike, key=str):
        here = sp.KroneckerDelta(_place(x), _place(y))
        met += apart * here * mean(mine.xreplace({x: y}) * others)
        apart *= 1 - here
    return apart * mean(mine) * mean(others) + met


def _place(x: Any) -> Any:
    return x.args[1]


def _moment(u: Any, x: Any, mean: Any) -> Iterator[Any]:
    """The mean of a power of x, or of an even power of its positive part.

    Over values: where their probabilities add up to 1, which is left to be shown.
    """
    base, power = u.as_base_exp()
    law: Any = law_of(name_of(x))
    if isinstance(law, Finite):
        values, probabilities = law.args
        k = place(values.shape[0])
        each, ends = u.xreplace({x: values[k]}), (k, values.shape[0])
        rest = (1 - summed(probabilities[k], ends)) * mean(u)
        yield summed(probabilities[k] * each, ends) + rest
    elif base == x:
        yield law.moment(int(power))
    elif base == sp.Max(0, x) and power % 2 == 0 and is_even(law):
        yield law.moment(int(power)) / 2


def is_even(law: Distribution) -> bool:
    """Whether a distribution with a density is the same at t and at −t."""
    t = sp.Dummy("t", real=True)
    low, high = law.support
    return not law.discrete and low == -high and law.density(t) == law.density(-t)
