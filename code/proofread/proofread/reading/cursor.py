"""Marks read one after another."""

from __future__ import annotations

from .layout import Mark, Row, Unreadable, shown
from .table import is_sign


class Cursor:
    """A row of marks, and how far it is read."""

    def __init__(self, row: Row) -> None:
        self.row, self.place = row, 0

    def peek(self, ahead: int = 0) -> Mark | None:
        """The next mark, left where it is; None at the end."""
        at = self.place + ahead
        return self.row[at] if at < len(self.row) else None

    def rest(self) -> Row:
        """The marks that are not read yet."""
        return self.row[self.place :]

    def next(self) -> Mark:
        """The next mark."""
        mark = self.peek()
        if mark is None:
            raise Unreadable(f"the end of {shown(self.row)}, where more should follow")
        self.place += 1
        return mark

    def take(self, signs: str) -> Mark | None:
        """The next mark if it is one of these signs, scripts aside."""
        return self.next() if is_sign(self.peek(), signs) else None

    def expect(self, signs: str) -> Mark:
        """The next mark, which must be one of these signs, scripts aside."""
        mark = self.next()
        if not is_sign(mark, signs):
            raise Unreadable(f"{mark} where {signs} should be, in {shown(self.row)}")
        return mark
