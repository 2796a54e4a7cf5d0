"""Generic values for every free name of a claim: reals that satisfy what is assumed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from .. import nodes as nd
from ..definitions import Definitions
from ..distributions import RandomSample, RandomVariable, RandomVector

APPLIED = (nd.AppliedScalarFunction, nd.AppliedVectorFunction)
NAMES = (sp.Symbol, sp.MatrixSymbol, sp.IndexedBase, AppliedUndef, *APPLIED)
RANDOM = (RandomVariable, RandomVector, RandomSample)
FIXED = (sp.Idx, sp.Dummy, *RANDOM)


def smooth_function(rng: np.random.Generator, arity: int) -> Callable:
    """A random analytic function of so many numbers: "any smooth f"."""
    c = rng.uniform(0.5, 1.5, size=3) * rng.choice([-1, 1], size=3)
    w, q, shift = rng.normal(size=arity), rng.normal(size=arity), rng.normal()

    def f(*x):
        inner = sum(a * b for a, b in zip(w, x, strict=True))
        decay = sum(a * b for a, b in zip(q, x, strict=True))
        return (
            c[0] * np.sin(inner + shift)
            + c[1] * np.exp(0.3 * decay)
            + c[2] * np.prod(x)
        )

    return f


def _scalar(rng, symbol, domain):
    if callable(domain):
        return domain(rng, ())
    if domain is not None:
        return rng.uniform(*domain)
    if symbol.is_integer:
        return float(rng.integers(2, 6))
    if symbol.is_nonnegative:
        return rng.uniform(0.5, 2.0)
    if symbol.is_nonpositive:
        return -rng.uniform(0.5, 2.0)
    return rng.normal()


def _array(rng, shape, domain, positive):
    if callable(domain):
        return np.asarray(domain(rng, shape), dtype=float)
    if domain is not None:
        return rng.uniform(*domain, size=shape)
    return rng.uniform(0.5, 2.0, size=shape) if positive else rng.normal(size=shape)


def draw(
    rng: np.random.Generator,
    expressions: Iterable[Any],
    definitions: Definitions,
    sizes: Mapping[Any, int],
    domain: Mapping[Any, Any],
) -> dict:
    """Values of every free name in the expressions, through what names stand for."""
    found = set().union(*[definitions.atoms(e, *NAMES) for e in expressions])
    laws = [a.distribution for a in found if isinstance(a, RANDOM)]
    found |= set().union(*[definitions.atoms(q, *NAMES) for d in laws for q in d.args])
    given = {a for a in found if definitions.holds(a) or isinstance(a, FIXED)}
    values: dict[Any, Any] = {s: float(n) for s, n in sizes.items()}
    size = lambda e: int(sp.sympify(e).xreplace(dict(sizes)))  # noqa: E731
    for a in sorted(found - given - _labels(found), key=_name):
        key = _key(a)
        if key not in values:
            values[key] = _value(rng, a, domain.get(a), size)
    return values


def _name(a: Any) -> tuple[str, str]:
    return str(a), type(a).__name__


def _labels(found: set) -> set:
    """Symbols that only name a base or a function, and bases without a shape."""
    bases = {b for b in found if isinstance(b, sp.IndexedBase)}
    applied = {q for q in found if isinstance(q, APPLIED)}
    shapeless = {b for b in bases if b.shape is None}
    return {b.label for b in bases} | {q.args[0] for q in applied} | shapeless


def _key(a: Any) -> Any:
    """What the reader looks a name's value up under."""
    if isinstance(a, AppliedUndef):
        return a.func
    return (a.func, a.args[0]) if isinstance(a, APPLIED) else a


def _value(rng: np.random.Generator, a: Any, domain: Any, size: Callable) -> Any:
    if isinstance(a, sp.MatrixSymbol):
        return _array(rng, (size(a.rows), size(a.cols)), domain, False)
    if isinstance(a, sp.IndexedBase):
        shape = tuple(map(size, a.shape))
        return _array(rng, shape, domain, a.label.is_positive)
    if isinstance(a, AppliedUndef):
        return smooth_function(rng, len(a.args))
    if isinstance(a, nd.AppliedScalarFunction):
        return smooth_function(rng, size(a.args[1].rows) * size(a.args[1].cols))
    if isinstance(a, nd.AppliedVectorFunction):
        arity, rows = size(a.args[1].rows), size(a.args[2])
        return [smooth_function(rng, arity) for _ in range(rows)]
    return _scalar(rng, a, domain)
