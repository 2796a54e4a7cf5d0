"""Sums, products and fractions of numbers, as a textbook sets them."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .binding import (
    DIVIDED,
    OPEN,
    POWER,
    PRODUCT,
    SUM,
    Tex,
    beside,
    bracket,
    is_tall,
    join_terms,
)
from .factors import is_negative
from .fractions import arrange, common_denominator, is_small, split_fraction
from .layout import width
from .order import ordered_terms
from .printer import Printer


class ScalarPrinting(Printer):
    """How sums, products and fractions of numbers print."""

    # ---- sums

    def signed(self, e: Any) -> tuple[bool, Tex]:
        """Whether a term carries a minus, and the term without it."""
        if e.is_Number and e.is_negative:
            return True, self.tex(-e)
        if e.is_Mul:
            negative = bool(e.args[0].is_Number and e.args[0].is_negative)
            return negative, self.unsigned(e, -1 if negative else 1)
        return False, self.tex(e)

    def terms(self, e: Any) -> list[tuple[bool, Tex]]:
        """Each term of a sum with its sign, ready to be joined."""
        return [self.signed(term) for term in ordered_terms(e)]

    def sum(self, expr: Any) -> Tex:
        """A sum of numbers, over a common denominator where every term has it."""
        if (whole := common_denominator(expr)) is None:
            return join_terms(self.terms(expr))
        top = sp.Add(*(term * whole for term in expr.args))
        negative = all(map(is_negative, top.args))
        line = self.fraction(self.tex(-top if negative else top), self.tex(whole))
        return join_terms([(True, line)]) if negative else line

    # ---- products

    def product(self, expr: Any) -> Tex:
        """A product of numbers, its sign in front."""
        negative, made = self.signed(expr)
        return join_terms([(True, made)]) if negative else made

    def rational(self, expr: Any) -> Tex:
        """A whole number or a fraction, its sign in front."""
        sign = "-" if expr.p < 0 else ""
        shown = Tex(str(abs(expr.p)))
        if expr.q != 1:
            shown = self.fraction(shown, Tex(str(expr.q)))
        return Tex(f"{sign}{shown}", SUM if sign else shown.level)

    def unsigned(self, e: Any, sign: int = 1, followed: bool = False) -> Tex:
        """A product less its sign, as one fraction with factors before and after it."""
        over, under = split_fraction(e)
        if sign < 0 and over and over[0].is_Number:
            over = [-over[0], *over[1:]]
        over = [f for f in over if f != 1]
        if not under:
            return self.join(over, followed)
        if _is_power_of_fraction(over, under):
            base = self.fraction(self.tex(over[0].base), self.tex(under[0].base))
            return Tex(f"{bracket(base)}^{{{self.small(over[0].exp)}}}", POWER)
        before, above, after = self._arranged(over, under)
        line = self.fraction(self.join(above), self.join(under))
        made = beside(self.chained(before, [line]), line)
        return beside(made, self.chained(after, [None] if followed else []))

    def _arranged(
        self, over: list[Any], under: list[Any]
    ) -> tuple[list[Any], list[Any], list[Any]]:
        """Factors before a fraction, above its line and after it."""
        bottom = self.join(under)
        if self.script and width(bottom) + width(self.join(over)) < 8:
            return [], over, []
        before, above, after = [], over, []
        if all(map(is_small, under)):
            before, above, after = arrange(over, under)
        if not is_tall(bottom):
            tall = [f for f in above if is_tall(self.tex(f))]
            above = [f for f in above if f not in tall]
            after = [f for f in over if f in tall or f in after]
        return before, above, after

    def fraction(self, top: Tex, bottom: Tex) -> Tex:
        """One formula over another, or beside it with a slash in an index."""
        top = top or Tex("1")
        if (
            self.script
            and width(bottom) + width(top) < 10
            and not is_tall(top + bottom)
        ):
            top = top if top.level >= PRODUCT else bracket(top)
            bottom = bottom if bottom.level > PRODUCT else bracket(bottom)
            return Tex(f"{top}/{bottom}", DIVIDED)
        return Tex(rf"\frac{{{top}}}{{{bottom}}}", POWER)

    def join(self, factors: list[Any], followed: bool = False) -> Tex:
        """Factors side by side, bracketed where they would run into each other."""
        if len(factors) == 1 and not followed:
            return self.tex(factors[0])
        return self.chained(factors, [None] if followed else [])

    def chained(self, factors: list[Any], after: list[Any]) -> Tex:
        """Factors of a longer product, given what comes after them."""
        made = Tex("")
        for place, factor in enumerate(factors):
            made = beside(made, self.factor(factor, factors[place + 1 :] + after))
        return made

    def factor(self, factor: Any, after: list[Any]) -> Tex:
        """One factor, given those that follow it."""
        shown = self.tex(factor)
        if shown.level < PRODUCT or (after and shown.level == PRODUCT):
            return bracket(shown)
        if not after or shown.level > OPEN:
            return shown
        return self.sealed(factor, after[0])


def _is_power_of_fraction(over: list[Any], under: list[Any]) -> bool:
    """Whether a²/b² is better set as (a/b)², because a or b is a sum."""
    if len(over) != 1 or len(under) != 1 or not (over[0].is_Pow and under[0].is_Pow):
        return False
    a, b = over[0], under[0]
    return a.exp == b.exp and a.exp.is_Integer and (a.base.is_Add or b.base.is_Add)
