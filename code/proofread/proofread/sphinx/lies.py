"""What the audit makes of a side of a claim by each of its operators, in numbers.

The page has no trees: those are taken that its formulas say, as they are read back.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    """Whether a tree is worth what an operator makes of side k, and not that side."""
    worth = statement.values(e)
    if is_alike(worth, statement.values(sides[k])):
        return False
    return any(is_alike(worth, lie) for lie in lies(statement, sign, sides, k))


def lies(
    statement: Statement, sign: str, sides: tuple[Any, Any], k: int
) -> Iterator[Values]:
    """What a side is worth at the points, under one operator after the other."""
    left, right = map(statement.sizes.solved, sides)
    claim = Claim("read", left, right, RELATIONS[sign])
    tree = claim.sides[k]
    made = changed_trees(tree, Peers(claim), NAMES[k])
    told = (
        new for operator in HELD_OUT.values() for new in operator(claim, NAMES[k], tree)
    )
    for new in (*(tree for _, tree in made), *told):
        if (worth := _worth(statement, tree, new)) is not None:
            yield worth


def _worth(statement: Statement, tree: Any, new: Any) -> Values | None:
    """The values of a change of a tree; None where it is no formula of its shape."""
    try:
        if new is None or new.has(sp.zoo, sp.nan) or shape(new) != shape(tree):
            return None
        return statement.values(new)
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
