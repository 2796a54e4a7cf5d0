"""Powers of numbers: roots, exponentials, upper indices."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .binding import (
    ATOM,
    POWER,
    Tex,
    bracket,
    is_tall,
)
from .factors import is_negative
from .layout import width
from .scalars import ScalarPrinting


class PowerPrinting(ScalarPrinting):
    """How powers of numbers print."""

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
