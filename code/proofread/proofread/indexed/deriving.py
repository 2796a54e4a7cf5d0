"""Derivatives by an entry, pushed inwards until none is left: one rule a form."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..declaration import indexed
from ..nodes.entries import Entry, Partial, name_of
from .line import Line


def depends(line: Line, e: Any, name: Any) -> bool:
    """Whether a name occurs in e, or in what stands for the names in it."""
    seen: set[Any] = set()
    pending = [e]
    while pending:
        for q in sp.preorder_traversal(pending.pop()):
            if q == name:
                return True
            if q not in seen:
                seen.add(q)
                found = line.definitions.lookup(q)
                pending += [found[0]] if found else []
    return False


def derived(line: Line, e: Any) -> Any:
    """A derivative, one step further in; None where no rule applies yet."""
    f, at = e.args
    if not depends(line, f, name_of(at)):
        return sp.S.Zero
    if line.definitions.lookup(f) and f != at:
        return None
    slope = indexed(f.args[0] if isinstance(f, Entry) else f).slope
    made = slope(f, at) if slope else None
    if made is None:
        return None
    made = made.xreplace(_constants(line, made))
    sums = (s for s in made.atoms(sp.Sum) if s.function == 0)
    return made.xreplace(dict.fromkeys(sums, sp.S.Zero))


def _constants(line: Line, made: Any) -> dict[Any, Any]:
    """The derivatives in a term that are 0."""
    partials = made.atoms(Partial)
    idle = (p for p in partials if not depends(line, p.args[0], name_of(p.args[1])))
    return dict.fromkeys(idle, sp.S.Zero)
