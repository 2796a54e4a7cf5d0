"""The whole number next below a number, and next above it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ...declaration import ALL, Declaration, Indexed, declare
from ...node import is_of_number
from ...numeric.reader import Numeric, real
from ...printing.binding import fenced
from ...slips import Slip
from ...symbolic.reader import Symbolic, scalar

UNSURE = 1e-13  # as near a whole number, rounding may have made one of it, or undone it


class Floor(sp.floor):
    """The floor in exact algebra, its slope 0 wherever it has one."""

    def fdiff(self, argindex: int = 1) -> Any:
        """The slope."""
        return sp.S.Zero


def _floor(read: Symbolic, e: Any) -> Any:
    made: Any = Floor(scalar(read(e.args[0])))
    return made


def _ceiling(read: Symbolic, e: Any) -> Any:
    made: Any = Floor(-scalar(read(e.args[0])))
    return -made


def _steps(e: Any) -> list[Any]:
    """What changes its sign at every whole number."""
    return [sp.sin(sp.pi * e.args[0])]


def _rounded(of: Any) -> Any:
    """The rule that applies a function of NumPy; no value where digits decide."""

    def rule(read: Numeric, e: Any) -> float:
        value = real(read(e.args[0]))
        off = abs(value - round(value)) / max(1.0, abs(value))
        if 0 < off < UNSURE and not _is_exact(e.args[0]):
            raise ValueError(f"{value!r} is a whole number but for rounding, or none")
        return float(of(value))

    return rule


def _is_exact(u: Any) -> bool:
    """Whether it is a name, perhaps a number more: no digits are lost on the way."""
    return len([a for a in sp.Add.make_args(u) if not a.is_Integer]) == 1 and any(
        a.is_Symbol or isinstance(a, sp.Indexed) for a in sp.Add.make_args(u)
    )


def _slips(other: type) -> Any:
    def told(e: Any) -> Iterator[Slip]:
        yield "function", other(*e.args)
        yield "drop rounding", e.args[0]

    return told


for kind, exact, rounded, other, left, right in (
    (sp.floor, _floor, np.floor, sp.ceiling, r"\lfloor", r"\rfloor"),
    (sp.ceiling, _ceiling, np.ceil, sp.floor, r"\lceil", r"\rceil"),
):
    declare(
        kind,
        Declaration(
            symbolic=exact,
            numeric=_rounded(rounded),
            latex=lambda book, e, left=left, right=right: fenced(
                left, book.tex(e.args[0]), right
            ),
            fits=is_of_number,
            bends=_steps,
            slips=_slips(other),
            indexed=Indexed(slope=lambda e, by: sp.S.Zero, of=ALL, total=True),
        ),
    )
