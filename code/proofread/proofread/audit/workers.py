"""Work on a chapter's claims: each piece done once, on as many cores as are free."""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from .cores import Cores
from .engine import engine

Found = dict[str, Any]  # plain data; faults: what is wrong, a message each


class Piece(Protocol):
    """Some work; `key` tells all that its outcome depends on besides the engine."""

    @property
    def key(self) -> str: ...


class Kept:
    """What was found, on the disk, a file each, so that an audit cut off goes on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, key: str) -> Found | None:
        """What was found with this key; None where there is nothing, or damaged."""
        try:
            found = json.loads(self._file(key).read_text("utf-8"))
            return found if "faults" in found else None
        except (OSError, ValueError, TypeError):
            return None

    def write(self, key: str, found: Found) -> None:
        """Keep what was found, whole or not at all; what is at fault is tried anew."""
        if not found["faults"]:
            part = self._file(key).with_suffix(f".{os.getpid()}")
            part.write_text(json.dumps(found), encoding="utf-8")
            part.rename(self._file(key))

    def forget_other_engines(self) -> None:
        """Drop what another version of the engine found."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for file in self.folder.iterdir():
            if not file.name.startswith(f"{engine()}-"):
                file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self.folder / f"{engine()}-{key}.json"


_waiting: list[Piece] = []


@dataclass(frozen=True)
class Workers:
    """Where what was found is kept, and the cores, shared with other chapters."""

    kept: Kept
    cores: Cores

    def findings(
        self, pieces: Sequence[Piece], find: Callable[[Any], Found]
    ) -> list[Found]:
        """What is found of each piece; what is kept is not sought again."""
        known = [self.kept.read(piece.key) for piece in pieces]
        _waiting[:] = [p for p, k in zip(pieces, known, strict=True) if k is None]
        made = self._mapped(partial(self._find, find), len(_waiting))
        return [next(made) if found is None else found for found in known]

    def _find(self, find: Callable[[Any], Found], k: int) -> Found:
        piece = _waiting[k]
        with self.cores.one():
            found = find(piece)
        self.kept.write(piece.key, found)
        return found

    def _mapped(self, found: Callable[[int], Found], count: int) -> Iterator[Found]:
        """In order; claims hold functions, so processes inherit them by fork."""
        if self.cores.count == 1 or count < 2:
            yield from map(found, range(count))
            return
        with multiprocessing.get_context("fork").Pool(self.cores.count) as pool:
            yield from pool.imap(found, range(count), chunksize=1)
