"""Functions of numbers: log x, f(x), σ(z), |x|, max{a, b}."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..declaration import declaration_of, declared
from .binding import ATOM, OPEN, POWER, Tex, bracket
from .names import letter, spell
from .powers import PowerPrinting


class FunctionPrinting(PowerPrinting):
    """How functions print."""

    def applied(self, expr: Any) -> Tex:
        """A function of its arguments: f(x), log x."""
        if name := declared(expr).operator:
            return self._operator(name, expr.args[0])
        return Tex(f"{self.function_name(expr.func)}{self.arguments(expr.args)}", ATOM)

    def _operator(self, name: str, argument: Any, raised: str = "") -> Tex:
        """log x, log Σ …, log(a b): brackets unless the argument is plain to see."""
        shown = self.tex(argument)
        plain = shown.level == ATOM and not shown.startswith(("(", r"\left", r"\big"))
        large = shown.level == OPEN and shown.startswith((r"\sum", r"\prod"))
        reaching = large or isinstance(argument, sp.Determinant)
        if plain or reaching or (shown.level == POWER and shown.startswith(r"\frac")):
            return Tex(f"{name}{raised} {shown}", OPEN)
        return Tex(f"{name}{raised}{bracket(shown)}", POWER)

    def sealed(self, e: Any, following: Any = None) -> Tex:
        """2 sin x cos x needs no bracket, log(x) y and det(X) y do."""
        name = declared(e).operator
        if not name:
            return super().sealed(e, following)
        if _is_word(e) and _is_word(following):
            return self.tex(e)
        return Tex(f"{name}{bracket(self.tex(e.args[0]))}", POWER)

    def raised(self, base: Any, exponent: str) -> Tex:
        """sin² x, but (log x)²."""
        name = declared(base).operator
        if name and _is_word(base) and name != r"\log" and exponent.isdigit():
            return self._operator(name, base.args[0], f"^{{{exponent}}}")
        return super().raised(base, exponent)

    def function_name(self, function: Any) -> str:
        """The name of a function, upright if it is a word."""
        name = getattr(function, "__name__", str(function))
        if issubclass(function, AppliedUndef):
            shown = spell(name).tex()
        else:
            shown = declaration_of(function).letter or letter(name)
        word = shown.startswith(r"\mathrm")
        return shown.replace(r"\mathrm", r"\operatorname", 1) if word else shown

    def arguments(self, arguments: Iterable[Any]) -> Tex:
        """Arguments in the brackets of a function."""
        return bracket(", ".join(self.tex(a) for a in arguments))


def _is_word(e: Any) -> bool:
    """Whether e is a function of numbers written as a word: sin x, log x."""
    return isinstance(e, sp.Function) and declared(e).operator is not None
