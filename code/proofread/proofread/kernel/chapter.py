"""The theorems of a chapter as a file of Coq, and those that are left out, with why."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..running.process import How
from ..running.runner import run_chapter

LEFT_OUT = "not-proved.csv"
NOT_FOUND = "the tactic finds no proof"
COLUMNS = ("chapter", "key", "line", "identity", "cause")
HEAD = """\
(** The equations of {chapter}, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.
"""


@dataclass
class Chapter:
    """A chapter's theorems, and claims without; failed: what did not run."""

    name: str
    told: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    failed: list[str] = field(default_factory=list[str])

    @property
    def theorems(self) -> list[dict[str, Any]]:
        """The claims that have a theorem."""
        return [one for one in self.told if "text" in one]


def chapter_name(path: Path) -> str:
    """A chapter as its folder and its name, without a suffix."""
    return f"{path.absolute().parent.name}/{path.stem}"


def file_name(chapter: str) -> str:
    """Where the theorems of a chapter stand: Coq's modules have no hyphens."""
    return f"{chapter.replace('-', '_')}.v"


def collected(path: Path, timeout: float) -> Chapter:
    """The theorems of a chapter, by running its cells."""
    outcome = run_chapter(path, How(timeout, "proofread.kernel.collect"))
    if outcome.found is None:
        return Chapter(chapter_name(path), failed=[str(f) for f in outcome.failed])
    return Chapter(chapter_name(path), outcome.found)


def told_before(folder: Path) -> Iterator[Chapter]:
    """Chapters whose runs told their claims: a file each, below its chapter's name."""
    for file in sorted(folder.rglob("*.json")):
        name = file.relative_to(folder).with_suffix("").as_posix()
        yield Chapter(name, json.loads(file.read_text(encoding="utf-8")))


def file_of(chapter: Chapter, left_out: set[tuple[str, int]]) -> str:
    """The chapter's file: every theorem with its proof, and what each rests on."""
    kept = [t for t in chapter.theorems if (t["key"], t["line"]) not in left_out]
    parts = [HEAD.format(chapter=chapter.name), *map(_proved, kept)]
    checks = [f"Print Assumptions {t['name']}." for t in kept]
    return "\n".join([*parts, *checks]) + "\n" if kept else ""


def _proved(told: dict[str, Any]) -> str:
    line = f", line {told['line']}" if told["line"] else ""
    head = f"(** {told['key']}{line}: {told['identity']} *)"
    return f"{head}\n{told['text']}\nProof. prove. Qed.\n"


def rows(chapter: Chapter, left_out: set[tuple[str, int]]) -> list[list[str]]:
    """The claims that are not proved here, with why."""
    causes = ((t, _cause(t, left_out)) for t in chapter.told)
    return [
        [chapter.name, t["key"], str(t["line"] or ""), t["identity"], cause]
        for t, cause in causes
        if cause
    ]


def _cause(told: dict[str, Any], left_out: set[tuple[str, int]]) -> str:
    if "cause" in told:
        return told["cause"]
    return NOT_FOUND if (told["key"], told["line"]) in left_out else ""


def table(rows_of_all: Iterable[list[str]]) -> str:
    """The claims that are not proved as a file."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([COLUMNS, *rows_of_all])
    return out.getvalue()


def read_table(file: Path) -> list[list[str]]:
    """What such a file says; nothing where there is none."""
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))[1:]


def by_chapter(entries: Iterable[list[str]]) -> dict[str, list[list[str]]]:
    """The lines of such a file, chapter by chapter."""
    found: dict[str, list[list[str]]] = {}
    for entry in entries:
        found.setdefault(entry[0], []).append(entry)
    return found


def without_proof(entries: Iterable[list[str]]) -> set[tuple[str, int]]:
    """The claims, by key and line, that have a theorem and no proof."""
    return {
        (key, int(line or 0))
        for _, key, line, _, cause in entries
        if cause == NOT_FOUND
    }
