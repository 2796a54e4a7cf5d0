"""Formulas typed by hand within a line that would be a claim but for a slip of the pen.

A formula that has one side of a claim of its page, and of the other side what the audit
makes of it by one of its operators, misquotes the claim.  So does one that differs by a
few marks and fails at the claim's own numbers.  Of a derivation the ends are taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np

from ..bundle import Bundle, Kind
from ..reading import Row, Statement
from ..reading.layout import Sign, leaves, shown, states_relation
from .domain import ProofreadDomain
from .inline import quoted
from .lies import is_lie
from .read_back import relied_on
from .typed import HOLDS, read, sides

SLIP = 4  # marks, at most, that a slip of the pen changes
LEAST = 3  # marks of a side: of fewer, another side is another value and no slip
TOLERANCE = 1e-7
TURNED = {"=": "=", "≤": "≥", "≥": "≤", "<": ">", ">": "<"}
MISQUOTES = "misquotes"

Formula = tuple[str, Any, Any]  # sign, left side, right side


def misquoted(domain: ProofreadDomain) -> Iterator[tuple[str, int, str]]:
    """(page, line, what to do) of each formula that is a claim but for a slip."""
    for page, found in domain.typed.items():
        claims = Claims(domain, page)
        for typed in found:
            if key := claims.slip(typed.latex):
                mend = f"write {{claim}}`{key}`, or mend it"
                what = (
                    f"“{key}” is misquoted: {typed.latex} is not what it says; {mend}"
                )
                yield page, typed.line, what


class Claims:
    """The claims of a page, as formulas of its text are compared with them."""

    def __init__(self, domain: ProofreadDomain, page: str) -> None:
        self.domain = domain
        bundles = [shown.bundle for shown in domain.shown.get(page, ())]
        self.compared = [
            (bundle, row, Counter(leaves(row)))
            for bundle in bundles
            if is_compared(bundle) and (row := read(equation(bundle)))
        ]

    def slip(self, latex: str) -> str:
        """The key of the claim that a formula misquotes; empty where it is none."""
        found = (self.slip_of(row) for row in equations(read(latex)))
        return next(filter(None, found), "")

    def slip_of(self, row: Row) -> str:
        """The key of the claim that a formula of two sides misquotes."""
        marks = Counter(leaves(row))
        for bundle, of_claim, there in self.compared:
            apart = ((marks - there) + (there - marks)).total()
            near = apart <= SLIP or shares_a_side(row, of_claim)
            if near and row != of_claim and self.misquotes(bundle, row, apart):
                return bundle.key
        return ""

    def misquotes(self, bundle: Bundle, row: Row, apart: int) -> bool:
        """Whether a formula misquotes a claim; worked out once, and kept."""
        used = relied_on(self.domain, bundle)

        def worked_out() -> str:
            found = self.compare(bundle, used, row, few=apart <= SLIP)
            return MISQUOTES if found else ""

        source = f"quoted {shown(row)}"
        return bool(self.domain.readings.once([bundle, *used], source, worked_out))

    def compare(
        self, bundle: Bundle, used: list[Bundle], row: Row, *, few: bool
    ) -> bool:
        """Whether a formula is a claim with one part changed, and not what it says.

        few: it differs from the claim by a few marks.
        """
        try:
            statement = Statement(bundle, used)
            there = parts(statement, read(equation(bundle)))
            made = parts(statement, row)
            both = (made, sides(row)), (turned(made), sides(row)[::-1])
            return any(
                is_slip(statement, there, here, rows, few=few) for here, rows in both
            )
        except Exception:  # of SymPy or NumPy, at what makes no sense
            return False


def is_slip(
    statement: Statement,
    there: Formula,
    here: Formula,
    rows: list[Row],
    *,
    few: bool,
) -> bool:
    """Whether one part of a claim was changed so that it is another, by mistake."""
    sign, *made = here
    changed = [k for k in (0, 1) if made[k] != there[k + 1]]
    if len(changed) + (sign != there[0]) != 1:
        return False
    if any(len([*leaves(rows[k])]) < LEAST for k in changed):
        return False  # a letter or a number is another value
    left, right = map(statement.values, made)
    if few and not all(map(holds(sign), left, right)):
        return True
    return any(is_lie(statement, sign, there[1:], k, made[k]) for k in changed)


def equations(row: Row) -> Iterator[Row]:
    """What a formula says of two sides each: of a = b = c, a = b, b = c and a = c."""
    signs = [mark for mark in row if states_relation((mark,))]
    held = sides(row)
    for k, sign in enumerate(signs):
        yield (*held[k], sign, *held[k + 1])
    if len(signs) > 1 and {*signs} == {Sign("=")}:
        yield (*held[0], Sign("="), *held[-1])


def shares_a_side(row: Row, of_claim: Row) -> bool:
    """Whether a side of a formula is, to the mark, one of a claim."""
    return bool({*sides(row)} & {*sides(of_claim)})


def is_compared(bundle: Bundle) -> bool:
    """Whether a statement is one that holds, with its numbers."""
    return bundle.sample is not None and bundle.kind is not Kind.REFUTATION


def equation(bundle: Bundle) -> str:
    """The LaTeX of a statement's equation; of a derivation, its ends."""
    return quoted(bundle, "") if bundle.lines else bundle.latex


def parts(statement: Statement, row: Row) -> Formula:
    """Sign, left and right side of a formula of two sides."""
    parser = statement.parser(row)
    (sign,), sides = parser.relation()
    parser.ended(None)
    left, right = statement.sizes.alike(sides)
    return sign, left, right


def turned(formula: Formula) -> Formula:
    """The same, read from its right side."""
    sign, left, right = formula
    return TURNED.get(sign, sign), right, left


def holds(sign: str) -> Any:
    """Whether two values at a point are as a sign says, entry by entry."""

    def compared(left: Any, right: Any) -> bool:
        left, right = np.asarray(left), np.asarray(right)
        room = TOLERANCE * max(1.0, float(np.max(np.abs(right), initial=0)))
        gaps = np.ravel(left - right)
        return all(HOLDS[sign](gap, room) for gap in gaps)

    return compared
