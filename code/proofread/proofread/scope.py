"""What an expression ranges over: its sizes, its free indices, and names that clash."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from .declaration import declared
from .definitions import Definitions
from .distributions import Random
from .printing import latex


def reach(e: Any, definitions: Definitions, but: Any = None) -> set[Any]:
    """All that e depends on by way of definitions, that of one name left out.

    A function is there by its class too; what is random depends on its distribution.
    """
    found: set[Any] = set()
    pending = [e]
    while pending:
        for q in sp.preorder_traversal(pending.pop()):
            if q in found:
                continue
            found |= {q, q.func} if isinstance(q, AppliedUndef) else {q}
            pending += [q.distribution] if isinstance(q, Random) else []
            named = getattr(q, "base", q)
            value = definitions.behind(q) if but is None or named != but else None
            pending += [] if value is None else [value]
    return found


def chance(e: Any, definitions: Definitions) -> set[Any]:
    """The random names that a term depends on."""
    return {q for q in reach(e, definitions) if isinstance(q, Random)}


def is_rough(e: Any, definitions: Definitions) -> bool:
    """Whether no rule tells the slope: of what is random, or of a kink in a kink."""
    inner = reach(e, definitions) - {e}
    bent = declared(e).bends and any(declared(q).bends for q in inner)
    return bool(bent or chance(e, definitions))


def shows_chance(e: Any, definitions: Definitions) -> bool:
    """Whether no name in a term stands for what is random, nor a distribution is so.

    Then different random names in it are independent, and all else in it is fixed.
    """
    nodes = set(sp.preorder_traversal(e))
    behind = [found[0] for q in nodes if (found := definitions.lookup(q))]
    behind += [q.distribution for q in nodes if isinstance(q, Random)]
    return not any(chance(value, definitions) for value in behind)


def size_symbols(expressions: Iterable[Any], definitions: Definitions) -> list[Any]:
    """Symbols that say how long something is, by name."""
    found: set[Any] = set()
    for q in definitions.atoms(sp.Tuple(*expressions), sp.Basic):
        for bound in _lengths(q):
            found |= {s for s in sp.sympify(bound).free_symbols if _is_size(s)}
    return sorted(found, key=str)


def _is_size(s: Any) -> bool:
    return bool(s.is_integer and s.is_positive and not isinstance(s, sp.Idx))


def _lengths(q: Any) -> tuple[Any, ...]:
    lengths = declared(q).lengths
    return lengths(q) if lengths else ()


def free_indices(e: Any) -> set[Any]:
    """Indices with a range that are bound by no node around them."""
    if isinstance(e, sp.Idx):
        return {e}
    inner = set[Any]().union(*map(free_indices, e.args))
    binds = declared(e).binds
    return inner - set(binds(e)) if binds else inner


def alike(expressions: Iterable[Any]) -> dict[str, list[str]]:
    """Different names that would print alike, by what they would print as."""
    seen: dict[str, set[Any]] = {}
    for e in expressions:
        for name in e.atoms(sp.Symbol, sp.MatrixSymbol, AppliedUndef):
            if not isinstance(name, sp.Dummy):
                shown, what = _printed(name)
                seen.setdefault(shown, set()).add(what)
    return {k: sorted(map(repr, v)) for k, v in seen.items() if _differ(v)}


def _printed(name: Any) -> tuple[str, Any]:
    if isinstance(name, AppliedUndef):
        return latex(sp.Symbol(name.func.__name__)), name.func
    return latex(name.label if isinstance(name, sp.Idx) else name), name


def _differ(names: set[Any]) -> bool:
    """Whether names that print alike are different: a label is its base's own."""
    labels = {n.label if isinstance(n, (sp.IndexedBase, sp.Idx)) else n for n in names}
    return len(labels) > 1
