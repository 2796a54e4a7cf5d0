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
from ..chapters.cells import Chapter, read_chapter
from ..claim import Claim
from ..running.child import Tell, run_cells, telling
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


def claims_of(chapter: Chapter, tell: Tell) -> list[Claim] | None:
    """The claims of a chapter but for false ones, unchecked; None: a cell fails."""
    found: list[Claim] = []

    def unchecked(made: list[Claim], build: Callable[[], Bundle]) -> Statement:
        if not build.__qualname__.startswith("refute"):
            found.extend(made)
        return Statement(made[0].key if made else "", cast(Bundle, None))

    for module in (claims, derivations):
        vars(module)["run"] = unchecked
    return found if run_cells(chapter, tell).stands else None


def main() -> None:
    """Run the chapter that the command line names; tell the theorems of its claims."""
    path, pipe = Path(sys.argv[1]), int(sys.argv[2])
    tell = telling(pipe)
    found = claims_of(read_chapter(path), tell)
    if found is not None:
        tell(Found([*map(told, found)]))
    os._exit(0)


if __name__ == "__main__":
    main()
