"""What the audit makes of a side of a claim by each of its operators, in numbers.

The page has no trees: those are taken that its formulas say, as they are read back.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

import numpy as np
import sympy as sp

from ..claim import Claim
from ..mutants.changes import changed_trees
from ..mutants.held_out import HELD_OUT
from ..mutants.peers import Peers
from ..node import shape
from ..reading import Statement
from ..reading.comparing import SIGNS

TOLERANCE = 1e-7
RELATIONS = {sign: relation for relation, sign in SIGNS.items() if relation != "~"}
NAMES = "left", "right"

Values = list[Any]  # at each point of a statement


def is_lie(
    statement: Statement, sign: str, sides: tuple[Any, Any], k: int, e: Any
) -> bool:
    """Whether a tree is what an operator makes of side k, and not worth that side.

    It is told by its values; where it has none, as beyond the end of a sum, by itself.
    """
    worth = values(statement, e)
    if worth is None:
        e = statement.sizes.solved(e)
        return any(e == lie for lie in lies(statement, sign, sides, k))
    if is_alike(worth, statement.values(sides[k])):
        return False
    told = (values(statement, lie) for lie in lies(statement, sign, sides, k))
    return any(is_alike(worth, each) for each in told if each is not None)


def lies(
    statement: Statement, sign: str, sides: tuple[Any, Any], k: int
) -> Iterator[Any]:
    """What one operator after the other makes of a side, where that has its shape."""
    left, right = map(statement.sizes.solved, sides)
    claim = Claim("read", left, right, RELATIONS[sign])
    tree, name = claim.sides[k], NAMES[k]
    made = (new for _, new in changed_trees(tree, Peers(claim), name))
    held_out = (new for tell in HELD_OUT.values() for new in tell(claim, name, tree))
    for new in chain(made, held_out):
        if (
            new is not None
            and not new.has(sp.zoo, sp.nan)
            and shape(new) == shape(tree)
        ):
            yield new


def values(statement: Statement, e: Any) -> Values | None:
    """What a tree is worth at each point; None where it has no value."""
    try:
        return statement.values(e)
    except Exception:  # of SymPy or NumPy, at what makes no sense
        return None


def is_alike(those: Values, others: Values) -> bool:
    """Whether values are the same at each point."""
    return all(map(_is_close, those, others))


def _is_close(a: Any, b: Any) -> bool:
    a, b = np.asarray(a), np.asarray(b)
    if a.shape != b.shape:
        return False
    room = TOLERANCE * max(1.0, float(np.max(np.abs(b), initial=0)))
    return bool(np.all(np.abs(a - b) <= room))
