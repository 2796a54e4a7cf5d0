"""What rounding may have cost: to tell a difference from digits that were lost."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import numpy as np

ROUNDING = 1e-15  # of each number, in a few operations
FEW_DIGITS = 1e-300  # numbers below have few


class Watch:
    """What rounding may have cost on the way through a tree."""

    def __init__(self) -> None:
        self._height, self._loss, self._steepness = 0.0, 1.0, 1.0

    def see(self, value: Any) -> None:
        """Take in a number or an array; a function, or a list of them, has no size."""
        if isinstance(value, float | complex | int):  # those of NumPy among them
            least = most = float(abs(value))
        else:
            a = np.asarray(value)
            if not a.size or a.dtype.kind not in "fci":
                return
            sizes = np.abs(a)
            most = float(sizes.max())
            least = float(sizes.min(initial=1.0, where=sizes > 0))
        self._height = max(self._height, self._steepness * most)
        if 0 < least < FEW_DIGITS:
            self._loss = np.inf

    @contextmanager
    def divided(self, spacing: float) -> Generator[None]:
        """Within: differences of what is seen will be divided by this."""
        before = self._steepness
        self._steepness = before / spacing
        try:
            yield
        finally:
            self._steepness = before

    def amplified(self, large: Any, small: Any) -> None:
        """Note that what is as large as `large` came down to `small`, but for zeros."""
        ratio = np.abs(np.ravel(large)) / np.abs(np.ravel(small))
        ratio = ratio[np.isfinite(ratio)]
        self._loss = float(np.max(ratio, initial=self._loss))

    def compounded(self, condition: float) -> None:
        """Note an inverse: what its matrix had lost is lost as often as this says."""
        self._loss *= max(1.0, condition)

    def lost(self, size: float, tolerance: float) -> bool:
        """Whether rounding may be as much as the tolerance, for sides of this size."""
        rounding = ROUNDING * max(self._height / size, self._loss)
        return not rounding <= tolerance
