"""A claim: two sides, what its names stand for, what it takes as given, and at what sizes."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from . import nodes as nd
from .definitions import Definitions
from .printing import latex

ORDERED = ("<=", "<", ">=", ">")
RELATIONS = ("=", *ORDERED, "~")
PROOF_SIZES, MEASURED_SIZES = (2, 3, 4, 2, 3), (4, 5, 3, 6, 2)
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
    """

    key: str
    lhs: Any
    rhs: Any
    relation: str = "="
    where: tuple[tuple[Any, Any], ...] = ()
    uses: tuple[str, ...] = ()
    given: tuple[Any, ...] = ()
    sizes: Mapping[Any, tuple[int, int]] | None = None
    domain: Mapping[Any, Any] | None = None
    equality: Mapping[Any, Any] | None = None
    variable: Any = None
    toward: Any = 0
    tolerance: float | None = None
    points: int | None = None
    measured_only: str | None = None
    oracle: Callable | None = None
    prover: Callable | None = None
    numbered: bool = True
    title: str | None = None
    topic: str | None = None

    def __post_init__(self):
        if self.relation not in RELATIONS:
            raise ValueError(f"relation {self.relation!r} is none of {RELATIONS}")
        set_ = lambda name, value: object.__setattr__(self, name, value)  # noqa: E731
        set_("lhs", sp.sympify(self.lhs))
        set_("rhs", sp.sympify(self.rhs))
        set_("where", tuple((sp.sympify(a), sp.sympify(b)) for a, b in self.where))
        set_("sizes", self._all_sizes())
        set_("domain", dict(self.domain or {}))
        sharp = {k: sp.sympify(v) for k, v in (self.equality or {}).items()}
        set_("equality", sharp)
        searched = self.definitions.atoms(sp.Tuple(*self.sides), *SEARCHED)
        if self.tolerance is None:
            loose = 1e-6 if searched else 1e-9
            set_("tolerance", 0.02 if self.relation == "~" else loose)
        if self.points is None:
            set_("points", 40 if self.relation in ORDERED else 3)

    @property
    def sides(self) -> tuple[Any, Any]:
        """Left and right side."""
        return self.lhs, self.rhs

    @property
    def definitions(self) -> Definitions:
        """What the claim's names stand for."""
        return Definitions(self.where)

    def rng(self, salt: int) -> np.random.Generator:
        """A generator seeded from the key: the same points in every build."""
        return np.random.default_rng([zlib.crc32(self.key.encode()), salt])

    def changed(self, **parts: Any) -> Claim:
        """The same claim with some parts replaced."""
        return replace(self, **parts)

    def expressions(self) -> tuple[Any, ...]:
        """Everything displayed: sides, definitions, hypotheses."""
        names = [q for pair in self.where for q in pair]
        return (*self.sides, *names, *self.given)

    def size_symbols(self) -> list[sp.Symbol]:
        """Symbols that say how long something is, by name."""
        found: set = set()
        kinds = (sp.MatrixSymbol, sp.IndexedBase, sp.Idx, sp.Sum, sp.Product)
        kinds += (nd.AppliedVectorFunction, nd.BasisVector)
        kinds += (sp.Identity, sp.OneMatrix, sp.ZeroMatrix)
        for q in self.definitions.atoms(sp.Tuple(*self.expressions()), *kinds):
            for bound in _lengths(q):
                found |= {s for s in sp.sympify(bound).free_symbols if _is_size(s)}
        return sorted(found, key=str)

    def _all_sizes(self) -> dict:
        given, k = dict(self.sizes or {}), 0
        for s in self.size_symbols():
            if s not in given:
                given[s] = (PROOF_SIZES[k % 5], MEASURED_SIZES[k % 5])
                k += 1
        if len(given) == 1 and not self.sizes:
            given = dict.fromkeys(given, (3, 5))
        return given

    def proof_sizes(self) -> dict:
        """Size symbol -> size of the proof."""
        return {s: n[0] for s, n in self.sizes.items()}

    def measured_sizes(self) -> dict:
        """Size symbol -> size of the measurement."""
        return {s: n[1] for s, n in self.sizes.items()}

    def cases(self, sizes: Mapping[Any, int]) -> list[dict]:
        """Every value of the free indices: a claim that holds them is read "for all"."""
        free = sorted(free_indices(sp.Tuple(*self.sides)), key=str)
        at = lambda b: int(sp.sympify(b).xreplace(dict(sizes)))  # noqa: E731
        ranges = [range(at(i.lower), at(i.upper) + 1) for i in free]
        return [
            dict(zip(free, map(sp.Integer, v), strict=True)) for v in product(*ranges)
        ]

    def alike(self) -> dict[str, list]:
        """Different names that would print alike."""
        seen: dict[str, set] = {}
        for e in self.expressions():
            for a in e.atoms(sp.Symbol, sp.MatrixSymbol, AppliedUndef):
                if isinstance(a, sp.Dummy):
                    continue
                if isinstance(a, AppliedUndef):
                    shown, a = latex(sp.Symbol(a.func.__name__)), a.func
                else:
                    shown = latex(a.label if isinstance(a, sp.Idx) else a)
                seen.setdefault(shown, set()).add(a)
        return {k: sorted(map(repr, v)) for k, v in seen.items() if _differ(v)}

    def fingerprint(self) -> str:
        """A digest of what is claimed, to tell whether an audit is of this very claim."""
        parts = [*map(latex, self.sides), self.relation, self.key]
        parts += [latex(q) for pair in self.where for q in pair]
        parts += [latex(g) for g in self.given]
        parts += [f"{s}{n}" for s, n in sorted(self.sizes.items(), key=str)]
        parts += [f"{s}{latex(v)}" for s, v in sorted(self.equality.items(), key=str)]
        parts += [str(self.tolerance), str(self.points), str(self.measured_only)]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _is_size(s: Any) -> bool:
    return bool(s.is_integer and s.is_positive and not isinstance(s, sp.Idx))


def _lengths(q: Any) -> Iterable[Any]:
    if isinstance(q, sp.Idx):
        return (q.lower, q.upper) if q.upper is not None else ()
    if isinstance(q, (sp.Sum, sp.Product)):
        return tuple(b for _, *bounds in q.limits for b in bounds)
    return q.shape or ()


def free_indices(e: Any) -> set:
    """Indices with a range that are bound by no sum and no list of components."""
    if isinstance(e, sp.Idx):
        return {e}
    inner = set().union(*map(free_indices, e.args)) if e.args else set()
    if isinstance(e, (sp.Sum, sp.Product)):
        inner -= {lim[0] for lim in e.limits}
    if isinstance(e, nd.Components):
        inner -= {e.args[1]}
    return inner


def _differ(names: set) -> bool:
    """Whether names that print alike are different things: a label is its base's own."""
    labels = {n.label if isinstance(n, (sp.IndexedBase, sp.Idx)) else n for n in names}
    return len(labels) > 1
