"""The distribution of a number at its place in the order of independent draws."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .continuous import Exponential, Uniform, rising
from .laws import Distribution


class Ordered(Distribution):
    """Ordered(law, n, k): of the k-th smallest of n independent draws from a law."""

    @property
    def support(self) -> tuple[Any, Any]:
        return self.args[0].support

    @property
    def positive(self) -> tuple[Any, ...]:
        return self.args[0].positive

    def density(self, t: Any) -> Any:
        """k − 1 of the draws are below t, one is there, and the others are above."""
        law, n, k = self.args
        below = law.below(t)
        ways = n * sp.binomial(n - 1, k - 1)
        return ways * below ** (k - 1) * (1 - below) ** (n - k) * law.density(t)

    def moment(self, k: int) -> Any:
        law, n, place = self.args
        if isinstance(law, Uniform):
            low, high = law.args
            return sp.Add(
                *(
                    sp.binomial(k, j)
                    * low ** (k - j)
                    * (high - low) ** j
                    * rising(place, j)
                    / rising(n + 1, j)
                    for j in range(k + 1)
                )
            )
        if isinstance(law, Exponential) and place == 1:
            return Exponential(n * law.args[0]).moment(k)
        return None
