"""`python -m proofread kernel`: writes chapters' theorems, and has Coq prove them."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from . import coq
from .chapter import (
    HEAD,
    Chapter,
    collected,
    file_name,
    file_of,
    read_table,
    rows,
    table,
    without_proof,
)

LEFT_OUT = "not-proved.csv"
LIBRARY = Path("_build/kernel")
RESULT = Path("_build/kernel.json")


def write(paths: Iterable[Path], to: Path, timeout: float, search: bool) -> int:
    """Write the file of each chapter, and what is left out; 1 where a chapter fails.

    search: ask Coq anew which theorems the tactic proves, else those that are left out
    stay so.
    """
    if search and not _ready():
        return 1
    known = read_table(to / LEFT_OUT)
    failed, entries = 0, {row[0]: [r for r in known if r[0] == row[0]] for row in known}
    for path in paths:
        chapter = collected(path, timeout)
        print(
            *chapter.failed,
            sep="\n",
            end="\n" if chapter.failed else "",
            file=sys.stderr,
        )
        failed += bool(chapter.failed)
        if not chapter.failed:
            before = entries.get(chapter.name, [])
            left_out = _not_found(chapter) if search else without_proof(before)
            entries[chapter.name] = _written(chapter, to, left_out)
    _put(to / LEFT_OUT, table(row for name in sorted(entries) for row in entries[name]))
    return int(failed > 0)


def _ready() -> bool:
    """Whether there is a Coq, with the theory compiled."""
    if not coq.installed():
        print(coq.MISSING, file=sys.stderr)
        return False
    theory = coq.compile_theory(LIBRARY)
    print(theory.said, end="", file=sys.stderr)
    return theory.passed


def _not_found(chapter: Chapter) -> set[tuple[str, int]]:
    statements = {t["name"]: t["text"] for t in chapter.theorems}
    found = coq.proved(HEAD, statements, LIBRARY)
    return {(t["key"], t["line"]) for t in chapter.theorems if t["name"] not in found}


def _written(
    chapter: Chapter, to: Path, left_out: set[tuple[str, int]]
) -> list[list[str]]:
    """Write a chapter's file; the claims that it leaves out."""
    text, out = file_of(chapter, left_out), rows(chapter, left_out)
    if text:
        _put(to / file_name(chapter.name), text)
    print(
        f"{chapter.name}: {len(chapter.told) - len(out)} of {len(chapter.told)} claims"
    )
    return out


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def prove(folder: Path) -> int:
    """Compile all files of a folder, check them, write what came of it; 1: a fault."""
    if not _ready():
        return 1
    results: dict[str, Any] = {}
    copies: list[Path] = []
    for file in sorted(folder.rglob("*.v")):
        copy = LIBRARY / file.relative_to(folder)
        _put(copy, file.read_text(encoding="utf-8"))
        results[file.relative_to(folder).as_posix()] = _result(file, copy)
        copies.append(copy)
    checked = coq.checked(copies, LIBRARY)
    print(checked.said, end="", file=sys.stderr)
    _put(RESULT, json.dumps({"coq": coq.version(), "files": results}, indent=1) + "\n")
    faults = [one for one in results.values() if one["fault"]]
    return int(bool(faults) or not checked.passed)


def _result(file: Path, copy: Path) -> dict[str, Any]:
    text = file.read_bytes()
    done = coq.compiled(copy, LIBRARY)
    theorems = text.count(b"\nTheorem ")
    complete = done.passed and done.closed == theorems and b"Admitted" not in text
    fault = "" if complete else done.said
    print(
        f"{file}: {done.closed} of {theorems} theorems proved{fault and ': ' + fault}"
    )
    digest = hashlib.sha256(text).hexdigest()
    return {"sha256": digest, "theorems": theorems, "fault": fault}
