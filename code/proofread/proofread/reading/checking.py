"""All formulas of a statement, wherever they are shown, and what they should say."""

from __future__ import annotations

from collections.abc import Iterable

from ..judgments import told
from .comparing import Misread, compare
from .layout import Row, Unreadable, shown
from .statement import Statement

Formulas = Iterable[tuple[str, Row]]
"""Rows, each with what it is: `line 0`, `line 1`, … and `condition 0`, …"""


def fault(statement: Statement, formulas: Formulas) -> str:
    """What some rendering of a statement says amiss, or lacks; empty where it is right.

    One line may be given several times, as it is set for several widths.
    """
    due = statement.due()
    missing = list(due)
    row: Row = ()
    try:
        for what, row in formulas:
            if what not in due:
                raise Misread("a formula too many")
            compare(statement, row, due[what])
            if what in missing:
                missing.remove(what)
    except (Misread, Unreadable) as error:
        return f"{error}; read: {shown(row)}"
    except Exception as error:  # of SymPy or NumPy, at what makes no sense
        return f"{told(error)}; read: {shown(row)}"
    return f"{missing[0]} is missing" if missing else ""
