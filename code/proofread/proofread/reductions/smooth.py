"""Whether a term has derivatives by a number wherever it has a value."""

from __future__ import annotations

import itertools
from typing import Any

import sympy as sp

from ..binding import free
from ..declaration import declared, indexed
from ..node import dims, is_matrix
from ..nodes.entries import Entry, Partial
from ..nodes.notation import meaning, place
from ..wellformed import limits_of


def is_smooth(e: Any, t: Any) -> bool:
    """Whether all that a term is made of has derivatives by t where it has a value."""
    if t not in free(e) or e == t:
        return True
    if isinstance(e, sp.Sum):
        ends = sp.Tuple(*itertools.chain(*limits_of(e).values()))
        return t not in free(ends) and is_smooth(e.function, t)
    if isinstance(e, Partial):
        return t not in free(e.args[1]) and is_smooth(e.args[0], t)
    if is_matrix(e):
        return is_smooth(Entry(e, *map(place, dims(e))), t)
    if (meant := meaning(e)) is not None:
        return is_smooth(meant, t)
    node = e.args[0] if isinstance(e, Entry) else e
    known = indexed(node)
    smooth = known.slope and known.of and not declared(node).bends
    inner = node.args[known.of or slice(0)] if smooth else ()
    return bool(inner) and all(is_smooth(a, t) for a in inner)
