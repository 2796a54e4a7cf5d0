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
    """What a rendering of a statement says amiss, or lacks; empty where it is right."""
    due = statement.due()
    row: Row = ()
    try:
        for what, row in formulas:
            if what not in due:
                raise Misread("a formula too many")
            compare(statement, row, due.pop(what))
    except (Misread, Unreadable) as error:
        return f"{error}; read: {shown(row)}"
    except Exception as error:  # of SymPy or NumPy, at what makes no sense
        return f"{told(error)}; read: {shown(row)}"
    return f"{next(iter(due))} is missing" if due else ""
