"""The theorems of a chapter, told by a process that runs its cells and checks nothing.

`python -P -m proofread.kernel.collect CHAPTER PIPE` is started by the runner.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from ..bundle import Bundle
from ..chapters.cells import read_chapter
from ..claim import Claim
from ..running.child import run_cells, telling
from ..running.events import Found
from ..statements import claims, derivations
from ..statements.recording import Statement
from .rules import Unreached
from .theorem import theorem


def told(claim: Claim) -> dict[str, Any]:
    """A claim with its theorem, or with why it has none."""
    known = {"key": claim.key, "line": claim.number or 0}
    try:
        made = theorem(claim)
    except Unreached as error:
        return {**known, "cause": str(error)}
    return {**known, "name": made.name, "identity": made.identity, "text": made.text}


def main() -> None:
    """Run the chapter that the command line names; tell the theorems of its claims."""
    path, pipe = Path(sys.argv[1]), int(sys.argv[2])
    found: list[dict[str, Any]] = []

    def unchecked(made: list[Claim], build: Callable[[], Bundle]) -> Statement:
        if not build.__qualname__.startswith("refute"):
            found.extend(map(told, made))
        return Statement(made[0].key if made else "", cast(Bundle, None))

    claims.run = derivations.run = unchecked
    tell = telling(pipe)
    if run_cells(read_chapter(path), tell).stands:
        tell(Found(found))
    os._exit(0)


if __name__ == "__main__":
    main()
