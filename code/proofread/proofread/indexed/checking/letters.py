"""Generators of the ring: one for letters whose parts are equal, and their powers."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import sympy as sp

from ...binding import free
from ...declaration import indexed
from ...node import dims, is_matrix
from ...nodes import Entry
from ...nodes.notation import unfolded, whole_factor
from ...wellformed import Range, Ranges

POWERS = (sp.exp, sp.Pow)


class Letters:
    """The generators of a proof, and standard names for indices.

    readings: of terms.  generators, names: by what makes them the same.  terms: what
    each generator stands for; sums: of one that is a sum, its ranges and factors;
    roots: of one that is a root, which and of what.
    """

    def __init__(self, ranges: Ranges, is_positive: Callable[[Any], bool]):
        self.ranges, self.is_positive = ranges, is_positive
        self.readings, self.terms = dict[Any, Any](), dict[Any, Any]()
        self.sums, self.roots = dict[Any, Any](), dict[Any, Any]()
        self.generators = defaultdict[Any, Any](sp.Dummy)
        self.names = defaultdict[Any, Any](lambda: sp.Dummy(integer=True))

    def __call__(self, e: Any) -> Any:
        """The number as a rational function of generators."""
        raise NotImplementedError

    def back(self, r: Any) -> Any:
        """The term that a rational function stands for."""
        return r.xreplace({g: self.terms[g] for g in r.free_symbols})

    def letter(self, e: Any) -> Any:
        """The generator of a term that is no sum, product or power."""
        return self.generator(self._made_of(e), e)

    def generator(self, key: Any, term: Any) -> Any:
        """The one of this key, which stands for a term."""
        self.terms.setdefault(g := self.generators[key], term)
        return g

    def key(self, a: Any) -> Any:
        """What is the same for equal parts of letters: of a matrix, its entries."""
        if is_matrix(a):
            ends = {k: (sp.S.One, n) for k, n in enumerate(dims(a)) if n != 1}
            at = self.apart(ends, [a], "place")
            return dims(a), self.key(unfolded(Entry(a, at.get(0, 1), at.get(1, 1))))
        r = self(a) if isinstance(a, sp.Expr) and not a.is_Atom else a
        return sp.cancel(sp.together(r)) if r.atoms(sp.Pow) else sp.expand(r)

    def _made_of(self, e: Any) -> Any:
        """A node with keys for the arguments that it is a function of."""
        of, parts = indexed(e).of or slice(0), list(e.args)
        parts[of] = map(self._made_of if isinstance(e, Entry) else self.key, parts[of])
        bound = isinstance(e, (sp.Sum, sp.Product)) or not e.args[of]
        return e if bound else (e.func, *parts)

    def power(self, base: Any, exponent: Any) -> Any:
        """a^(b + c) = a^b a^c, for a positive a or for numbers b and c."""
        if exponent.is_Rational:
            whole, part = divmod(exponent, 1)
            return self(base) ** whole * self._root(base, part.q) ** part.p
        if base != sp.E and not self.is_positive(base):
            times, rest = whole_factor(exponent)
            return self.letter(base**rest) ** times
        made = sp.S.One
        for t in sp.Add.make_args(sp.expand(self(exponent))):
            times, rest = t.as_coeff_Mul()
            times, rest = (times, rest) if times.is_Integer else (1, t)
            power = base ** self.back(rest)
            plain = rest != 1 and isinstance(power, POWERS)
            made *= (self.letter(power) if plain else self(power)) ** times
        return made

    def _root(self, base: Any, q: int) -> Any:
        root = base ** sp.Rational(1, q)
        if q == 1 or not isinstance(root, POWERS):
            return self(root)
        self.roots[self.letter(root)] = q, self(base)
        return self.letter(root)

    def name(self, ends: Range, number: Any) -> Any:
        """The index of that number for a range."""
        self.ranges.table[k := self.names[ends, number]] = ends
        return k

    def apart(self, limits: dict[Any, Range], terms: Any, kind: str) -> dict[Any, Any]:
        """Standard names for indices, in their order, that are free in no term."""
        taken, names = set[Any]().union(*map(free, terms)), dict[Any, Any]()
        for k, ends in limits.items():
            standard = (self.name(ends, (kind, n)) for n in itertools.count())
            names[k] = next(h for h in standard if h not in taken)
            taken.add(names[k])
        return names

    def fresh(self, limits: dict[Any, Range]) -> dict[Any, Any]:
        """Names that are nowhere else, for some indices."""
        return {
            k: self.name(e, ("fresh", len(self.ranges.table)))
            for k, e in limits.items()
        }
