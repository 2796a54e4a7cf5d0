"""What every score depends on besides its claim, and lots that are drawn by it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ..claim import Claim

NO_PART_OF_A_SCORE = (
    *("assuming", "sphinx", "audit", "running", "reading", "kernel"),
    "__main__.py",
)


@cache
def engine(without: tuple[str, ...] = NO_PART_OF_A_SCORE) -> str:
    """A digest of all that decides a score: this package, SymPy and NumPy.

    without: the rooms of the package that decide nothing.
    """
    folder = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        if path.relative_to(folder).parts[0] not in without:
            digest.update(path.read_bytes())
    for package in ("sympy", "numpy"):
        digest.update(version(package).encode())
    return digest.hexdigest()[:16]


def lot(claim: Claim, *words: str) -> str:
    """As good as drawn, and the same for the same claim, words and engine."""
    told = " ".join([engine(), claim.key, str(claim.number), *words])
    return hashlib.sha256(told.encode()).hexdigest()
