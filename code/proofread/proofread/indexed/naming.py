"""Names replaced by what they stand for."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..binding import put_all
from ..nodes.entries import Partial, name_of
from .line import Found, Line, replaced


def stood_for(line: Line, e: Any) -> Found | None:
    """A name in a letter, by what it stands for, if nothing is derived by it."""
    if isinstance(e, (sp.Add, sp.Mul, sp.Pow, sp.Sum, Partial, sp.Subs)):
        return None
    for q in sp.preorder_traversal(e):
        found = line.definitions.lookup(q)
        if found and not _is_varied(line, q):
            value = _instance(line, *found)
            if replaced(e, q, value) != e:  # under a limit a name stays as it is
                return "where", q, value
    return None


def _is_varied(line: Line, name: Any) -> bool:
    base = getattr(name, "base", name)
    varied = {name_of(p.args[1]) for p in line.term.atoms(Partial)}
    return base in varied or name in varied


def _instance(line: Line, value: Any, bound: dict[Any, Any]) -> Any:
    """What stands for a name, with bound indices of its own."""
    value = put_all(value, bound)
    for s in sorted(value.atoms(sp.Sum), key=str):
        swap = {
            k: line.indices.bound(high)
            for k, low, high in s.limits
            if low == 1 and line.indices.range_of(k) is None
        }
        if swap:
            limits = [(swap.get(k, k), low, high) for k, low, high in s.limits]
            fresh = sp.Sum(s.function.xreplace(swap), *limits)
            value = value.xreplace({s: fresh})
    return value
