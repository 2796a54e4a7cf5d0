"""Geometric sums: multiplied by 1 less the ratio they telescope."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..binding import put
from ..declaration import said
from . import ring
from .line import Line


def telescope(left: Line, right: Line) -> None:
    """Geometric sums of one line, made of their ends in the other where those stand."""
    for line, other in ((left, right), (right, left)):
        part = line.part(line.term)
        for s in sorted(part.term.atoms(sp.Sum), key=str):
            _ended(part, s)
        if part.steps and ring.is_zero(part.term - other.term):
            other.take("ring", other.term, part.term)
            other.undo(part)
            return


def _ended(line: Line, s: Any) -> None:
    """A geometric sum by its ends, if it is one."""
    for ratio in _ratios(s):
        differences = sp.Sum(
            sp.expand((1 - ratio) * s.function, power_exp=False), *s.limits
        )
        for equation in said(differences):
            if (made := _apart(line.term, s, ratio, differences)) is not None:
                line.take("linearity", line.term, made, backward=True)
                line.take("telescope", differences, equation.right)
                return


def _ratios(s: Any) -> list[Any]:
    """What each term of a sum is multiplied by towards the next, or the one before."""
    k, *_ = s.limits[0]
    if len(s.limits) > 1 or not isinstance(s.function, sp.Pow):
        return []
    ratio = sp.powsimp(put(s.function, k, k + 1) / s.function)
    return [] if ratio.has(k) or ratio == 1 else [1 / ratio, ratio]


def _apart(e: Any, s: Any, ratio: Any, differences: Any) -> Any:
    """a + c Σ as a + c/(1 − ratio) times the sum of the differences; None of others."""
    known: dict[Any, Any] = {}
    read = ring.letters(e, known)
    less, letter = ring.letters(1 - ratio, known), known.get(s)
    over, under = sp.fraction(sp.together(read))
    over = sp.expand(over)
    if letter is None or under.has(letter) or sp.degree(over, letter) != 1:
        return None
    times = sp.factor(sp.cancel(over.coeff(letter, 1) / under / less))
    rest = sp.cancel(over.coeff(letter, 0) / under)
    back = {v: k for k, v in known.items()}
    return rest.xreplace(back) + times.xreplace(back) * differences
