"""How two lines in standard form are led to one."""

from __future__ import annotations

from . import ring
from .ends import match_ends, turn, write_out
from .folding import Normalize
from .gathering import gather
from .line import DoNotKnow, Line
from .telescoping import telescope


def meet(left: Line, right: Line, normalize: Normalize) -> None:
    """One more step, if both lines are one rational function of their letters."""
    for line, other in ((left, right), (right, left)):
        while not ring.is_zero(left.term - right.term) and (
            match_ends(line, other) or turn(line)
        ):
            normalize(line)
    if left.term == right.term:
        return
    if not ring.is_zero(left.term - right.term):
        telescope(left, right)
    if not ring.is_zero(left.term - right.term):
        for line in (left, right):
            gather(line)
    for line in (left, right):
        while not ring.is_zero(left.term - right.term) and write_out(line):
            normalize(line)
    if not ring.is_zero(left.term - right.term):
        raise DoNotKnow("no rule leads from one side's standard form to the other's")
    if left.term != right.term:
        left.take("ring", left.term, right.term)
