"""Mutants before Coq: what it proves of a chapter's claims told slightly otherwise.

`python -P -m proofread.kernel.attack CHAPTER PIPE LIBRARY MOST`, by the runner alone.
One that is proved must hold when it is measured.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from pathlib import Path
from typing import NamedTuple

from ..audit.engine import lot
from ..chapters.cells import read_chapter
from ..claim import Claim
from ..judgments import Judgment
from ..mutants import Mutant, every_mutant
from ..mutants.scoring import measured
from ..running.child import telling
from ..running.events import Found
from . import coq
from .chapter import HEAD
from .collect import claims_of
from .rules import Unreached
from .theorem import theorem


class Attack(NamedTuple):
    """How many mutants were shown and proved, and what is wrong with those that are."""

    shown: int
    proved: int
    faults: list[str]


def attack(claims: Iterable[Claim], most: int, library: Path) -> Attack:
    """Show Coq some mutants of the claims that have theorems, drawn by lot."""
    drawn = nsmallest(most, _offered(claims), key=_lot)
    asked = {f"mutant_{k}": one for k, (_, one) in enumerate(drawn)}
    texts = {name: _text(one, name) for name, one in asked.items()}
    told = {name: text for name, text in texts.items() if text}
    try:
        proved = coq.proved(HEAD, told, library)
    except coq.StoppedError as stopped:
        return Attack(len(told), 0, [str(stopped)])
    judged = {name: measured(asked[name].claim) for name in sorted(proved)}
    faults = [
        f"{asked[name].claim.key}: Coq proves {asked[name].latex}: {judgment.value}"
        for name, judgment in judged.items()
        if judgment is not Judgment.HOLDS
    ]
    return Attack(len(told), len(proved), faults)


def _offered(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Mutant]]:
    for claim in claims:
        try:
            theorem(claim)
        except Unreached:
            continue
        yield from ((claim, mutant) for mutant in every_mutant(claim))


def _lot(one: tuple[Claim, Mutant]) -> str:
    claim, mutant = one
    return lot(claim, "kernel", *mutant.shown)


def _text(mutant: Mutant, name: str) -> str:
    """The theorem of a mutant; empty where it has none, as the ill-shaped have."""
    try:
        return theorem(mutant.claim, name).text
    except (Unreached, TypeError, ValueError, AttributeError):
        return ""


def main() -> None:
    """Run the chapter that the command line names, and attack its theorems."""
    path, pipe, library, most = sys.argv[1:]
    tell = telling(int(pipe))
    claims = claims_of(read_chapter(Path(path)), tell)
    if claims is not None:
        tell(Found(list(attack(claims, int(most), Path(library)))))
    os._exit(0)


if __name__ == "__main__":
    main()
