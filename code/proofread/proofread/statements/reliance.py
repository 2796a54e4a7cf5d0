"""What a statement relies on: the definitions and hypotheses it is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from ..claim import Claim
from ..misbuilt import refuse_misbuilt, refuse_other_shapes
from ..mischecked import refuse_mischecked
from ..taken import refuse_taken
from ..unmet import refuse_unknown, refuse_unmet
from ..unsaid import refuse_unsaid
from .failing import fails_by_name
from .recording import failure

IN_WHERE = "write {name: value}, or what definition(…) returned"


@dataclass(frozen=True)
class Definition:
    """What a name stands for, as shown: pass it in the `where` of what relies on it."""

    key: str
    lhs: Any
    rhs: Any
    where: tuple[tuple[Any, Any], ...] = ()

    def _ipython_display_(self) -> None:
        """Already shown where it was made."""


@dataclass(frozen=True)
class Reliance:
    """The `where` of a statement.

    pairs: all that names stand for.  inline: the pairs to display.  uses: keys of
    definitions shown elsewhere.  own: the names that this statement must need.
    """

    pairs: tuple[tuple[Any, Any], ...]
    inline: tuple[tuple[Any, Any], ...]
    uses: tuple[str, ...]
    own: tuple[Any, ...]

    @classmethod
    def on(cls, items: Any) -> Reliance:
        """What a Definition, a dictionary, or several of either, come to."""
        if isinstance(items, (Mapping, Definition)):
            items = [items]
        if not isinstance(items, Iterable):
            raise TypeError(f"where: {items!r} is not iterable: use a dictionary")
        pairs: dict[Any, Any] = {}
        inline: dict[Any, Any] = {}
        uses: list[str] = []
        own: list[Any] = []
        for item in cast(Iterable[Any], items):
            if isinstance(item, Definition):
                pairs.update(item.where)
                pairs[item.lhs] = item.rhs
                uses.append(item.key)
                own.append(item.lhs)
            elif not isinstance(item, Mapping):
                raise TypeError(f"where: {item!r} is no dictionary: {IN_WHERE}")
            else:
                defined = cast(Mapping[Any, Any], item)
                pairs.update(defined)
                inline.update(defined)
                own += defined
        return cls(tuple(pairs.items()), tuple(inline.items()), tuple(uses), tuple(own))


def listed(given: object) -> tuple[Any, ...]:
    """Hypotheses as given: not an indexed base, whose entries would never end."""
    if not isinstance(given, Iterable):
        raise TypeError(f"given: {given!r} is not iterable: use a list of hypotheses")
    return tuple(cast(Iterable[Any], given))


@fails_by_name
def made(
    key: str,
    lhs: Any,
    rhs: Any,
    relation: str = "=",
    *,
    where: Any = (),
    given: Iterable[Any] = (),
    **options: Any,
) -> tuple[Claim, Reliance]:
    """The claim, and what it relies on; ClaimError where it is malformed."""
    relies = Reliance.on(where)
    options = {**options, "uses": relies.uses, "given": listed(given)}
    refuse_misbuilt([lhs, rhs], relies.pairs, options["given"])
    claim = Claim(key, lhs, rhs, relation, relies.pairs, **options)
    for refuse in REFUSALS:
        refuse(claim)
    if not claim.line:
        refuse_unknown(options, [claim])
    _ = claim.identity  # now, before a later cell gives the names it reads other values
    return claim, relies


def _refuse_alike(claim: Claim) -> None:
    for shown, names in claim.alike().items():
        these = ", ".join(names)
        clash = f"different names print alike as ${shown}$: {these}; rename one"
        raise failure(claim.key, "engine", clash)


def _refuse_other_shapes(claim: Claim) -> None:
    refuse_other_shapes(claim.where)


REFUSALS = (
    refuse_mischecked,
    Claim.refuse_weak,
    _refuse_alike,
    refuse_taken,
    _refuse_other_shapes,
    refuse_unsaid,
    refuse_unmet,
)
