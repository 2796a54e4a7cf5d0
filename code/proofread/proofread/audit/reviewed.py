"""The reviewed list beside a chapter: mutants that survive because they are true."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from ..mutants.scoring import Survivor


@dataclass(frozen=True)
class Reviewed:
    """One entry of the list: a mutant, and why what it says is true."""

    claim: str
    mutant: Survivor
    reason: str


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
        )
        for entry in entries
    ]


def stanza(claim: str, mutant: Survivor) -> str:
    """The entry to paste into the list, its reason left for the reviewer."""
    rows = [("claim", claim), ("side", mutant.side), ("operator", mutant.operator)]
    rows += [("latex", mutant.latex), ("reason", "")]
    return "\n".join(["[[survivor]]", *(f"{k} = {_quoted(v)}" for k, v in rows)])


def _quoted(text: str) -> str:
    plain = "'" not in text and "\n" not in text
    return f"'{text}'" if plain else json.dumps(text, ensure_ascii=False)
