"""Formulas typed by hand within a line that would be a claim but for a slip of the pen.

A formula that has one side of a claim of its page, and of the other side what the audit
makes of it by one of its operators, misquotes the claim.  So does one that differs by a
few marks and fails at the claim's own numbers.  Sides are told by their values, and by
their marks, for small numbers agree by chance.  Of a derivation the ends are taken.
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
from .lies import is_alike, is_lie, values
from .read_back import relied_on
from .typed import HOLDS, read, sides

SLIP = 4  # marks, at most, that a slip of the pen changes
ALIKE = 2 / 3  # of the marks, at least, where neither side is to the mark the claim's
RESEMBLES = 3  # a side has a third of its marks in common with the claim's, at least
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
            alike = (marks & there).total() >= ALIKE * max(marks.total(), there.total())
            near = apart <= SLIP or alike or shares_a_side(row, of_claim)
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
        of_claim = read(equation(bundle))
        try:
            statement = Statement(bundle, used)
            there = parts(statement, of_claim)
            made = parts(statement, row)
            both = (made, sides(row)), (turned(made), sides(row)[::-1])
            return any(
                is_slip(statement, there, here, few=few)
                for here, rows in both
                if all(map(resembles, rows, sides(of_claim)))
                and not is_another_value(here, there, rows)
            )
        except Exception:  # of SymPy or NumPy, at what makes no sense
            return False


def is_slip(statement: Statement, there: Formula, here: Formula, *, few: bool) -> bool:
    """Whether one part of a claim was changed so that it is another, by mistake."""
    sign, *made = here
    changed = [k for k in (0, 1) if not is_same(statement, made[k], there[k + 1])]
    if len(changed) + (sign != there[0]) != 1:
        return False
    if few and fails(statement, sign, made):
        return True
    return any(is_lie(statement, sign, there[1:], k, made[k]) for k in changed)


def resembles(side: Row, of_claim: Row) -> bool:
    """Whether a side and a claim's side have a good part of their marks in common."""
    here, there = Counter(leaves(side)), Counter(leaves(of_claim))
    return RESEMBLES * (here & there).total() >= max(here.total(), there.total())


def is_another_value(here: Formula, there: Formula, rows: list[Row]) -> bool:
    """Whether a side that differs is a letter or a number, and so no slip."""
    short = (len([*leaves(row)]) < LEAST for row in rows)
    return any(s and a != b for s, a, b in zip(short, here[1:], there[1:], strict=True))


def is_same(statement: Statement, e: Any, of_claim: Any) -> bool:
    """Whether a side is one of a claim, maybe written otherwise."""
    if e == of_claim:
        return True
    worth, there = values(statement, e), values(statement, of_claim)
    return worth is not None and there is not None and is_alike(worth, there)


def fails(statement: Statement, sign: str, made: list[Any]) -> bool:
    """Whether a formula has values at the points, and does not hold at one."""
    left, right = (values(statement, side) for side in made)
    if left is None or right is None:
        return False
    return not all(map(holds(sign), left, right))


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
