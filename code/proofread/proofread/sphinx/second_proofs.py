"""The second proofs: each statement's theorem in Coq, and whether its kernel proved it.

A theorem counts where it was made from the same claim, told by its identity, and as
proved where Coq has seen the very file that it stands in, and the theory as it is now.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..bundle import Bundle
from ..identity import identity_of
from ..kernel.chapter import LEFT_OUT, read_table
from ..kernel.coq import theory_digest

STATED = re.compile(
    r"^\(\*\* (?P<key>\S+?)(?:, line (?P<line>\d+))?: (?P<identity>[0-9a-f]+) \*\)\n"
    r"(?P<text>Theorem .*?)\nProof\.",
    re.MULTILINE | re.DOTALL,
)
OF_ANY_SIZE = re.compile(r"^ +\([^()]*: nat\)", re.MULTILINE)
BY_HYPOTHESIS = re.compile(r"^ +\([\w']+ : forall .*\beps\b", re.MULTILINE)


@dataclass(frozen=True)
class Line:
    """A claim, or a line of a derivation; where it has no theorem, cause says why.

    file: where the theorem stands, below the folder of all.  proved: by Coq, as the
    file is now.
    """

    identity: str
    text: str = ""
    cause: str = ""
    file: str = ""
    proved: bool = False


@dataclass(frozen=True)
class SecondProof:
    """A statement before Coq's kernel: its lines, of which a claim has one."""

    lines: tuple[Line, ...]

    @property
    def theorems(self) -> list[Line]:
        """The lines that have one."""
        return [line for line in self.lines if line.text]

    @property
    def is_whole(self) -> bool:
        """Whether every line has its theorem."""
        return len(self.theorems) == len(self.lines)

    @property
    def is_proved(self) -> bool:
        """Whether Coq proved the theorems that there are, in the files as they are."""
        return all(line.proved for line in self.theorems)

    @property
    def causes(self) -> list[str]:
        """Why lines have no theorem, each cause once."""
        return list(dict.fromkeys(line.cause for line in self.lines if line.cause))

    @property
    def for_every_size(self) -> bool:
        """Whether a theorem speaks of sizes, which then are any."""
        return any(OF_ANY_SIZE.search(line.text) for line in self.theorems)

    @property
    def is_formal(self) -> bool:
        """Whether a derivative of exp, log or any function is taken as given."""
        return any(BY_HYPOTHESIS.search(line.text) for line in self.theorems)


class SecondProofs:
    """The theorems of a book, and what Coq said of them.

    folder: of theorems, a file a chapter, and of a table of what has none.  result: the
    file that Coq's last run left.
    """

    def __init__(self, folder: Path | None = None, result: Path | None = None) -> None:
        self.lines: dict[str, dict[int, Line]] = {}
        self.files: dict[str, bytes] = {}
        if folder and folder.is_dir():
            found = sorted(folder.rglob("*.v"))
            named = ((file.relative_to(folder).as_posix(), file) for file in found)
            self.files = {name: file.read_bytes() for name, file in named}
            self._read_theorems(_proved(result))
            self._read_causes(folder)

    def of(self, bundle: Bundle) -> SecondProof | None:
        """What the kernel has of a statement as it stands; None where nothing."""
        known = self.lines.get(bundle.key, {})
        lines = tuple(known[number] for number in sorted(known))
        told = [line.identity for line in lines]
        stated = told[0] if [*known] == [0] else identity_of(told)
        return SecondProof(lines) if lines and stated == bundle.fingerprint else None

    def file_with(self, identity: str) -> str:
        """The file that has a theorem of a claim with this identity; else empty."""
        every = (line for lines in self.lines.values() for line in lines.values())
        found = (e.file for e in every if e.text and e.identity == identity)
        return next(found, "")

    def _read_theorems(self, proved: dict[str, str]) -> None:
        for name, raw in self.files.items():
            seen = proved.get(name) == hashlib.sha256(raw).hexdigest()
            for found in STATED.finditer(raw.decode()):
                line = Line(found["identity"], found["text"], "", name, seen)
                self.lines.setdefault(found["key"], {})[int(found["line"] or 0)] = line

    def _read_causes(self, folder: Path) -> None:
        for _, key, line, identity, cause in read_table(folder / LEFT_OUT):
            known = self.lines.setdefault(key, {})
            known[int(line or 0)] = Line(identity, cause=cause)


def _proved(result: Path | None) -> dict[str, str]:
    """The digests of the files that Coq proved whole, by name, with this theory."""
    try:
        told: Any = json.loads(result.read_text("utf-8")) if result else {}
        if told.get("theory") != theory_digest():
            return {}
        files = told["files"]
        return {name: of["sha256"] for name, of in files.items() if not of["fault"]}
    except (OSError, ValueError, LookupError, AttributeError, TypeError):
        return {}
