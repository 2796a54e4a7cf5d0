"""Functions of numbers: log x, f(x), σ(z), |x|, max{a, b}."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from .binding import ATOM, OPEN, POWER, SUM, Tex, bracket, fenced
from .names import GREEK, letter, spell
from .scalars import ScalarPrinting

OPERATORS = {
    "log": r"\log",
    "sin": r"\sin",
    "cos": r"\cos",
    "tan": r"\tan",
    "cot": r"\cot",
    "sinh": r"\sinh",
    "cosh": r"\cosh",
    "tanh": r"\tanh",
    "asin": r"\arcsin",
    "acos": r"\arccos",
    "atan": r"\arctan",
}
"""Functions written without brackets around a simple argument."""

SPECIAL = {"gamma": r"\Gamma", "loggamma": r"\log\Gamma", "digamma": r"\psi"}


class FunctionPrinting(ScalarPrinting):
    """How functions print."""

    def _print_Function(self, expr: Any, exp: Any = None) -> Tex:
        if (name := type(expr).__name__) in OPERATORS and not exp:
            return self._operator(OPERATORS[name], expr.args[0])
        return Tex(f"{self.function_name(expr.func)}{self.arguments(expr.args)}", ATOM)

    _print_gamma = _print_loggamma = _print_digamma = _print_Function
    _print_log = _print_erf = _print_erfc = _print_Function

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
        """2 sin x cos x needs no bracket, log(x) y does."""
        name = type(e).__name__
        if name not in OPERATORS:
            return super().sealed(e, following)
        if type(following).__name__ in OPERATORS:
            return self.tex(e)
        return Tex(f"{OPERATORS[name]}{bracket(self.tex(e.args[0]))}", POWER)

    def raised(self, base: Any, exponent: str) -> Tex:
        """sin² x, but (log x)²."""
        name = type(base).__name__
        if name in OPERATORS and name != "log" and exponent.isdigit():
            return self._operator(OPERATORS[name], base.args[0], f"^{{{exponent}}}")
        return super().raised(base, exponent)

    def function_name(self, function: Any) -> str:
        """The name of a function, upright if it is a word."""
        name = getattr(function, "__name__", str(function))
        if issubclass(function, AppliedUndef):
            shown = spell(name).tex()
        else:
            shown = SPECIAL.get(name) or letter(name)
        word = shown.startswith(r"\mathrm")
        return shown.replace(r"\mathrm", r"\operatorname", 1) if word else shown

    def arguments(self, arguments: Iterable[Any]) -> Tex:
        """Arguments in the brackets of a function."""
        return bracket(", ".join(self.tex(a) for a in arguments))

    def _print_factorial(self, expr: Any, exp: Any = None) -> Tex:
        return Tex(f"{self.within(expr.args[0], ATOM)}!", POWER)

    def _print_binomial(self, expr: Any, exp: Any = None) -> Tex:
        n, k = map(self.tex, expr.args)
        return Tex(rf"\binom{{{n}}}{{{k}}}", POWER)

    def _print_Abs(self, expr: Any, exp: Any = None) -> Tex:
        inner = expr.args[0]
        inner = -inner if _reads_better_negated(inner) else inner
        return fenced(r"\lvert", self.tex(inner), r"\rvert")

    def _print_Max(self, expr: Any, exp: Any = None) -> Tex:
        name = r"\max" if isinstance(expr, sp.Max) else r"\min"
        shown = sorted(map(self.tex, expr.args), key=_zero_before_letters(expr))
        return Tex(name + bracket(", ".join(shown), "{}"), POWER)

    _print_Min = _print_Max

    def _print_Heaviside(self, expr: Any, exp: Any = None) -> Tex:
        return Tex(rf"\mathbf{{1}}[{self.tex(expr.args[0])} > 0]")

    def _print_Piecewise(self, expr: Any) -> Tex:
        rows = [f"{self.tex(value)} & {self._case(case)}" for value, case in expr.args]
        return Tex(r"\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}", SUM)

    def _case(self, case: Any) -> str:
        if case == sp.true:
            return r"\text{otherwise}"
        return rf"\text{{if }} {self.tex(case)}"


def _zero_before_letters(e: Any) -> Any:
    """max{0, x}, but max{|x| − λ, 0}."""
    letters = all(a.is_Number or a.is_Symbol for a in e.args)
    return lambda shown: shown.isdigit() != letters


def _reads_better_negated(e: Any) -> bool:
    """|1 − ηλ| rather than |ηλ − 1|, |t − μ| rather than |μ − t|."""
    if not e.is_Add or len(e.args) != 2:
        return False
    number, other = e.args
    if number.is_Number:
        return bool(number.is_negative and not other.is_integer)
    plus = next((a for a in e.args if a.is_Symbol), None)
    minus = next((-a for a in e.args if (-a).is_Symbol), None)
    return (
        plus is not None
        and minus is not None
        and (plus.name in GREEK and minus.name not in GREEK)
    )
