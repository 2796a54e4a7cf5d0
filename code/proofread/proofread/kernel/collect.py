"""The theorems of a chapter, told by a process that runs its cells and checks nothing.

`python -P -m proofread.kernel.collect CHAPTER PIPE` is started by the runner.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from ..bundle import Bundle, Kind
from ..chapters.cells import read_chapter
from ..claim import Claim
from ..running.child import run_cells, telling
from ..running.events import Found
from ..statements import claims, derivations
from ..statements.recording import Made, Statement
from .rules import Unreached
from .theorem import theorem

FAILS = "the translator fails"


def told(claim: Claim) -> dict[str, Any]:
    """A claim with its theorem, or with why it has none.

    A translator that fails stops no chapter: it is a cause like others.
    """
    known = {"key": claim.key, "line": claim.number or 0, "identity": claim.identity}
    try:
        made = theorem(claim)
    except Unreached as error:
        return {**known, "cause": str(error)}
    except Exception as error:
        return {**known, "cause": f"{FAILS}: {type(error).__name__}"}
    return {**known, "name": made.name, "text": made.text}


def told_of(made: Made) -> list[dict[str, Any]]:
    """The claims of a statement that was checked; of what is false none."""
    false = made.statement.bundle.kind is Kind.REFUTATION
    return [] if false else [*map(told, made.claims)]


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
