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

NAMES = (
    sp.Symbol,
    sp.MatrixSymbol,
    sp.IndexedBase,
    AppliedUndef,
    nd.AppliedScalarFunction,
    nd.AppliedVectorFunction,
)
RANDOM = (RandomVariable, RandomVector, RandomSample)


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
    sizes: Mapping[sp.Symbol, int],
    domain: Mapping[Any, Any],
) -> dict:
    """Values of every free name in the expressions, through what the names stand for."""
    values: dict[Any, Any] = {s: float(n) for s, n in sizes.items()}
    found = set().union(*[definitions.atoms(e, *NAMES) for e in expressions])
    laws = [a.distribution for a in found if isinstance(a, RANDOM)]
    found |= set().union(*[definitions.atoms(q, *NAMES) for d in laws for q in d.args])
    labels = {b.label for b in found if isinstance(b, sp.IndexedBase)}
    labels |= {
        q.args[0]
        for q in found
        if isinstance(q, (nd.AppliedScalarFunction, nd.AppliedVectorFunction))
    }
    size = lambda e: int(sp.sympify(e).xreplace(dict(sizes)))  # noqa: E731
    for a in sorted(found, key=lambda a: (str(a), type(a).__name__)):
        if a in values or definitions.holds(a) or isinstance(a, (sp.Idx, sp.Dummy)):
            continue
        if isinstance(a, RANDOM):
            continue
        if isinstance(a, sp.MatrixSymbol):
            values[a] = _array(rng, (size(a.rows), size(a.cols)), domain.get(a), False)
        elif isinstance(a, sp.IndexedBase):
            if a.shape is not None:
                shape = tuple(map(size, a.shape))
                values[a] = _array(rng, shape, domain.get(a), a.label.is_positive)
        elif isinstance(a, AppliedUndef):
            values.setdefault(a.func, smooth_function(rng, len(a.args)))
        elif isinstance(a, nd.AppliedScalarFunction):
            arity = size(a.args[1].rows) * size(a.args[1].cols)
            values.setdefault((a.func, a.args[0]), smooth_function(rng, arity))
        elif isinstance(a, nd.AppliedVectorFunction):
            arity, rows = size(a.args[1].rows), size(a.args[2])
            values.setdefault(
                (a.func, a.args[0]), [smooth_function(rng, arity) for _ in range(rows)]
            )
        elif a not in labels:
            values[a] = _scalar(rng, a, domain.get(a))
    return values
