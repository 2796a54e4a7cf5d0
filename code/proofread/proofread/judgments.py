"""How a reader judges a claim."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple, NoReturn


class Judgment(Enum):
    """What one reader says of a claim.

    HOLDS: wherever the reader looks, which is everywhere for a proof.  FAILS: the
    reader has seen where.  UNDECIDED: it can read the claim, and cannot tell.
    NO_VALUE: it cannot read it, for shapes do not fit, something raised, or the time it
    has is over; that says nothing against the claim, and nothing for it.
    """

    HOLDS = "holds"
    FAILS = "fails"
    UNDECIDED = "undecided"
    NO_VALUE = "no value"

    def __bool__(self) -> NoReturn:
        raise TypeError("a judgment is none of true and false: compare it")


class Finding(NamedTuple):
    """A judgment, and how it was found or why there is none."""

    judgment: Judgment
    method: str


class NoValue(Exception):
    """What a claim says has no value here, and why."""


def told(error: Exception) -> str:
    """Why there is no value, in one line."""
    what = " ".join(str(error).split())
    return what if isinstance(error, NoValue) else f"{type(error).__name__}: {what}"


WEAKEST_FIRST = (Judgment.FAILS, Judgment.NO_VALUE, Judgment.UNDECIDED)


def together(findings: Iterable[Finding]) -> Finding:
    """The weakest of some findings; where all hold, the one with most to say."""
    findings = list(findings)
    for wanted in WEAKEST_FIRST:
        for found in findings:
            if found.judgment is wanted:
                return found
    return max(findings, key=lambda found: len(found.method))
