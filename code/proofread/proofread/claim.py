"""A claim: two sides, what its names stand for, what is assumed, and at what sizes."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

import numpy as np
import sympy as sp

from . import nodes as nd
from .definitions import Definitions
from .printing import latex
from .scope import alike, free_indices, size_symbols

ORDERED = ("<=", "<", ">=", ">")
RELATIONS = ("=", *ORDERED, "~")
PROOF_SIZES, MEASURED_SIZES = (2, 3, 4, 2, 3), (4, 5, 3, 6, 2)
ALONE = (3, 5)
SUITABLE = -1
SEARCHED = (
    nd.ArgMax,
    nd.ArgMin,
    nd.MatrixArgMax,
    nd.MatrixArgMin,
    nd.Maximum,
    nd.Minimum,
    sp.Limit,
)


@dataclass(frozen=True)
class Claim:
    """What is claimed, and everything needed to check it.

    where, given: what its names stand for; what is assumed.  sizes: size symbol ->
    (size proved at, size measured at).  domain: symbol -> interval, or a function of a
    generator and a shape.  equality: where an inequality is sharp, name -> value.
    variable, toward: what an order "~" is in, and the point it is taken at.
    tolerance, points: as suits the kind of claim where they are not stated.
    """

    key: str
    lhs: Any
    rhs: Any
    relation: str = "="
    where: tuple[tuple[Any, Any], ...] = ()
    uses: tuple[str, ...] = ()
    given: tuple[Any, ...] = ()
    sizes: Mapping[Any, tuple[int, int]] = field(default_factory=dict)
    domain: Mapping[Any, Any] = field(default_factory=dict)
    equality: Mapping[Any, Any] = field(default_factory=dict)
    variable: Any = None
    toward: Any = 0
    tolerance: float = SUITABLE
    points: int = SUITABLE
    measured_only: str | None = None
    oracle: Callable | None = None
    prover: Callable | None = None
    numbered: bool = True
    title: str | None = None
    topic: str | None = None

    def __post_init__(self) -> None:
        sharp = {k: sp.sympify(v) for k, v in self.equality.items()}
        self._set("lhs", sp.sympify(self.lhs))
        self._set("rhs", sp.sympify(self.rhs))
        self._set("where", tuple((sp.sympify(a), sp.sympify(b)) for a, b in self.where))
        self._set("equality", sharp)
        self._refuse_malformed()
        self._set("sizes", self._all_sizes())
        if self.tolerance == SUITABLE:
            self._set("tolerance", self._suitable_tolerance())
        if self.points == SUITABLE:
            self._set("points", 40 if self.relation in ORDERED else 3)

    def _set(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)

    def _refuse_malformed(self) -> None:
        if self.relation not in RELATIONS:
            raise ValueError(f"relation {self.relation!r} is none of {RELATIONS}")
        if self.relation == "~" and self.variable is None:
            raise ValueError('an order "~" needs the variable it is in')
        if self.equality and self.relation not in ("<=", ">="):
            raise ValueError("only <= and >= have a case of equality")
        for h in self.given:
            if not isinstance(h, (nd.Relation, nd.Property)):
                raise TypeError(f"{h} is no hypothesis: use equal, le, Symmetric, …")
        for s, pair in self.sizes.items():
            if not (isinstance(pair, tuple) and len(pair) == 2):
                raise TypeError(f"sizes of {s}: (size proved at, size measured at)")

    def _suitable_tolerance(self) -> float:
        if self.relation == "~":
            return 0.02
        sides = sp.Tuple(*self.sides)
        return 1e-6 if self.definitions.atoms(sides, *SEARCHED) else 1e-9

    def _all_sizes(self) -> dict[Any, tuple[int, int]]:
        sizes, found = dict(self.sizes), self.size_symbols()
        if not sizes and len(found) == 1:
            return {found[0]: ALONE}
        left = [s for s in found if s not in sizes]
        for k, s in enumerate(left):
            sizes[s] = (PROOF_SIZES[k % 5], MEASURED_SIZES[k % 5])
        return sizes

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

    def proof_sizes(self) -> dict[Any, int]:
        """Size symbol -> size of the proof."""
        return {s: n[0] for s, n in self.sizes.items()}

    def measured_sizes(self) -> dict[Any, int]:
        """Size symbol -> size of the measurement."""
        return {s: n[1] for s, n in self.sizes.items()}

    def cases(self, sizes: Mapping[Any, int]) -> list[dict]:
        """Every value of the free indices: a claim with some is read "for all"."""
        free = sorted(free_indices(sp.Tuple(*self.sides)), key=str)
        at = lambda b: int(sp.sympify(b).xreplace(dict(sizes)))  # noqa: E731
        ranges = [range(at(i.lower), at(i.upper) + 1) for i in free]
        return [
            dict(zip(free, map(sp.Integer, v), strict=True)) for v in product(*ranges)
        ]

    def alike(self) -> dict[str, list[str]]:
        """Different names that would print alike."""
        return alike(self.expressions())

    def rng(self, salt: int) -> np.random.Generator:
        """A generator seeded from the key: the same points in every build."""
        return np.random.default_rng([zlib.crc32(self.key.encode()), salt])

    def changed(self, **parts: Any) -> Claim:
        """The same claim with some parts replaced."""
        return replace(self, **parts)

    def fingerprint(self) -> str:
        """A digest of what is claimed, to tell whether an audit is of this claim."""
        parts = [*map(latex, self.sides), self.relation, self.key]
        parts += [latex(q) for pair in self.where for q in pair]
        parts += [latex(g) for g in self.given]
        parts += [f"{s}{n}" for s, n in sorted(self.sizes.items(), key=str)]
        parts += [f"{s}{latex(v)}" for s, v in sorted(self.equality.items(), key=str)]
        parts += [str(self.tolerance), str(self.points), str(self.measured_only)]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
