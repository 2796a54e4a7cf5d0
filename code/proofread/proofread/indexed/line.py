"""A line that is being rewritten, and the indices of the whole proof."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..claim import Claim
from ..declaration import indexed
from ..definitions import Definitions
from ..node import is_matrix
from ..nodes.entries import Partial
from ..nodes.means import Expectation
from ..nodes.slopes import Slope, applied
from ..work import spend
from .proof import Step

MOST = 1500  # steps on one side
LARGEST = 4000  # nodes of a line
NODES = 2  # of a line are as much work as a step
Found = tuple[str, Any, Any]  # rule, old, new


class DoNotKnow(Exception):
    """The search has no rule for a node, or gives up; it never means "false"."""


class TooMuch(DoNotKnow):
    """A proof that grows too long, said in words."""


class Unchanged(DoNotKnow):
    """A step that changes nothing; the rule that leads to it is left out."""


@dataclass
class Indices:
    """Every index and its last value; new ones are named apart from all others.

    natural: numbers in the sizes that are not negative.
    """

    taken: frozenset[str]
    last: dict[Any, Any] = field(default_factory=dict[Any, Any])
    named: dict[tuple[Any, int], Any] = field(default_factory=dict[Any, Any])
    made: int = 0
    natural: frozenset[Any] = frozenset()

    def new(self, last: Any) -> Any:
        """A new index that runs to `last`; 1 for a length of 1."""
        return sp.S.One if last == 1 else self.bound(last)

    def bound(self, last: Any) -> Any:
        """A new index for a sum that is there already, also of one term."""
        self.made += 1
        letter = next(q for q in "mqpw" if q not in self.taken or q == "w")
        return self._symbol(f"{letter}_{self.made}", last)

    def standard(self, last: Any, number: int) -> Any:
        """The index of that number among those of one range: equal sums look equal."""
        key = (sp.sympify(last), number)
        if key not in self.named:
            free = (n for n in _letters() if n not in self.taken)
            name = next(n for n in free if n not in map(str, self.named.values()))
            self.named[key] = self._symbol(name, last)
        return self.named[key]

    def _symbol(self, name: str, last: Any) -> Any:
        made = sp.Symbol(name, integer=True, positive=True)
        self.last[made] = last if isinstance(last, tuple) else sp.sympify(last)
        return made

    def range_of(self, k: Any) -> Any:
        """The last value of an index; None for a number or what is no index."""
        if isinstance(k, sp.Idx):
            return k.upper if k.lower == 1 else None
        return self.last.get(k)


def _letters() -> Iterator[str]:
    yield from "ijklpqrstuvabcdefgh"
    yield from (f"{letter}_{k}" for k in range(1, 100) for letter in "ijkl")


@dataclass
class Line:
    """A term, and the steps that led to it.

    assuming: whether hypotheses that are equations may be used.
    """

    term: Any
    claim: Claim
    indices: Indices
    steps: list[Step] = field(default_factory=list[Step])
    assuming: bool = True

    @property
    def definitions(self) -> Definitions:
        """What the claim's names stand for."""
        return self.claim.definitions

    def take(self, rule: str, old: Any, new: Any, *, backward: bool = False) -> None:
        """Replace a term by an equal one, wherever it occurs."""
        if old == new:
            return
        if len(self.steps) >= MOST:
            raise TooMuch("too many steps")
        size = nodes_in(self.term)
        spend(1 + size // NODES)
        before, self.term = self.term, replaced(self.term, old, new)
        if self.term == before:
            raise Unchanged(f"a step by {rule} that changes nothing")
        self.steps.append(Step(rule, old, new, backward))
        if size > LARGEST:
            raise TooMuch("the lines grow too long")

    def takes(self, rule: Callable[[Line, Any], Found | None], part: Any) -> bool:
        """Whether a rule changes a part of the line; if not, it is as it was."""
        before = self.term, len(self.steps)
        try:
            if found := rule(self, part):
                self.take(*found)
        except Unchanged:
            self.back_to(*before)
            return False
        return found is not None

    def add(self, step: Step) -> None:
        """Take a step that holds a proof of its own."""
        self.term = replaced(self.term, step.old, step.new)
        self.steps.append(step)

    def meant(self, made: Any) -> Any:
        """What a node means, with indices of this proof in the sums it brings."""
        new = {
            k: self.indices.bound(high)
            for s in sp.preorder_traversal(made)
            if isinstance(s, (sp.Sum, sp.Product))
            for k, _, high in s.limits
            if isinstance(k, sp.Dummy)
        }
        return made.xreplace(new)

    def part(self, term: Any) -> Line:
        """A line of its own for a term, with the same indices."""
        return Line(term, self.claim, self.indices)

    def follow(self, other: Line) -> None:
        """Go from the first term of another line, part of this one, to its last."""
        for s in other.steps:
            self.take(s.rule, s.old, s.new, backward=s.backward)

    def undo(self, other: Line) -> None:
        """Go from the last term of another line, part of this one, to its first."""
        for s in reversed(other.steps):
            self.take(s.rule, s.new, s.old, backward=not s.backward)

    def undoes(self, other: Line) -> bool:
        """Whether it can `undo`; if not, this line is as it was.

        A step back is none where SymPy has put 1 · x as x, or x + 0.
        """
        before = self.term, len(self.steps)
        try:
            self.undo(other)
        except Unchanged:
            self.back_to(*before)
            return False
        return True

    def back_to(self, term: Any, steps: int) -> None:
        """Leave out the steps after so many, which led to a term."""
        self.term = term
        del self.steps[steps:]


def replaced(e: Any, old: Any, new: Any) -> Any:
    """A term with new for old, in all that its nodes are functions of."""
    if e == old:
        return new
    if isinstance(e, Slope):
        f = applied(e.args[0])
        return e.xreplace({f: _inside(f, old, new)})
    return _inside(e, old, new)


def _inside(e: Any, old: Any, new: Any) -> Any:
    of, parts = indexed(e).of, list(e.args)
    if of is None or not e.has(old):
        return e
    parts[of] = [replaced(a, old, new) for a in parts[of]]
    return e if tuple(parts) == e.args else e.func(*parts)


def nodes_in(e: Any) -> int:
    """How large a term is."""
    return sum(1 for _ in sp.preorder_traversal(e))


def parts(e: Any) -> Iterator[Any]:
    """Every number inside a term that steps may change, the innermost first."""
    if isinstance(e, (sp.Sum, sp.Product)):
        yield from parts(e.function)
    elif isinstance(e, Slope):
        for a in e.args[0].args if isinstance(e.args[0], AppliedUndef) else ():
            yield from parts(a)
    elif _is_open(e):
        for a in e.args:
            if not is_matrix(a):
                yield from parts(a)
    yield e


def _is_open(e: Any) -> bool:
    if isinstance(e, (Partial, Expectation)):
        return True
    return isinstance(e, (sp.Add, sp.Mul, sp.Pow, sp.Function, sp.Subs))
