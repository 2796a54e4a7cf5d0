"""A claim: two sides, what its names stand for, what is assumed, and at what sizes."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import sympy as sp

from .definitions import Definitions
from .fitting import Fit, fits
from .identity import identity_of
from .malformed import refuse_malformed, refuse_wrong_types
from .methods import methods
from .relations import ORDERED
from .scope import alike, size_symbols
from .sizes import LARGEST, Sizes, index_cases, measured_sizes, proof_sizes
from .work import PROOF

SEED = "PROOFREAD_SEED"  # names the points anew, for every claim at once
SUITABLE = -1
LOOSE = 1e-6  # a tolerance above needs a reason


@dataclass(frozen=True)
class Line:
    """A line of a derivation: which, and how it is set."""

    number: int
    reason: str
    relation: str = "="
    constant: bool = False


@dataclass(frozen=True)
class Claim:
    """What is claimed, and everything needed to check it.

    where, given: what its names stand for; what is assumed.  sizes: size symbol ->
    the size that a proof by entries is made at; those measured at are drawn.  domain:
    symbol -> interval, or a function of a generator and a shape.  equality: where an
    inequality is sharp, name -> value.
    variable, toward: what an order "~" is in, and the point it is taken at.
    tolerance, points: as suits the kind of claim where they are not stated.
    tolerance_reason: why the tolerance has to be above 10⁻⁶.
    work: the steps after which each search for a proof gives up, on any machine.
    line: where the claim is one line of the derivation `key`.
    """

    key: str
    lhs: Any
    rhs: Any
    relation: str = "="
    where: tuple[tuple[Any, Any], ...] = ()
    uses: tuple[str, ...] = ()
    given: tuple[Any, ...] = ()
    sizes: Mapping[Any, int] = field(default_factory=dict[Any, Any])
    domain: Mapping[Any, Any] = field(default_factory=dict[Any, Any])
    equality: Mapping[Any, Any] = field(default_factory=dict[Any, Any])
    variable: Any = None
    toward: Any = 0
    tolerance: float = SUITABLE
    tolerance_reason: str | None = None
    points: int = SUITABLE
    measured_only: str | None = None
    oracle: Callable[..., Any] | None = None
    prover: Callable[..., Any] | None = None
    work: int = PROOF
    numbered: bool = True
    title: str | None = None
    topic: str | None = None
    line: Line | None = None

    def __post_init__(self) -> None:
        refuse_wrong_types(self)
        sharp = {k: sp.sympify(v) for k, v in self.equality.items()}
        self._set("lhs", sp.sympify(self.lhs))
        self._set("rhs", sp.sympify(self.rhs))
        self._set("where", tuple((sp.sympify(a), sp.sympify(b)) for a, b in self.where))
        self._set("equality", sharp)
        refuse_malformed(self)
        names = self.definitions.atoms(sp.Tuple(*self.expressions()), sp.Symbol)
        self._set("sizes", {s: n for s, n in self.sizes.items() if s in names})
        if any(s not in self.sizes for s in self.size_symbols()):
            sizes = proof_sizes(self.sizes, self.size_symbols(), self.fits)
            self._set("sizes", sizes)
        if self.tolerance == SUITABLE:
            self._set("tolerance", self.suitable_tolerance)
        if self.points == SUITABLE:
            self._set("points", self.suitable_points)

    def refuse_weak(self) -> None:
        """Raise ValueError where what is stated of the check makes it none."""
        loose = self.tolerance > max(LOOSE, self.suitable_tolerance)
        if loose and not self.tolerance_reason:
            told = f"tolerance {self.tolerance:g} is above {LOOSE:g}: say why"
            raise ValueError(f'{told}, tolerance_reason="…"')
        if self.points < 1:
            raise ValueError(f"points: {self.points} are too few: take 1 or more")
        if self.work < 1:
            raise ValueError(f"work: {self.work} steps are too few: take 1 or more")

    def _set(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)

    @cached_property
    def suitable_points(self) -> int:
        """How many points near 1 suit the kind of claim."""
        return 40 if self.relation in ORDERED else 3

    @cached_property
    def suitable_tolerance(self) -> float:
        """What suits the kind of claim."""
        if self.relation == "~":
            return 0.02
        sides = sp.Tuple(*self.sides)
        needed = methods(self.definitions.atoms(sides, sp.Basic))
        return max([1e-9, *(method.tolerance for method in needed)])

    @property
    def number(self) -> int | None:
        """Which line of a derivation it is, from 1; None where it stands alone."""
        return self.line.number if self.line else None

    @property
    def sides(self) -> tuple[Any, Any]:
        """Left and right side."""
        return self.lhs, self.rhs

    @property
    def definitions(self) -> Definitions:
        """What the claim's names stand for."""
        return Definitions(self.where)

    def expressions(self) -> tuple[Any, ...]:
        """Everything displayed: sides, definitions, hypotheses."""
        names = [q for pair in self.where for q in pair]
        return (*self.sides, *names, *self.given)

    def size_symbols(self) -> list[Any]:
        """Symbols that say how long something is, by name."""
        return size_symbols(self.expressions(), self.definitions)

    @cached_property
    def fits(self) -> tuple[Fit, ...]:
        """What its sizes have to satisfy, so that its parts exist."""
        sizes = {*self.sizes, *self.size_symbols()}
        return fits(self.expressions(), sizes, self.definitions)

    def measured_sizes(self, most: int = LARGEST) -> list[Sizes]:
        """Sizes to measure at, one after the other; raises NoSizes where none fit."""
        return measured_sizes(self.sizes, self.fits, self._seed(50), most)

    def cases(self, sizes: Mapping[Any, int]) -> list[dict[Any, Any]]:
        """Every value of the free indices: a claim with some is read "for all"."""
        return index_cases(self.sides, sizes)

    def alike(self) -> dict[str, list[str]]:
        """Different names that would print alike."""
        return alike(self.expressions())

    def rng(self, *salt: int) -> np.random.Generator:
        """A generator seeded from key and line: the same points in every build.

        Under PROOFREAD_SEED, a whole number, they are others.
        """
        return np.random.default_rng(self._seed(*salt))

    def _seed(self, *salt: int) -> tuple[int, ...]:
        name = f"{self.key}#{self.number}" if self.line else self.key
        shift = os.environ.get(SEED)
        return (zlib.crc32(name.encode()), *salt, *([int(shift)] if shift else []))

    def changed(self, **parts: Any) -> Claim:
        """The same claim with some parts replaced."""
        return replace(self, **parts)

    @cached_property
    def identity(self) -> str:
        """A digest of all fields: the same claim, wherever and whenever it is made."""
        return identity_of(self)


def identity_of_statement(claims: Sequence[Claim]) -> str:
    """The identity of a claim, or of a derivation from all its lines."""
    first = claims[0]
    return identity_of([c.identity for c in claims]) if first.line else first.identity
