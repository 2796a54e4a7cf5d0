"""What in a mean is of one sample, so that it is not independent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy as sp

from ..declaration import declared
from ..distributions import OfSample
from .reader import Numeric


def require_apart(read: Numeric, e: Any, keys: set[Any]) -> None:
    """ValueError where what is made of a sample is beside other numbers of it."""
    made: list[Any] = [key for key in keys if isinstance(key, OfSample)]
    bound = running(read.definitions.atoms(e, sp.Basic)) if made else set[Any]()
    several = len({q.sample for q in made} - keys) < len(made)
    if several or any(q.free_symbols & bound for q in made):
        raise ValueError("a mean of several numbers of one sample, some by their order")


def running(nodes: Iterable[Any]) -> set[Any]:
    """The names that some nodes bind."""
    return {v for q in nodes if (binds := declared(q).binds) for v in binds(q)}
