"""Sums, products, fractions, powers and functions of numbers, as a textbook sets them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import contextmanager
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef
from sympy.printing.latex import LatexPrinter

from .printing_layout import width
from .printing_names import (
    ATOM,
    OPEN,
    POWER,
    PRODUCT,
    SUM,
    Tex,
    bracket,
    fenced,
    letter,
    spell,
)
from .printing_order import ordered_factors, ordered_terms

OPERATORS = {
    **{name: f"\\{name}" for name in "log sin cos tan sinh cosh tanh cot".split()},
    "asin": r"\arcsin",
    "acos": r"\arccos",
    "atan": r"\arctan",
}
"""Functions written without brackets around a simple argument."""


class ScalarPrinting(LatexPrinter):
    """How numbers print.  `tex` gives LaTeX with its level for any tree."""

    script = False

    def tex(self, e: Any) -> Tex:
        """The LaTeX of e, with the level at which it binds."""
        made = self._print(e)
        return made if isinstance(made, Tex) else Tex(made, _level(e))

    def within(self, e: Any, level: int, pair: str = "()") -> Tex:
        """The LaTeX of e, in brackets if it binds looser than the level."""
        made = self.tex(e)
        return made if made.level >= level else bracket(made, pair)

    @contextmanager
    def _scripts(self):
        """Inside an index or exponent fractions are set with a slash."""
        before, self.script = self.script, True
        yield
        self.script = before

    def small(self, e: Any) -> str:
        """The LaTeX of e as an index or exponent."""
        with self._scripts():
            return str(self.tex(e))

    # ---- sums

    def signed(self, e: Any) -> tuple[bool, Tex]:
        """Whether a term carries a minus, and the term without it."""
        if e.is_Number and e.is_negative:
            return True, self.tex(-e)
        if e.is_Mul and e.args[0].is_Number and e.args[0].is_negative:
            return True, self._product(e, -1)
        return False, self._product(e) if e.is_Mul else self.tex(e)

    def terms(self, e: Any) -> list[tuple[bool, Tex]]:
        """Each term of a sum with its sign, ready to be joined."""
        found = [self.signed(term) for term in ordered_terms(e)]
        return [(sign, t if t.level >= PRODUCT else bracket(t)) for sign, t in found]

    def _print_Add(self, e: Any, order: Any = None) -> Tex:
        return join_terms(self.terms(e))

    # ---- products

    def _print_Mul(self, e: Any) -> Tex:
        negative, made = self.signed(e)
        return Tex(f"-{made}", SUM) if negative else made

    def _print_Rational(self, e: Any) -> Tex:
        if e.q == 1:
            return Tex(str(e.p), ATOM if e.p >= 0 else SUM)
        shown = self._fraction(str(abs(e.p)), Tex(str(e.q)))
        return shown if e.p > 0 else Tex(f"-{shown}", SUM)

    _print_Integer = _print_Rational

    def _product(self, e: Any, sign: int = 1) -> Tex:
        """A product without its sign, as one fraction and what follows it."""
        over, under = split_fraction(e)
        over = [sign * over[0], *over[1:]] if over and over[0].is_Number else over
        over = [f for f in over if f != 1]
        if not under:
            return self.join(over)
        bottom = self.join(under)
        inside, outside = self._around(over, under)
        if self.script and width(bottom) + width(self.join(over)) < 8:
            inside, outside = over, []
        top = self.join(inside) if inside else Tex("1")
        return self._beside(self._fraction(top, bottom), self.join(outside))

    def _fraction(self, top: Any, bottom: Tex) -> Tex:
        short = width(bottom) + width(top) < 8 and "frac" not in top + bottom
        if self.script and short:
            over = top if getattr(top, "level", ATOM) >= PRODUCT else bracket(top)
            return Tex(
                f"{over}/{bottom if bottom.level > PRODUCT else bracket(bottom)}", PRODUCT
            )
        return Tex(rf"\frac{{{top}}}{{{bottom}}}", POWER)

    def _around(self, over: list, under: list) -> tuple[list, list]:
        """Which factors go on top of a fraction, and which follow it."""
        simple = all(_is_small(f) for f in under)
        inside = [f for f in over if not (simple and self._is_big(f))]
        sums = [f for f in inside if f.is_Add]
        if len(sums) == 1 and simple:
            inside = [f for f in inside if not isinstance(f, (sp.Function, sp.Pow))]
            inside += [f for f in over if _is_small(f) and f not in inside]
            inside = [f for f in over if f in inside]
        return inside, [f for f in over if f not in inside]

    def _is_big(self, f: Any) -> bool:
        """Whether a factor reads better beside a fraction than on top of it."""
        made = self.tex(f)
        bars = r"\lVert" in made or r"\left" in made
        wide = not f.is_Add and width(made) > 14
        return made.level in (SUM + 1, OPEN) or "frac" in made or bars or wide or (
            f.is_Add and r"\sum" in made
        )

    def join(self, factors: list) -> Tex:
        """Factors side by side, bracketed where they would run into each other."""
        if len(factors) == 1:
            return self.tex(factors[0])
        made = Tex("")
        opens = sum(isinstance(f, (sp.Sum, sp.Product)) for f in factors)
        for place, factor in enumerate(factors):
            last = place == len(factors) - 1
            crowd = opens > 1 and isinstance(factor, (sp.Sum, sp.Product))
            need = POWER if crowd or not last else OPEN
            shown = self.tex(factor)
            if place == 0 and shown.level == PRODUCT and not last:
                need = PRODUCT
            made = self._beside(made, shown if shown.level >= need else bracket(shown))
        return Tex(made, PRODUCT)

    def _beside(self, left: Tex, right: Tex) -> Tex:
        if not left or not right:
            return Tex(left or right, max(left.level, right.level) if left else right.level)
        gap = " "
        if right[0].isdigit() or (left[-1].isdigit() and right.startswith(r"\frac{1")):
            gap = r" \cdot "
        elif left[-1] in ")]" and (right[0].isalpha() or right[0] == "\\"):
            gap = " " if right.startswith((r"\left", r"\big", r"\log")) else r"\, "
        elif left.endswith("}") and right.startswith((r"\mathrm{d}", r"\frac")):
            gap = r"\, "
        return Tex(left + gap + right, PRODUCT)

    # ---- powers

    def _print_Pow(self, e: Any) -> Tex:
        base, exponent = e.args
        if exponent.as_coeff_Mul()[0].is_negative:
            return self._product(e)
        if exponent == sp.S.Half:
            return Tex(rf"\sqrt{{{self.tex(base)}}}", POWER)
        return self.raised(base, self.small(exponent))

    def raised(self, base: Any, exponent: str) -> Tex:
        """A base with an upper index."""
        if type(base).__name__ in OPERATORS and base.func is not sp.log:
            return self._operator(OPERATORS[type(base).__name__], base.args[0], exponent)
        shown = self.tex(base)
        closed = isinstance(base, (sp.Abs, AppliedUndef)) or _is_closed(shown)
        shown = shown if shown.level == ATOM or closed else bracket(shown)
        return Tex(f"{shown}^{{{exponent}}}", POWER)

    def _print_exp(self, e: Any, exp: Any = None) -> Tex:
        flat = self.small(e.args[0])
        tall = any(mark in flat for mark in (r"\frac", r"\sum", r"\left", r"\prod"))
        if not tall and width(flat) <= 12:
            return Tex(f"e^{{{flat}}}", POWER)
        with self._scripts():
            self.script = False
            return Tex(rf"\exp{bracket(self.tex(e.args[0]))}", POWER)

    # ---- functions

    def _print_Function(self, e: Any, exp: Any = None) -> Tex:
        name = type(e).__name__
        if name in OPERATORS:
            return self._operator(OPERATORS[name], e.args[0], exp)
        raised = f"^{{{exp}}}" if exp is not None else ""
        made = f"{self.function_name(e.func)}{self.arguments(e.args)}{raised}"
        return Tex(made, POWER if exp is not None else ATOM)

    def _print_log(self, e: Any, exp: Any = None) -> Tex:
        return self._operator(r"\log", e.args[0], exp)

    def _operator(self, name: str, argument: Any, exponent: Any = None) -> Tex:
        raised = f"^{{{exponent}}}" if exponent is not None else ""
        shown = self.tex(argument)
        bare = shown.level == ATOM and not shown.startswith(("(", r"\left", r"\big"))
        reaching = shown.level == OPEN and shown.startswith((r"\sum", r"\prod", r"\det"))
        if bare or reaching or (shown.level == POWER and shown.startswith(r"\frac")):
            return Tex(f"{name}{raised} {shown}", OPEN)
        return Tex(f"{name}{raised}{bracket(shown)}", POWER)

    def function_name(self, function: Any) -> str:
        """The name of a function, upright if it is a word."""
        name = getattr(function, "__name__", str(function))
        names = {"gamma": r"\Gamma", "Heaviside": "H"}
        known = not issubclass(function, AppliedUndef)
        shown = names.get(name, letter(name)) if known else str(spell(name).tex())
        return shown.replace(r"\mathrm", r"\operatorname", 1) if "mathrm" in shown else shown

    def arguments(self, arguments: Iterable[Any]) -> Tex:
        """Arguments in the brackets of a function."""
        return bracket(", ".join(self.tex(a) for a in arguments))

    def _print_Abs(self, e: Any, exp: Any = None) -> Tex:
        made = fenced(r"\lvert", self.tex(e.args[0]), r"\rvert")
        return Tex(f"{made}^{{{exp}}}", POWER) if exp is not None else made

    def _print_Max(self, e: Any, exp: Any = None) -> Tex:
        name = r"\max" if isinstance(e, sp.Max) else r"\min"
        inner = ", ".join(self.tex(a) for a in sorted(e.args, key=_numbers_first))
        return Tex(f"{name}{braces(inner)}", POWER)

    _print_Min = _print_Max


def braces(inner: str) -> str:
    """The text in set braces of a fitting size."""
    fitted = bracket(inner)
    return fitted.replace("(", r"\{", 1)[::-1].replace(")", "}\\", 1)[::-1]


def join_terms(terms: list[tuple[bool, Tex]]) -> Tex:
    """Terms joined by their signs."""
    made = "".join((" - " if sign else " + ") + text for sign, text in terms)
    made = made.removeprefix(" + ")
    return Tex("-" + made.removeprefix(" - ") if terms[0][0] else made, SUM)


def split_fraction(e: Any) -> tuple[list, list]:
    """The factors above and below the line, in the order of a textbook."""
    over, under = [], []
    for factor in ordered_factors(e):
        base, exponent = factor.as_base_exp() if factor.is_Pow else (factor, sp.S.One)
        if factor.is_Rational and factor.q != 1:
            over += [sp.Integer(factor.p)] if factor.p != 1 else []
            under.append(sp.Integer(factor.q))
        elif factor.is_Pow and exponent.as_coeff_Mul()[0].is_negative:
            under.append(base if exponent == -1 else sp.Pow(base, -exponent, evaluate=False))
        else:
            over.append(factor)
    return over, under


def _is_small(f: Any) -> bool:
    """A number, a symbol or a power of one."""
    base = f.base if f.is_Pow else f
    return base.is_Number or base.is_Symbol or isinstance(base, sp.Indexed)


def _numbers_first(e: Any) -> bool:
    return not e.is_Number


def _is_closed(text: str) -> bool:
    """Whether LaTeX ends in its own bracket, so that an exponent is clearly its own."""
    return text.startswith((r"\lVert", r"\mathbb{E}", r"\operatorname{V", r"\lvert"))


def _level(e: Any) -> int:
    from sympy.printing.precedence import PRECEDENCE, precedence_traditional

    strength = precedence_traditional(e)
    if strength < PRECEDENCE["Mul"]:
        return SUM
    return PRODUCT if strength < PRECEDENCE["Pow"] else ATOM
