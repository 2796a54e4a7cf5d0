"""One rule for each kind of node: what it is called in Coq."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from .writer import Writer

Rule = Callable[["Writer", Any], str]
Told = TypeVar("Told")


class Unreached(Exception):
    """What the kernel is not asked to prove, and why."""


def nearest(rules: Mapping[Any, Told], e: Any) -> Told | None:
    """The rule of a node's class, or of its nearest base that has one."""
    return next((rules[kind] for kind in type(e).__mro__ if kind in rules), None)


class Rules:
    """Rules by class of node; a class without has the rule of its nearest base."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.by_kind: dict[type, Rule] = {}

    def of(self, *kinds: type) -> Callable[[Rule], Rule]:
        """Register the rule of some kinds of node."""

        def register(rule: Rule) -> Rule:
            self.by_kind.update(dict.fromkeys(kinds, rule))
            return rule

        return register

    def __call__(self, write: Writer, e: Any) -> str:
        """The node in Coq; raises Unreached where no rule says what it is."""
        if rule := nearest(self.by_kind, e):
            return rule(write, e)
        raise Unreached(f"{type(e).__name__} as a {self.what}")


numbers = Rules("number")
matrices = Rules("matrix")
