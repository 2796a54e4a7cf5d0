"""What a statement relies on: the definitions and hypotheses it is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sympy as sp

from ..claim import Claim
from .recording import failure

UNUSABLE = (TypeError, ValueError, AttributeError, sp.SympifyError)


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
        pairs: dict[Any, Any] = {}
        inline: dict[Any, Any] = {}
        uses, own = [], []
        for item in items:
            if isinstance(item, Definition):
                pairs.update(item.where)
                pairs[item.lhs] = item.rhs
                uses.append(item.key)
                own.append(item.lhs)
            else:
                pairs.update(item)
                inline.update(item)
                own += item
        return cls(tuple(pairs.items()), tuple(inline.items()), tuple(uses), tuple(own))


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
    try:
        relies = Reliance.on(where)
        claim = Claim(
            key,
            lhs,
            rhs,
            relation,
            relies.pairs,
            uses=relies.uses,
            given=tuple(given),
            **options,
        )
    except UNUSABLE as error:
        raise failure(key, "engine", f"{type(error).__name__}: {error}") from error
    for shown, names in claim.alike().items():
        these = ", ".join(names)
        clash = f"different names print alike as {shown}: {these}; rename one"
        raise failure(key, "engine", clash)
    _ = claim.identity  # now, before a later cell gives the names it reads other values
    return claim, relies
