"""Sums and products of what is read: sizes that are not printed follow from the rest.

𝐈, 𝟏, 𝟎 and 𝐞ⱼ do not show how large they are.  Their sizes are unknowns, and each sum
and each product says which sizes are equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any

import numpy as np
import sympy as sp

from ..declaration import Declaration, declare
from ..node import MatrixNode, ScalarNode, is_matrix
from ..nodes import Entry
from ..numeric import Numeric
from .layout import Unreadable


class Shaped(MatrixNode):
    """Shaped(e, rows, columns): a sum or a slope with entries, as a matrix."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return self.args[1:]


class AtPlace(ScalarNode):
    """AtPlace(e, names, values): what e is where the names have these values."""


def _at_place(read: Numeric, e: Any) -> Any:
    made, names, values = e.args
    pairs = zip(names, map(read, values), strict=True)
    return read.within({name: np.asarray(value) for name, value in pairs})(made)


declare(AtPlace, Declaration(numeric=_at_place))
declare(Shaped, Declaration(numeric=lambda read, e: read(e.args[0])))


class Sizes:
    """What is known of sizes that are not printed."""

    def __init__(self) -> None:
        self.found: dict[Any, Any] = {}
        self.unknown: set[Any] = set()

    def fresh(self) -> Any:
        """A size that is not known yet."""
        made = sp.Dummy("size", integer=True, positive=True)
        self.unknown.add(made)
        return made

    def of(self, n: Any) -> Any:
        """A size, as far as it is known."""
        while n in self.found:
            n = self.found[n]
        return sp.sympify(n)

    def shape(self, e: Any) -> tuple[Any, ...]:
        """Rows and columns; () of a number."""
        return tuple(map(self.of, e.shape)) if is_matrix(e) else ()

    def same(self, m: Any, n: Any) -> None:
        """Two sizes are equal; Unreadable where they are not."""
        m, n = self.of(m), self.of(n)
        if m in self.unknown and m != n:
            self.found[m] = n
        elif n in self.unknown and m != n:
            self.found[n] = m
        elif sp.expand(m - n) != 0:
            raise Unreadable(f"the sizes {m} and {n} in one place")

    def solved(self, e: Any) -> Any:
        """An expression with all that is known of its sizes."""
        known = {n: self.of(n) for n in self.unknown}
        return e.xreplace({n: size for n, size in known.items() if n != size})

    # ---- numbers and matrices

    def number(self, e: Any) -> Any:
        """What has one row and one column, as a number."""
        if not is_matrix(e):
            return e
        for n in self.shape(e):
            if n != 1:
                raise Unreadable(f"{e} where a number should be")
        return Entry(e, 1, 1)

    def plain(self, e: Any) -> Any:
        """A matrix, or a number where it has one row and one column."""
        return Entry(e, 1, 1) if self.shape(e) == (1, 1) else e

    def alike(self, terms: Sequence[Any]) -> list[Any]:
        """Terms of one shape: all numbers, or all matrices."""
        terms = list(map(self.plain, terms))
        if not all(map(is_matrix, terms)):
            return list(map(self.number, terms))
        for other in terms[1:]:
            for m, n in zip(terms[0].shape, other.shape, strict=True):
                self.same(m, n)
        return terms

    def total(self, terms: Sequence[tuple[int, Any]]) -> Any:
        """The sum of terms with their signs."""
        made = self.alike([e for _, e in terms])
        signed = [
            self.product([sp.S.NegativeOne, e]) if sign < 0 else e
            for (sign, _), e in zip(terms, made, strict=True)
        ]
        if not is_matrix(made[0]):
            return sp.Add(*signed)
        return _node(sp.MatAdd, signed)

    def product(self, factors: Iterable[Any]) -> Any:
        """The product of factors, numbers and matrices in their order."""
        numbers: list[Any] = []
        chain: list[Any] = []
        for factor in map(self.plain, factors):
            if not is_matrix(factor):
                numbers.append(factor)
                continue
            if chain:
                self.same(chain[-1].shape[1], factor.shape[0])
            chain.append(factor)
            if self.of(chain[0].shape[0]) == self.of(factor.shape[1]) == 1:
                numbers.append(Entry(_chained(chain), 1, 1))
                chain = []
        scale = reduce(_times, numbers, sp.S.One)
        if not chain:
            return scale
        return _chained(chain if scale == 1 else [scale, *chain])

    def square(self, e: Any) -> Any:
        """A matrix with as many rows as columns."""
        self.same(*e.shape)
        return e


def _times(a: Any, b: Any) -> Any:
    return sp.Mul(a, b)


def _chained(chain: Sequence[Any]) -> Any:
    return _node(sp.MatMul, chain)


def _node(kind: Any, parts: Sequence[Any]) -> Any:
    """A sum or product, before all of its sizes are known."""
    return sp.Basic.__new__(kind, *parts) if len(parts) > 1 else parts[0]
