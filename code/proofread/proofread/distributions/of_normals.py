"""Distributions of what is made of normal numbers."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..printing.binding import Tex
from .continuous import rising
from .laws import Distribution


class ChiSquared(Distribution):
    """ChiSquared(degrees of freedom): a sum of squares of standard normals."""

    notation = r"\chi"
    far = True

    def shown(self, book: Any) -> Tex:
        return Tex(rf"\chi^{{2}}_{{{book.tex(self.args[0])}}}")

    @property
    def support(self) -> tuple[Any, Any]:
        return (sp.S.Zero, sp.oo)

    @property
    def positive(self) -> tuple[Any, ...]:
        return self.args

    def density(self, t: Any) -> Any:
        half = self.args[0] / 2
        return t ** (half - 1) * sp.exp(-t / 2) / (2**half * sp.gamma(half))

    def moment(self, k: int) -> Any:
        return 2**k * rising(self.args[0] / 2, k)

    def power(self, s: Any, r: Any) -> Any:
        half = self.args[0] / 2
        return None if r else 2**s * sp.gamma(half + s) / sp.gamma(half)


class StudentT(Distribution):
    """StudentT(degrees of freedom): it has a mean of |t|^k below the degrees alone."""

    notation = "t"
    far = True

    def shown(self, book: Any) -> Tex:
        return Tex(rf"t_{{{book.tex(self.args[0])}}}")

    @property
    def positive(self) -> tuple[Any, ...]:
        return self.args

    def density(self, t: Any) -> Any:
        (nu,) = self.args
        normalizer = sp.sqrt(sp.pi * nu) * sp.gamma(nu / 2) / sp.gamma((nu + 1) / 2)
        return (1 + t**2 / nu) ** (-(nu + 1) / 2) / normalizer

    def moments_up_to(self) -> Any:
        return self.args[0]
