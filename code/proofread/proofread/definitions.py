"""Names that stand for expressions: the `where` of a claim, shared by both readers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from .binding import put_all


class Definitions:
    """Looks up what a symbol, an indexed symbol or an applied function stands for.

    Definitions are read lazily: a gradient by a defined matrix holds that matrix free
    while everything defined from it follows, and is then taken at its defined value.
    """

    def __init__(self, pairs: Iterable[tuple[Any, Any]] = ()):
        self.pairs = tuple(pairs)
        self._plain: dict[Any, Any] = {}
        self._families: dict[Any, tuple[Any, Any]] = {}
        for name, value in self.pairs:
            if isinstance(name, sp.Indexed):
                self._families[name.base] = (name.indices, value)
            elif isinstance(name, AppliedUndef):
                self._families[name.func] = (name.args, value)
            else:
                self._plain[name] = value

    def lookup(self, e: Any) -> tuple[Any, dict[Any, Any]] | None:
        """The expression a name stands for, and what its parameters are bound to."""
        if e in self._plain:
            return self._plain[e], {}
        if isinstance(e, sp.Indexed) and e.base in self._families:
            parameters, value = self._families[e.base]
            return value, dict(zip(parameters, e.indices, strict=True))
        if isinstance(e, AppliedUndef) and e.func in self._families:
            parameters, value = self._families[e.func]
            return value, dict(zip(parameters, e.args, strict=True))
        return None

    def behind(self, q: Any) -> Any:
        """The expression that a name, or any entry of a base, stands for, or None."""
        if isinstance(q, sp.IndexedBase) and q in self._families:
            return self._families[q][1]
        found = self.lookup(q)
        return found[0] if found else None

    def value_of(self, e: Any) -> Any:
        """What a name stands for, at its parameters, nothing captured; None of no name.

        Raises Captured where a parameter cannot be put into the value.
        """
        found = self.lookup(e)
        if found is None:
            return None
        value, given = found
        return put_all(value, given)

    def values_of(self, nodes: Iterable[Any]) -> set[Any]:
        """What those of some nodes stand for that are names, as `value_of` has it."""
        return {v for q in nodes if (v := self.value_of(q)) is not None}

    def has_function(self, e: Any) -> bool:
        """Whether a function applied, or one of the same label, is defined."""
        if isinstance(e, (sp.Symbol, sp.Indexed, sp.MatrixSymbol)):
            return False
        alike = (name for name, _ in self.pairs if name.func == e.func)
        return any(e.func in self._families or n.args[0] == e.args[0] for n in alike)

    def holds(self, name: Any) -> bool:
        """Whether a symbol, base or function is defined rather than free."""
        return name in self._plain or name in self._families

    def atoms(self, e: Any, *kinds: type) -> set[Any]:
        """Every atom of these kinds in e, through what its names stand for."""
        found: set[Any] = set()
        seen: set[Any] = set()
        pending = [e]
        while pending:
            here = pending.pop()
            if here in seen:
                continue
            seen.add(here)
            for q in sp.preorder_traversal(here):
                if isinstance(q, kinds):
                    found.add(q)
                if value := self.lookup(q):
                    pending.append(value[0])
        return found
