"""Sums, products, fractions and powers of numbers, as a textbook sets them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef
from sympy.printing.latex import LatexPrinter
from sympy.printing.precedence import PRECEDENCE, precedence_traditional

from ..declaration import declared
from .binding import (
    ATOM,
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
from .fractions import arrange, common_denominator, is_small, split_fraction
from .layout import width
from .order import is_negative, ordered_terms

_SymPyPrinter: Any = LatexPrinter
"""Any, because SymPy names the argument of its rules as it pleases."""


class ScalarPrinting(_SymPyPrinter):
    """How numbers print.  `tex` gives the LaTeX of any tree, with its level."""

    script = False

    def _print(self, expr: Any, **kwargs: Any) -> Any:
        """By the rule that is declared for it, else by SymPy's own."""
        rule = declared(expr).latex
        if rule:
            return rule(self, expr)
        return _SymPyPrinter._print(self, expr, **kwargs)

    def tex(self, e: Any) -> Tex:
        """The LaTeX of e, with the level at which it binds."""
        made = self._print(e)
        return made if isinstance(made, Tex) else Tex(made, _level(e))

    def within(self, e: Any, level: int, pair: str = "()") -> Tex:
        """The LaTeX of e, in brackets if it binds looser than the level."""
        made = self.tex(e)
        return made if made.level >= level else bracket(made, pair)

    @contextmanager
    def _as_script(self, script: bool):
        before, self.script = self.script, script
        try:
            yield
        finally:
            self.script = before

    def small(self, e: Any) -> str:
        """The LaTeX of e as an index or exponent, where fractions have a slash."""
        with self._as_script(True):
            return str(self.tex(e))

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

    def sealed(self, e: Any, following: Any = None) -> Tex:
        """What reaches to the right, stopped by a bracket."""
        return bracket(self.tex(e))

    # ---- powers

    def power(self, expr: Any) -> Tex:
        """A power, a root or a fraction."""
        base, exponent = expr.args
        if is_negative(exponent):
            return self.unsigned(expr)
        if exponent == sp.S.Half:
            return Tex(rf"\sqrt{{{self.tex(base)}}}", POWER)
        return self.raised(base, self.small(exponent))

    def raised(self, base: Any, exponent: str) -> Tex:
        """A base with an upper index."""
        shown = self.tex(base)
        shown = shown if shown.level == ATOM else bracket(shown)
        return Tex(f"{shown}^{{{exponent}}}", POWER)

    def exponential(self, expr: Any) -> Tex:
        """e raised to what is small, exp of what is not."""
        flat = self.small(expr.args[0])
        if not is_tall(flat) and r"\sum" not in flat and width(flat) <= 12:
            return Tex(f"e^{{{flat}}}", POWER)
        with self._as_script(False):
            return Tex(rf"\exp{bracket(self.tex(expr.args[0]))}", POWER)


def _is_power_of_fraction(over: list[Any], under: list[Any]) -> bool:
    """Whether a²/b² is better set as (a/b)², because a or b is a sum."""
    if len(over) != 1 or len(under) != 1 or not (over[0].is_Pow and under[0].is_Pow):
        return False
    a, b = over[0], under[0]
    return a.exp == b.exp and a.exp.is_Integer and (a.base.is_Add or b.base.is_Add)


def _level(e: Any) -> int:
    """The level of what SymPy itself has printed."""
    strength = precedence_traditional(e)
    if strength < PRECEDENCE["Mul"]:
        return SUM
    if strength < PRECEDENCE["Pow"] or isinstance(e, (AppliedUndef, sp.factorial)):
        return PRODUCT if strength < PRECEDENCE["Pow"] else POWER
    return ATOM
