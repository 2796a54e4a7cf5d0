"""Sums and products over ranges, from 1 or from 0."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from .rules import Unreached, numbers
from .writer import Writer


def summed(write: Writer, e: Any, body: Callable[[Any], str], sign: str = "sum") -> str:
    """A sum over whole ranges, of numbers or matrices; or a product."""
    text, places = "", dict[Any, str]()
    opening: list[str] = []
    for letter, low, high in reversed(e.limits):
        from_0 = low == 0 and (high + 1).is_Symbol
        if not from_0 and (low != 1 or not sp.sympify(high).is_Symbol):
            raise Unreached("a sum over a part of a range")
        high = high + 1 if from_0 else high
        with write.binding(places):
            places[letter] = write.fresh_place(letter, high)
        if from_0:
            write.starts[letter], write.ends[letter] = 0, high - 1
        opening.append(f"\\{sign}_({places[letter]} < {write.size(high)}) ")
    with write.binding(places):
        text = body(e.function)
    return f"({''.join(opening)}{text})"


@numbers.of(sp.Sum)
def _sum(write: Writer, e: Any) -> str:
    return summed(write, e, write.number)


@numbers.of(sp.Product)
def _product_over(write: Writer, e: Any) -> str:
    return summed(write, e, write.number, "prod")
