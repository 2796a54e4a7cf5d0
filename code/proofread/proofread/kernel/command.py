"""`python -m proofread kernel`: writes chapters' theorems, and has Coq prove them."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import coq
from .chapter import (
    HEAD,
    LEFT_OUT,
    Chapter,
    by_chapter,
    file_name,
    file_of,
    read_table,
    rows,
    table,
    without_proof,
)

LIBRARY = Path("_build/kernel")
RESULT = Path("_build/kernel.json")
UNCHECKED = "coqchk does not accept what coqc made"
AGAIN = "write it anew, with --search where Coq is installed"


@dataclass(frozen=True)
class Asked:
    """What is asked of chapters.

    to: the folder of theorems.  search: ask Coq anew which of them the tactic proves,
    else those that are left out stay so.  check: write nothing, and tell what differs.
    whole: there are no chapters but these, and what stands of others is dropped.
    """

    to: Path
    search: bool = False
    check: bool = False
    whole: bool = False


def write(chapters: Iterable[Chapter], asked: Asked) -> int:
    """Write the theorems of chapters and what is left out; 1 where a chapter fails.

    With `check` 1 also where a file is not what would be written.
    """
    if asked.search and not ready():
        return 1
    try:
        return _write(chapters, asked)
    except coq.StoppedError as stopped:
        print(f"Nothing is written. {stopped}", file=sys.stderr)
        return 1


def _write(chapters: Iterable[Chapter], asked: Asked) -> int:
    listed = asked.to / LEFT_OUT
    entries = by_chapter(read_table(listed))
    texts: dict[Path, str] = {}
    failed: list[str] = []
    for chapter in chapters:
        failed += chapter.failed
        if not chapter.failed:
            before = without_proof(entries.get(chapter.name, []))
            left_out = _not_found(chapter) if asked.search else before
            entries[chapter.name] = rows(chapter, left_out)
            texts[asked.to / file_name(chapter.name)] = file_of(chapter, left_out)
            _tell(chapter, entries[chapter.name])
    print("\n".join(failed), end="", file=sys.stderr)
    if asked.whole and not failed:
        entries = {k: v for k, v in entries.items() if asked.to / file_name(k) in texts}
        texts = dict.fromkeys(asked.to.rglob("*.v"), "") | texts
    return int(_settle(texts | {listed: _listed(entries)}, asked.check) or bool(failed))


def _listed(entries: dict[str, list[list[str]]]) -> str:
    return table(row for name in sorted(entries) for row in entries[name])


def _settle(texts: dict[Path, str], check: bool) -> bool:
    return _compared(texts) if check else _put_all(texts)


def _tell(chapter: Chapter, left_out: list[list[str]]) -> None:
    all_of_them = len(chapter.told)
    print(f"{chapter.name}: {all_of_them - len(left_out)} of {all_of_them} claims")


def _put_all(texts: dict[Path, str]) -> bool:
    for file, text in texts.items():
        if text:
            _put(file, text)
        else:
            file.unlink(missing_ok=True)
    return False


def _compared(texts: dict[Path, str]) -> bool:
    """Whether a file is not what would be written now; each is named."""
    differ = [file for file, text in texts.items() if _text(file) != text]
    for file in differ:
        print(f"{file} is not what its chapter says: {AGAIN}", file=sys.stderr)
    return bool(differ)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def ready() -> bool:
    """Whether there is a Coq, with the theory compiled."""
    if not coq.installed():
        print(coq.MISSING, file=sys.stderr)
        return False
    theory = coq.compile_theory(LIBRARY)
    print(theory.said, end="", file=sys.stderr)
    return theory.passed


def _not_found(chapter: Chapter) -> set[tuple[str, int]]:
    statements = {t["name"]: t["text"] for t in chapter.theorems}
    with coq.naming(chapter.name):
        found = coq.proved(HEAD, statements, LIBRARY)
    return {(t["key"], t["line"]) for t in chapter.theorems if t["name"] not in found}


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def prove(folder: Path) -> int:
    """Compile all files of a folder, check them, write what came of it; 1: a fault."""
    if not ready():
        return 1
    files = sorted(folder.rglob("*.v"))
    copies = [LIBRARY / file.relative_to(folder) for file in files]
    pairs = zip(files, copies, strict=True)
    longest_first = sorted(pairs, key=lambda pair: -pair[0].stat().st_size)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = dict(pool.map(_result, longest_first))
    results = {f.relative_to(folder).as_posix(): found[f] for f in files}
    checked = coq.checked(copies, LIBRARY)
    print(checked.said, end="", file=sys.stderr)
    if not checked.passed:
        results = {name: one | {"fault": UNCHECKED} for name, one in results.items()}
    told = {"coq": coq.version(), "theory": coq.theory_digest(), "files": results}
    _put(RESULT, json.dumps(told, indent=1) + "\n")
    return int(any(one["fault"] for one in results.values()))


def _result(pair: tuple[Path, Path]) -> tuple[Path, dict[str, Any]]:
    file, copy = pair
    text = file.read_bytes()
    _put(copy, text.decode())
    done = coq.compiled(copy, LIBRARY)
    theorems = text.count(b"\nTheorem ")
    complete = done.passed and done.closed == theorems and b"Admitted" not in text
    fault = "" if complete else done.said
    print(
        f"{file}: {done.closed} of {theorems} theorems proved{fault and ': ' + fault}"
    )
    digest = hashlib.sha256(text).hexdigest()
    return file, {"sha256": digest, "theorems": theorems, "fault": fault}
