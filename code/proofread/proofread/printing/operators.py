"""Sums, integrals, limits, optima and means."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..nodes import Property
from .binding import ATOM, LOOSE, OPEN, PRODUCT, Tex, bracket
from .functions import FunctionPrinting

D = r"\mathrm{d}"
"""The differential sign, upright throughout."""


class OperatorPrinting(FunctionPrinting):
    """How Σ, Π, ∫, lim, arg max, max and E print."""

    # ---- sums, integrals, limits

    def _print_Sum(self, e: Any) -> Tex:
        sign = r"\sum" if isinstance(e, sp.Sum) else r"\prod"
        limits = e.limits if _independent(e.limits) else e.limits[::-1]
        signs = " ".join(sign + self._range(limit) for limit in limits)
        return Tex(f"{signs} {self.within(e.function, PRODUCT)}", OPEN)

    _print_Product = _print_Sum

    def _range(self, limit: Any) -> str:
        if len(limit) == 1:
            return f"_{{{self.small(limit[0])}}}"
        index, low, high = map(self.small, limit)
        return f"_{{{index}={low}}}^{{{high}}}"

    def _print_Integral(self, e: Any) -> Tex:
        signs, moves = "", ""
        for limit in e.limits:
            ends = [self.small(a) for a in limit[1:]]
            marks = f"_{{{ends[0]}}}^{{{ends[1]}}}" if len(ends) == 2 else ""
            signs = rf"\int{marks} {signs}"
            moves += rf"\, {D}{self.tex(limit[0])}"
        return Tex(f"{signs}{self.within(e.function, PRODUCT)}{moves}", OPEN)

    def _print_Limit(self, e: Any) -> Tex:
        f, variable, point, direction = e.args
        side = (
            "^{-}" if str(direction) == "-" else "^{+}" if variable.is_positive else ""
        )
        side = side if point.is_finite else ""
        under = rf"{self.small(variable)} \to {self.small(point)}{side}"
        return Tex(rf"\lim_{{{under}}} {self.within(f, PRODUCT)}", OPEN)

    # ---- optima

    def _print_ArgMax(self, e: Any) -> Tex:
        name = r"arg\,max" if "Max" in type(e).__name__ else r"arg\,min"
        f, x = e.args
        sign = rf"\operatorname*{{{name}}}_{{{self.small(x)}}}"
        inner = self.within(f, PRODUCT, "[]")
        gap = r"\, " if "[" in inner[:7] else " "
        return Tex(sign + gap + inner, LOOSE)

    _print_ArgMin = _print_MatrixArgMax = _print_MatrixArgMin = _print_ArgMax

    def _print_Maximum(self, e: Any) -> Tex:
        f, x, *hypotheses = e.args
        under = ",\\, ".join(map(self.small, hypotheses))
        if not hypotheses or not all(isinstance(h, Property) for h in hypotheses):
            under = self.small(x) + (rf" :\, {under}" if under else "")
        name = r"\max" if type(e).__name__ == "Maximum" else r"\min"
        return Tex(rf"{name}_{{{under}}} {self.within(f, PRODUCT, '[]')}", LOOSE)

    _print_Minimum = _print_Maximum

    # ---- means

    def _print_Expectation(self, e: Any) -> Tex:
        return Tex(rf"\mathbb{{E}}{bracket(self.tex(e.args[0]), '[]')}", ATOM)

    _print_MatrixExpectation = _print_Expectation

    def _print_Variance(self, e: Any) -> Tex:
        return Tex(rf"\operatorname{{Var}}{bracket(self.tex(e.args[0]), '[]')}", ATOM)

    def _print_Covariance(self, e: Any) -> Tex:
        inner = ", ".join(self.tex(a) for a in e.args)
        return Tex(rf"\operatorname{{Cov}}{bracket(inner, '[]')}", ATOM)

    _print_MatrixCovariance = _print_Covariance


def _independent(limits: Any) -> bool:
    indices = {limit[0] for limit in limits}
    return not any(end.has(*indices) for limit in limits for end in limit[1:])
