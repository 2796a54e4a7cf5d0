"""Writes a claim's terms in Coq, and gathers what the theorem has to quantify over."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..claim import Claim
from ..node import is_matrix
from ..scope import reach
from .names import Names, literal
from .rules import Unreached, matrices, numbers
from .spoken import whole_exponents

Moved = Callable[[tuple[str, ...]], str]


class Writer:
    """What a theorem says: variables with their types, and hypotheses, as they come up.

    moved: what stands for a name where an infinitesimal has been added to it, as a
    function of its indices.
    """

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.definitions = claim.definitions
        for name, value in claim.where:
            if _base(name) in reach(value, self.definitions):
                raise Unreached("definitions in a circle")
        self.lengths = set(claim.size_symbols()) | whole_exponents(claim)
        self.names = Names()
        self.sizes: dict[str, None] = {}
        self.types: dict[str, str] = {}
        self.hypotheses: dict[str, str] = {}
        self._assumed: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self.free: dict[str, Any] = {}
        self.summed: set[Any] = set()
        self.bound: dict[Any, str] = {}
        self.starts: dict[Any, int] = {}
        self.ends: dict[Any, Any] = {}
        self.moved: dict[Any, Moved] = {}
        self._defined: set[Any] = set()

    # ---- terms

    def number(self, e: Any) -> str:
        """A number; raises Unreached."""
        if is_matrix(e):
            if e.shape == (1, 1):
                return f"({self.matrix(e)} 0 0)"
            raise Unreached("a matrix where a number stands")
        return numbers(self, e)

    def matrix(self, e: Any) -> str:
        """A matrix, which columns are; raises Unreached."""
        return matrices(self, e)

    def size(self, n: Any) -> str:
        """How many places something has."""
        n = sp.sympify(n)
        if n.is_Integer and n > 0:
            return str(n)
        if not n.is_Symbol:
            raise Unreached("a size that is no letter")
        name = self.names.of(n, n.name)
        self.sizes[name] = None
        return name

    def shape(self, e: Any) -> str:
        """The type of matrices of the shape of one."""
        rows, columns = map(self.size, e.shape)
        if columns == "1":
            return f"'cV[R]_{rows}"
        return f"'M[R]_{rows}" if rows == columns else f"'M[R]_({rows}, {columns})"

    def index(self, e: Any, length: Any = None) -> str:
        """A place, counted from 1 in the tree and a member of its range in Coq."""
        e = sp.sympify(e)
        if e.is_Integer:
            return literal(int(e), length)
        if e in self.bound:
            if self.starts.get(e, 1) != 1:
                raise Unreached("a place of a range that starts at 0")
            return self.bound[e]
        if not isinstance(e, sp.Idx):
            raise Unreached("a place that is no letter")
        if e.lower != 1:
            raise Unreached("a range that does not start at 1")
        name = self.names.of(e, f"{e.label}")
        self.places[name] = self.size(e.upper)
        self.free[name] = e
        return name

    # ---- what a theorem quantifies over

    def variable(self, key: Any, wish: str, kind: str) -> str:
        """The variable that stands for a name, of a type."""
        name = self.names.of(key, wish)
        self.types.setdefault(name, kind)
        return name

    def assume(self, what: str, wish: str) -> str:
        """The name of a hypothesis, the same of the same words."""
        key = self._without_names(what)
        if key not in self._assumed:
            self._assumed[key] = self.hypotheses[what] = self.names.fresh(wish)
        return self._assumed[key]

    def _without_names(self, told: str) -> str:
        """The same of words that differ in the names of bound places alone."""
        seen: dict[str, str] = {}

        def numbered(word: re.Match[str]) -> str:
            name = word.group()
            bound = name in self.places and name not in self.free
            return seen.setdefault(name, f"#{len(seen)}") if bound else name

        return re.sub(r"\w+", numbered, told)

    def divides(self, e: Any) -> None:
        """What is divided by has an inverse: a hypothesis, for all places in it."""
        with self.at_rest():
            text = self.number(e)
            told = f"({text} : R) \\is a GRing.unit"
            self.assume(self.for_all(told), "unit")

    def for_all(self, told: str) -> str:
        """A statement for all values of the bound places in it."""
        inside = [k for k in self.bound.values() if re.search(rf"\b{k}\b", told)]
        ranges = [f"({k} : 'I_{self.places[k]})" for k in dict.fromkeys(inside)]
        return f"forall {' '.join(ranges)}, {told}" if ranges else told

    # ---- scopes

    @contextmanager
    def binding(self, places: Mapping[Any, str]) -> Generator[None]:
        """Within, these letters are these places."""
        was, self.bound = self.bound, {**self.bound, **places}
        try:
            yield
        finally:
            self.bound = was

    @contextmanager
    def moving(self, moved: Mapping[Any, Moved]) -> Generator[None]:
        """Within, an infinitesimal is added to these names."""
        was, self.moved = self.moved, dict(moved)
        try:
            yield
        finally:
            self.moved = was

    def at_rest(self) -> Any:
        """A scope within which nothing is moved."""
        return self.moving({})

    def fresh_place(self, letter: Any, n: Any) -> str:
        """A new place that a sum runs over."""
        name = self.names.fresh(str(getattr(letter, "label", letter)))
        self.places[name] = self.size(n)
        self.ends[letter], self.starts[letter] = n, 1
        self.summed.add(letter)
        return name

    # ---- definitions

    def depends(self, e: Any) -> bool:
        """Whether a term has in it what is moved, or what is defined by it."""
        if not self.moved:
            return False
        for q in sp.preorder_traversal(sp.sympify(e)):
            if q in self.moved:
                return True
            value = self.definitions.behind(q)
            if value is not None and self.depends(value):
                return True
        return False

    def stands_for(self, e: Any) -> tuple[Any, dict[Any, Any]] | None:
        """What a name stands for, and its parameters, unless it is moved itself."""
        return None if _base(e) in self.moved else self.definitions.lookup(e)

    def define(self, key: Any, name: str, value: Callable[[], str]) -> None:
        """A hypothesis that a variable is what the name stands for, once."""
        if key in self._defined:
            return
        self._defined.add(key)
        with self.at_rest(), self.closed():
            self.assume(f"{name} = {value()}", f"{name}_is")

    @contextmanager
    def closed(self) -> Generator[None]:
        """Within, no letter is bound."""
        was, self.bound = self.bound, {}
        try:
            yield
        finally:
            self.bound = was


def _base(name: Any) -> Any:
    """What a definition defines: a name, a family or a function."""
    if isinstance(name, AppliedUndef):
        return name.func
    return name.base if isinstance(name, sp.Indexed) else name
