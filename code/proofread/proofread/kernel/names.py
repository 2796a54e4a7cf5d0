"""Identifiers of Coq: one for each name of a claim, and no two names share one."""

from __future__ import annotations

import re
from typing import Any

from .rules import Unreached

RESERVED = frozenset(
    re.findall(
        r"\S+",
        """
    R eps small as at by cofix do else end exists exists2 fix for forall fun if in let
    match only open Prop return Set SProp then Type using where with
    dot sqn had diag diagonal row col invmx unitmx tr det const_mx delta_mx map_mx nat
    matrix rows of is have row_mx col_mx block_mx
    """,
    )
)


def identifier(name: str) -> str:
    """A name with letters, digits and lines below alone, a letter in front."""
    plain = re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_")
    return plain if plain[:1].isalpha() else f"v_{plain}"


class Names:
    """What names are called in one theorem."""

    def __init__(self) -> None:
        self.given: dict[Any, str] = {}
        self._taken = set(RESERVED)

    def of(self, key: Any, wish: str) -> str:
        """The identifier of a name, by what tells it from others: always the same."""
        if key not in self.given:
            self.given[key] = self.fresh(wish)
        return self.given[key]

    def fresh(self, wish: str) -> str:
        """An identifier that nothing else has."""
        plain = made = identifier(wish)
        if plain.endswith("'") or wish.endswith("'"):
            primes = len(wish) - len(wish.rstrip("'"))
            plain = made = identifier(wish.rstrip("'")) + "'" * primes
        count = 1
        while made in self._taken:
            count += 1
            made = f"{plain.rstrip(chr(39))}_{count}" + "'" * plain.count("'")
        self._taken.add(made)
        return made


def literal(place: int, length: Any) -> str:
    """The first, second, ... place of a range whose length is a number."""
    if not (getattr(length, "is_Integer", False) and 1 <= place <= length):
        raise Unreached("a place by number in a range of any size")
    text = "ord0"
    for _ in range(place - 1):
        text = f"(lift ord0 {text})"
    return text
