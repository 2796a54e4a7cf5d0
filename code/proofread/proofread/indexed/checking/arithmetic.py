"""Whether two numbers are the same in the ring of letters, finite sums and quotients.

A number is read as a rational function of generators.  A generator is a letter, or a
sum of a product of letters that hang together by the indices of the sum, these named in
one way; a product of sums is the product of their generators.
"""

from __future__ import annotations

import itertools
from typing import Any

import sympy as sp

from ...binding import bound, free, put, put_all
from ...declaration import indexed
from ...node import dims, is_matrix
from ...nodes import Entry
from ...nodes.notation import unfolded
from ...wellformed import SUMS, Range, Ranges


class Ring:
    """Reads numbers; one for a proof, so that equal terms get the same generator.

    readings: of terms.  generators: by what makes them the same.  terms: what each
    generator stands for; sums: of one that is a sum, its ranges and product; roots: of
    one that is a root, the power.
    """

    def __init__(self, ranges: Ranges):
        self.ranges, self.readings = ranges, dict[Any, Any]()
        self.generators, self.terms = dict[Any, Any](), dict[Any, Any]()
        self.sums, self.roots = dict[Any, Any](), dict[Any, Any]()

    def same(self, a: Any, b: Any) -> bool:
        """Whether two numbers are one element of the ring, or matrices by entries."""
        if is_matrix(a) or is_matrix(b):
            return a == b or self.key(a) == self.key(b)
        return a == b or self.is_zero(self(a) - self(b))

    def is_zero(self, r: Any, apart: Any = ()) -> bool:
        """Whether a rational function is nothing, be the places of a δ one or two.

        apart: places that are two.
        """
        for root, power in reversed(self.roots.items()):
            r = r.xreplace({root: power})
        top = sp.expand(sp.fraction(sp.together(r))[0])
        for g in sorted(top.free_symbols, key=lambda g: g.dummy_index):
            if isinstance(self.terms[g], sp.KroneckerDelta):
                for j, k in itertools.permutations(self.terms[g].args):
                    if self.ranges.of(k) and self.ranges.within(j, self.ranges.of(k)):
                        one, *two = (put(q, k, j) for q in (self.back(top), *apart))
                        differ = self.is_zero(top.subs(g, 0), (*apart, sp.Tuple(k, j)))
                        never = any(a == b for a, b in two)
                        return differ and (never or self.is_zero(self(one), two))
        return top == 0

    def __call__(self, e: Any) -> Any:
        """The number as a rational function of generators."""
        if e not in self.readings:
            self.readings[e] = self._reading(e)
        return self.readings[e]

    def _reading(self, e: Any) -> Any:
        if e.is_Rational:
            return e
        if isinstance(e, (sp.Add, sp.Mul)) and not is_matrix(e):
            return e.func(*map(self, e.args))
        if isinstance(e, (sp.exp, sp.Pow)):
            return self._power(e)
        if isinstance(e, SUMS):
            names = self.apart(limits := self.ranges.limits(e), free(e))
            inner = put_all(e.function, names)
            pairs = [*zip(names.values(), limits.values(), strict=True)]
            if isinstance(e, sp.Product):
                return self._letter(e, (self.key(inner), *pairs))
            return self._total(self(inner), dict(pairs))
        return self._letter(e)

    def back(self, r: Any) -> Any:
        """The term that a rational function stands for."""
        return r.xreplace({g: self.terms[g] for g in r.free_symbols})

    # ---- letters and powers

    def _letter(self, e: Any, key: Any = None) -> Any:
        """The generator that stands for a term, and for all of this key."""
        g = self.generators.setdefault(key or self._made_of(e), sp.Dummy())
        self.terms.setdefault(g, e)
        return g

    def key(self, a: Any) -> Any:
        """What is the same for equal parts of letters: of a matrix, its entries."""
        if is_matrix(a):
            ends = {k: (sp.S.One, n) for k, n in enumerate(dims(a)) if n != 1}
            at = self.apart(ends, free(a))
            return dims(a), self.key(unfolded(Entry(a, at.get(0, 1), at.get(1, 1))))
        r = self(a) if isinstance(a, sp.Expr) and not a.is_Atom else a
        return sp.cancel(sp.together(r)) if r.atoms(sp.Pow) else sp.expand(r)

    def _made_of(self, e: Any) -> Any:
        """A node with keys for the arguments that it is a function of."""
        of, parts = indexed(e).of or slice(0), list(e.args)
        parts[of] = map(self._made_of if isinstance(e, Entry) else self.key, parts[of])
        return e if bound(e) or not e.args[of] else (e.func, *parts)

    def _power(self, e: Any) -> Any:
        """a^(b + c) = a^b a^c, and the whole powers of what is left."""
        base, exponent = e.as_base_exp()
        terms = [t.as_coeff_Mul() for t in sp.Add.make_args(sp.expand(self(exponent)))]
        parts = [(base ** (self.back(t) / many.q), many.p) for many, t in terms]
        if parts != [(e, 1)]:
            return sp.Mul(*(self(part) ** times for part, times in parts))
        if exponent.is_Rational:
            self.roots[self._letter(e)] = self(base) ** exponent
        return self._letter(e)

    # ---- indices

    def apart(self, limits: Any, taken: Any) -> dict[Any, Any]:
        """Standard names for indices, in their order, that are not taken."""
        names = dict[Any, Any]()
        for k, ends in limits.items():
            standard = (self.ranges.name(ends, n) for n in itertools.count())
            names[k] = next(h for h in standard if h not in {*taken, *names.values()})
        return names

    # ---- sums

    def _total(self, r: Any, limits: dict[Any, Range]) -> Any:
        """The sum of a rational function over indices, the first innermost."""
        for k, ends in limits.items():
            r = sp.Add(*(self._sum_of_term(t, k, ends) for t in _terms(r)))
        return r

    def _sum_of_term(self, t: Any, k: Any, ends: Range) -> Any:
        """Factors without the index outside; those with it opened, under one sum."""
        limits, inner, rest = {k: ends}, sp.S.One, sp.S.One
        for f in sp.Mul.make_args(t):
            base, power = f.as_base_exp()
            if k not in free(self.back(f)):
                rest *= f
            elif base in self.sums and power > 0:
                for _ in range(power):
                    held, body = self.sums[base]
                    names = self.apart(held, free(self.back(t)) | limits.keys())
                    limits |= {names[h]: held[h] for h in held}
                    inner *= self._named(body, names)
            else:
                inner *= f
        many = ends[1] - ends[0] + 1
        alike = inner == 1 and many.is_nonnegative
        return rest * (self(many) if alike else self._joined(limits, inner))

    def _named(self, r: Any, names: dict[Any, Any]) -> Any:
        """A rational function with other names for its indices."""
        return self(put_all(self.back(r), names))

    def _joined(self, limits: dict[Any, Range], t: Any) -> Any:
        """A sum of a product: a δ takes out its index; else a generator."""
        for g, power in t.as_powers_dict().items():
            delta = isinstance(self.terms.get(g), sp.KroneckerDelta) and power > 0
            for k, j in itertools.permutations(self.terms[g].args) if delta else ():
                if k in limits and self.ranges.within(j, limits[k]):
                    rest = self._named(t / g**power, {k: j})
                    kept = {h: ends for h, ends in limits.items() if h != k}
                    return self._total(rest, kept)
        return self._component(limits, t)

    def _component(self, limits: dict[Any, Range], t: Any) -> Any:
        """The generator of a sum that hangs together, its indices named in one way."""

        def look(k: Any) -> Any:  # from this index, those without a name being alike
            alike = {h: name(r, ("look", h == k)) for h, r in limits.items()}
            return str(limits[k]), str(self._named(t, alike | names))

        names, taken = dict[Any, Any](), free(self.back(t)) - limits.keys()
        name = self.ranges.name
        while rest := [k for k in limits if k not in names]:
            looks = [look(k) for k in rest]
            first = min(looks, key=lambda s: (looks.count(s), s))
            k = rest[looks.index(first)]
            names |= self.apart({k: limits[k]}, taken.union(names.values()))
        body, held = self._named(t, names), {h: limits[k] for k, h in names.items()}
        total = sp.Sum(self.back(body), *((k, *ends) for k, ends in held.items()))
        self.sums[g := self._letter(total, (body, *held.items()))] = held, body
        return g


def _terms(r: Any) -> list[Any]:
    """Products of powers that add up to a rational function."""
    pairs = (sp.fraction(sp.together(t)) for t in sp.Add.make_args(r))
    apart = ((sp.Add.make_args(sp.expand(a)), sp.factor(b)) for a, b in pairs)
    return [a / below for top, below in apart for a in top]
