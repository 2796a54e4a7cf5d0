"""What all that is found of a claim depends on, and lots that are drawn by it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ..claim import Claim

FOLDER = Path(__file__).parents[1]
AFTER_SCORES = ("__init__", "chapter", "displayed", "faults", "figures")
NO_PART_OF_A_SCORE = (
    *("assuming", "sphinx", "running", "reading", "kernel", "__main__.py"),
    *(f"audit/{name}.py" for name in AFTER_SCORES),
)


@cache
def engine(without: tuple[str, ...] = NO_PART_OF_A_SCORE) -> str:
    """A digest of all that decides what is found of a claim: ours, SymPy and NumPy.

    without: what of this package decides nothing.
    """
    return digest_of(FOLDER, without)


def digest_of(folder: Path, without: tuple[str, ...] = NO_PART_OF_A_SCORE) -> str:
    """The same of a package that lies in a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        if not any(path.is_relative_to(folder / part) for part in without):
            digest.update(path.read_bytes())
    for package in ("sympy", "numpy"):
        digest.update(version(package).encode())
    return digest.hexdigest()[:16]


def lot(claim: Claim, *words: str) -> str:
    """As good as drawn, and the same for the same claim, words and engine."""
    told = " ".join([engine(), claim.key, str(claim.number), *words])
    return hashlib.sha256(told.encode()).hexdigest()
