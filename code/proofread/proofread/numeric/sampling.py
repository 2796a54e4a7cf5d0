"""Generic values for every free name of a claim: reals that satisfy what is assumed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np
import sympy as sp

from ..declaration import declared, labels_of
from ..definitions import Definitions
from ..distributions import Random
from .sources import Source

Sizes = Mapping[Any, int]
BENDS = 1e5  # times the rounding of an argument may be in a generic function's slopes


@dataclass(frozen=True)
class SmoothFunction:
    """An analytic function of so many numbers, given by its constants."""

    scales: Any
    wave: Any
    growth: Any
    shift: float

    def __call__(self, *x: complex) -> Any:
        inner = sum(a * b for a, b in zip(self.wave, x, strict=True))
        decay = sum(a * b for a, b in zip(self.growth, x, strict=True))
        wave, growth = np.sin(inner + self.shift), np.exp(0.3 * np.sin(decay))
        bends = np.sqrt(len(x)) * (self.wave * np.array(x) + self.growth)
        own = np.sum(np.sin(bends)) / np.sqrt(len(x))
        c = self.scales
        return c[0] * wave + c[1] * (growth + 0.3 * inner * decay) + c[2] * own

    def times(self, factor: float) -> SmoothFunction:
        """The function, scaled."""
        return replace(self, scales=factor * self.scales)

    def constants(self) -> np.ndarray[Any, Any]:
        """All constants in one row."""
        return np.array([self.shift, *self.scales, *self.wave, *self.growth])

    @classmethod
    def of(cls, constants: Any) -> SmoothFunction:
        """The function that has these constants."""
        shift, scales, rest = constants[0], constants[1:4], constants[4:]
        wave, growth = np.split(rest, 2)
        return cls(scales, wave, growth, shift)


def constants(value: Any) -> Any:
    """A number or an array as it is; of smooth functions their constants."""
    if isinstance(value, SmoothFunction):
        return value.constants()
    if isinstance(value, list):
        return np.array([f.constants() for f in cast(list[SmoothFunction], value)])
    return value


def smooth_function(rng: np.random.Generator, arity: int) -> SmoothFunction:
    """A random analytic function of so many numbers, alike for few and many."""
    c = cast(Any, rng.uniform(0.5, 1.5, size=3) * rng.choice([-1, 1], size=3))
    w, q = rng.normal(size=(2, arity)) / np.sqrt(arity)
    shift = rng.normal()
    return SmoothFunction(c, w, q, shift)


def draw(
    source: Source,
    expressions: Iterable[Any],
    definitions: Definitions,
    sizes: Sizes,
    domain: Mapping[Any, Any],
) -> dict[Any, Any]:
    """Values of every free name in the expressions, through what names stand for."""
    found = _names(expressions, definitions)
    laws = [a.distribution for a in found if isinstance(a, Random)]
    found |= _names((q for law in laws for q in law.args), definitions)
    labels = {s for a in found for s in labels_of(a)}
    values: dict[Any, Any] = {s: float(n) for s, n in sizes.items()}
    for a in sorted(found - labels, key=_order):
        if not definitions.holds(a):
            _give(values, source, a, domain.get(a), sizes)
    for sign in _signs(expressions, definitions):
        values.pop(sign, None)
    return values


def _give(
    values: dict[Any, Any], source: Source, a: Any, domain: Any, sizes: Sizes
) -> None:
    """Add a value of a name, unless it has one, or none of its own."""

    def size(e: Any) -> int:
        return int(sp.sympify(e).xreplace(dict(sizes)))

    name = declared(a).name
    if name and name.draw and name.key(a) not in values:
        value = name.draw(source, a, domain, size)
        if value is not None:
            values[name.key(a)] = value


def _signs(expressions: Iterable[Any], definitions: Definitions) -> set[Any]:
    """The symbols that only name a relation, a side, a base or a function.

    A number is drawn for them, so that the points of a claim stay what they were, and
    is no name's value.
    """
    nodes = set[Any]().union(*[definitions.atoms(e, sp.Basic) for e in expressions])
    return {label for a in nodes for label in labels_of(a)}


def _names(expressions: Iterable[Any], definitions: Definitions) -> set[Any]:
    """Every name in the expressions that a value is drawn for, or a law stands for."""
    nodes = set[Any]().union(*[definitions.atoms(e, sp.Basic) for e in expressions])
    named = {a: declared(a).name for a in nodes}
    return {a for a, name in named.items() if name and name.draw}


def _order(a: Any) -> tuple[str, str]:
    return str(a), type(a).__name__
