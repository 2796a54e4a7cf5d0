"""Whether two terms are the same rational function of their letters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy as sp

from ...node import is_matrix
from .terms import Refused


class Ring:
    """Reads terms as rational functions of letters, one dummy for each letter.

    roots: (a letter for the q-th root of a term, q, the term).  divisors: what is
    divided by.  exponentials: the letters that are never zero.
    """

    def __init__(self) -> None:
        self.letters: dict[Any, Any] = {}
        self.roots: dict[Any, tuple[int, Any]] = {}
        self.divisors: set[Any] = set()

    def letter(self, e: Any) -> Any:
        """The dummy that stands for a term."""
        return self.letters.setdefault(e, sp.Dummy(f"a{len(self.letters)}"))

    def __call__(self, e: Any) -> Any:
        """The term with dummies for its letters."""
        if e.is_Rational:
            return e
        if is_matrix(e):
            return self.letter(e)
        if isinstance(e, (sp.Add, sp.Mul)):
            return e.func(*map(self, e.args))
        if isinstance(e, sp.exp):
            return sp.Mul(*(self._power(sp.E, t) for t in sp.Add.make_args(e.exp)))
        if isinstance(e, sp.Pow) and (e.exp.is_Rational or e.base.is_positive):
            return sp.Mul(*(self._power(e.base, t) for t in sp.Add.make_args(e.exp)))
        if e.is_Float or e in (sp.nan, sp.zoo, sp.oo, -sp.oo):
            raise Refused(f"{e} is no exact number")
        return self.letter(e)

    def _power(self, base: Any, exponent: Any) -> Any:
        """The base to a sum's term: a whole power of the base, a root or a power."""
        whole, rest = exponent.as_coeff_Mul()
        if rest != 1 and not whole.is_Integer:
            return self.letter(base**exponent)
        if rest != 1:
            return self.letter(base**rest) ** whole
        n, part = divmod(exponent, 1)
        value = self(base)
        if n < 0 and base != sp.E:
            self.divisors.add(value)
        if not part:
            return value**n
        root = self.letter(base ** sp.Rational(1, part.q))
        self.roots[root] = (part.q, value)
        return value**n * root**part.p

    def is_zero(self, e: Any) -> bool:
        """Whether a rational function of the letters is zero."""
        top = sp.expand(sp.fraction(sp.together(e))[0] if self.divisors else e)
        for root, (q, base) in reversed(self.roots.items()):
            up, down = sp.fraction(sp.together(base))
            while sp.degree(top, root) >= q if top.has(root) else False:
                top = sp.prem(top, sp.expand(down * root**q - up), root)
        return top == 0


def same_function(old: Any, new: Any, nonzero: Iterable[Any] = ()) -> bool:
    """Whether both are one rational function, and new needs no more than old does.

    New has no letter that old has not, but for symbols, and divides by nothing that
    old does not divide by, but for what is said to be nonzero: a term without a value
    would else come in.
    """
    read = Ring()
    a = read(old)
    known, divided = len(read.letters), set(read.divisors)
    b = read(new)
    if not all(q.is_Symbol for q in list(read.letters)[known:]):
        return False
    if any(map(read.is_zero, read.divisors)):
        return False
    divided.update(map(read, nonzero))
    needed = _parts(read.divisors) - _parts(divided)
    return not needed and read.is_zero(a - b)


def _parts(divisors: set[Any]) -> set[Any]:
    """The irreducible factors of what is divided by, each up to a number."""
    found: set[Any] = set()
    for d in divisors:
        for side in sp.fraction(sp.together(d)):
            if side.is_Symbol:
                found.add(side)
            elif not side.is_number:
                found |= {f.monic() for f, _ in sp.Poly(side).factor_list()[1]}
    return {f.as_expr() if isinstance(f, sp.Poly) else f for f in found}
