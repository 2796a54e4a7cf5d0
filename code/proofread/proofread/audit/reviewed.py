"""The reviewed list beside a chapter: mutants that survive because they are true."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from ..claim import Claim
from ..mutants.scores import Survivor


@dataclass(frozen=True)
class Reviewed:
    """One entry of the list: a mutant, and why what it says is true.

    line: of a derivation, which of its lines the mutant is of.
    """

    claim: str
    mutant: Survivor
    reason: str
    line: int | None = None

    def is_of(self, claim: Claim) -> bool:
        """Whether the entry is about this claim, or this line of a derivation."""
        return (self.claim, self.line) == (claim.key, claim.number)


def list_beside(chapter: Path) -> Path:
    """Where the reviewed list of a chapter is kept."""
    return chapter.with_suffix(".survivors.toml")


def reviewed(chapter: Path) -> list[Reviewed]:
    """The entries of a chapter's reviewed list; none if it has no list."""
    path = list_beside(chapter)
    if not path.exists():
        return []
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("survivor", [])
    parts = ("side", "operator", "latex")
    return [
        Reviewed(
            entry.get("claim", ""),
            Survivor(*(entry.get(part, "") for part in parts)),
            entry.get("reason", "").strip(),
            entry.get("line"),
        )
        for entry in entries
    ]


def stanza(claim: str, mutant: Survivor, line: int | None = None) -> str:
    """The entry to paste into the list, its reason left for the reviewer."""
    rows = [("claim", _quoted(claim))] + ([("line", str(line))] if line else [])
    told = (mutant.side, mutant.operator, mutant.latex, "")
    names = ("side", "operator", "latex", "reason")
    rows += zip(names, map(_quoted, told), strict=True)
    return "\n".join(["[[survivor]]", *(f"{name} = {text}" for name, text in rows)])


def _quoted(text: str) -> str:
    plain = "'" not in text and "\n" not in text
    return f"'{text}'" if plain else json.dumps(text, ensure_ascii=False)
