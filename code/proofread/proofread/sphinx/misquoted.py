"""Formulas typed by hand within a line that would be a claim but for a slip of the pen.

A formula that is a claim of its page with one side changed a little is held to the
claim's own numbers, and where it fails there it misquotes the claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np

from ..bundle import Bundle, Kind
from ..reading import Row, Statement
from ..reading.layout import leaves
from .domain import ProofreadDomain
from .read_back import relied_on
from .typed import HOLDS, read, sides

SLIP = 4  # marks, at most, that a slip of the pen changes
LEAST = 3  # marks of a side: of fewer, another side is another value and no slip
TOLERANCE = 1e-7


def misquoted(domain: ProofreadDomain) -> Iterator[tuple[str, int, str]]:
    """(page, line, what to do) of each formula that is a claim but for a slip."""
    for page, found in domain.typed.items():
        claims = Claims(domain, page)
        for typed in found:
            if key := claims.slip(read(typed.latex)):
                mend = f"write {{claim}}`{key}`, or mend it"
                what = f"“{key}” is misquoted: {typed.latex} does not hold; {mend}"
                yield page, typed.line, what


class Claims:
    """The claims of a page, as formulas of its text are compared with them."""

    def __init__(self, domain: ProofreadDomain, page: str) -> None:
        self.domain = domain
        bundles = [shown.bundle for shown in domain.shown.get(page, ())]
        self.compared = [
            (bundle, row, Counter(leaves(row)))
            for bundle in bundles
            if is_compared(bundle) and (row := read(bundle.latex))
        ]

    def slip(self, row: Row) -> str:
        """The key of the claim that a formula misquotes; empty where it is none."""
        marks = Counter(leaves(row))
        for bundle, of_claim, there in self.compared:
            apart = ((marks - there) + (there - marks)).total()
            if apart <= SLIP and row != of_claim and self.fails(bundle, of_claim, row):
                return bundle.key
        return ""

    def fails(self, bundle: Bundle, of_claim: Row, row: Row) -> bool:
        """Whether a formula is a claim with one part changed, and does not hold."""
        try:
            statement = Statement(bundle, relied_on(self.domain, bundle))
            sign, *made = parts(statement, row)
            sign_there, *there = parts(statement, of_claim)
            changed = [
                here != claimed for here, claimed in zip(made, there, strict=True)
            ]
            if sum(changed) + (sign != sign_there) != 1 or is_short(row, changed):
                return False
            left, right = map(statement.values, made)
            return not all(map(holds(sign), left, right))
        except Exception:  # of SymPy or NumPy, at what makes no sense
            return False


def is_short(row: Row, changed: list[bool]) -> bool:
    """Whether the side that changed is a letter or a number, and so another value."""
    counts = [len([*leaves(side)]) for side in sides(row)]
    return any(c and n < LEAST for n, c in zip(counts, changed, strict=True))


def is_compared(bundle: Bundle) -> bool:
    """Whether a statement is one equation that holds, with its numbers."""
    told = bundle.sample is not None and not bundle.lines
    return told and bundle.kind is not Kind.REFUTATION


def parts(statement: Statement, row: Row) -> tuple[str, Any, Any]:
    """Sign, left and right side of a formula of two sides."""
    parser = statement.parser(row)
    (sign,), sides = parser.relation()
    parser.ended(None)
    left, right = statement.sizes.alike(sides)
    return sign, left, right


def holds(sign: str) -> Any:
    """Whether two values at a point are as a sign says, entry by entry."""

    def compared(left: Any, right: Any) -> bool:
        left, right = np.asarray(left), np.asarray(right)
        room = TOLERANCE * max(1.0, float(np.max(np.abs(right), initial=0)))
        gaps = np.ravel(left - right)
        return all(HOLDS[sign](gap, room) for gap in gaps)

    return compared
