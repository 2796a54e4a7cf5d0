"""The numbers of a point as one vector, which a search moves within what is allowed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import sympy as sp

from ..claim import Claim
from ..numeric import Numeric, Rejected
from ..points import Point, at_every_scale, drawn_from, imposed
from ..sizes import Sizes

NEAREST, FARTHEST = 1e-9, 1e9  # to 0 and from it, of what is moved
NEAR_ONE = 20.0  # as far, where numbers far from 1 cannot be measured
INSIDE = 1e-9  # of an interval's length, from its ends
Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Start:
    """A point of a claim, and the numbers drawn there, before hypotheses are met."""

    claim: Claim
    point: Point
    attempt: int = 0

    @cached_property
    def sizes(self) -> Sizes:
        """The sizes there."""
        return self.point.sizes(self.claim)

    @cached_property
    def values(self) -> dict[Any, Any]:
        """What is drawn for each name."""
        source = self.point.source(self.claim, self.attempt)
        return drawn_from(source, self.claim, self.sizes)

    def read(self, values: Mapping[Any, Any]) -> Numeric:
        """The reader at values moved to satisfy the hypotheses, always the same way.

        Raises Rejected where they do not.
        """
        return imposed(self.claim, values, self.point.source(self.claim, self.attempt))

    @cached_property
    def whole(self) -> list[Any]:
        """The names of whole numbers that are no sizes."""
        return [k for k in self.values if _is_whole(k) and k not in self.sizes]

    @cached_property
    def moved(self) -> list[Any]:
        """The names whose numbers may be moved."""
        return [k for k, v in self.values.items() if self._may_move(k, v)]

    def _may_move(self, name: Any, value: Any) -> bool:
        fixed = name in self.sizes or callable(self.claim.domain.get(name))
        numbers = np.asarray(value).dtype.kind == "f"
        return numbers and not fixed and not _is_whole(name)

    @cached_property
    def flat(self) -> Array:
        """The numbers that may be moved, one after the other."""
        parts = [np.ravel(self.values[k]) for k in self.moved]
        return np.concatenate([*parts, np.ones(0)])

    @cached_property
    def ends(self) -> tuple[Array, Array]:
        """Between which numbers each of them is moved."""
        most = FARTHEST if at_every_scale(self.claim) else NEAR_ONE
        pairs = [
            np.broadcast_to(end, np.size(self.values[k]))
            for k in self.moved
            for end in _ends(k, self.claim.domain.get(k), most)
        ]
        none = np.ones(0)
        return np.concatenate([*pairs[::2], none]), np.concatenate([*pairs[1::2], none])

    def at(self, flat: Array) -> dict[Any, Any]:
        """The values with other numbers; Rejected where one is not allowed."""
        low, high = self.ends
        if not (np.all(low <= flat) and np.all(flat <= high)):
            raise Rejected
        moved = dict(self._parts(flat))
        for name, value in moved.items():
            if getattr(name, "label", name).is_zero is False and not np.all(value):
                raise Rejected
        return {**self.values, **moved}

    def _parts(self, flat: Array) -> Iterator[tuple[Any, Any]]:
        begin = 0
        for name in self.moved:
            shape = np.shape(self.values[name])
            end = begin + int(np.prod(shape))
            part = np.reshape(flat[begin:end], shape)
            yield name, part if shape else float(part)
            begin = end


def _is_whole(name: Any) -> bool:
    return isinstance(name, sp.Symbol) and bool(name.is_integer)


def _ends(name: Any, domain: Any, most: float) -> tuple[float, float]:
    """Between which numbers a name is allowed to be, in its domain or by its sign."""
    if domain is not None:
        low, high = map(float, domain)
        return low + INSIDE * (high - low), high - INSIDE * (high - low)
    label = getattr(name, "label", name)
    least = 1 / most if most < FARTHEST else NEAREST
    if label.is_positive or label.is_negative:
        low, high = least, most
    else:
        low, high = (0.0 if label.is_zero is not False else least), most
    if label.is_nonnegative:
        return low, high
    return (-high, -low) if label.is_nonpositive else (-most, most)
