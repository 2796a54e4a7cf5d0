"""LaTeX as the print is set from, read as a layout."""

from __future__ import annotations

import re

from . import commands
from .layout import PRIME, Accent, Row, Sign, Unreadable, joined, scripted
from .marks import SILENT, SKIPPED

_TOKEN = re.compile(
    r"%[^\n]*\n?|\\[A-Za-z]+\*?|\\.|\s+|\d+(?:\.\d+)?|.", re.DOTALL
)  # fmt: skip
STYLED = {
    r"\mathbf": "bold",
    r"\boldsymbol": "bold",
    r"\mathrm": "upright",
    r"\mathcal": "script",
    r"\mathbb": "double",
}
ACCENTS = {
    rf"\{spelled}": name
    for name in ("hat", "bar", "tilde", "dot", "ddot", "vec")
    for spelled in (name, f"wide{name}")
} | {r"\overline": "bar"}


def layout(latex: str) -> Row:
    """The layout of a formula in LaTeX."""
    reader = Reader(latex)
    made = reader.row()
    if reader.left():
        raise Unreadable(f"{reader.next()!r} without its beginning")
    return made


class Reader:
    """Reads LaTeX from front to end."""

    def __init__(self, latex: str) -> None:
        self._tokens = [t for t in _TOKEN.findall(latex) if not t.startswith("%")]
        self._place = 0

    def of(self, latex: str) -> Row:
        """The layout of LaTeX that was met as text."""
        return layout(latex)

    def left(self) -> bool:
        """Whether anything is left to read."""
        self._space()
        return self._place < len(self._tokens)

    def next(self) -> str:
        """The next token."""
        if not self.left():
            raise Unreadable("the formula ends too early")
        self._place += 1
        return self._tokens[self._place - 1]

    def peek(self) -> str:
        """The next token, left where it is; empty at the end."""
        return self._tokens[self._place] if self.left() else ""

    def _space(self) -> None:
        while self._place < len(self._tokens) and self._tokens[self._place].isspace():
            self._place += 1

    def row(self) -> Row:
        """Marks up to what ends a group, a cell or an environment."""
        parts: list[Row] = []
        while self.peek() not in ("", "}", "&", r"\\", r"\end"):
            made = self.part(self.next())
            lower, upper = self._scripts()
            if lower or upper:
                made = scripted(made, lower, upper)
            parts.append(made)
        return joined(parts)

    def _scripts(self) -> tuple[Row, Row]:
        lower, upper = list[Row](), list[Row]()
        while (sign := self.peek()) in ("_", "^", "'") and sign:
            self.next()
            if sign == "'":
                upper.append((Sign(PRIME),))
            else:
                (lower if sign == "_" else upper).append(self.argument())
        return joined(lower), joined(upper)

    def argument(self) -> Row:
        """A group, or one token: of a number that is in no group, one digit."""
        token = self.next()
        if token[0].isdigit() and len(token) > 1:
            digit, *rest = token[0], *_TOKEN.findall(token[1:])
            self._tokens[self._place : self._place] = rest
            return self.part(digit)
        return self.group() if token == "{" else self.part(token)

    def group(self) -> Row:
        """What stands before the next closing brace."""
        made = self.row()
        if (closing := self.next()) != "}":
            raise Unreadable(f"{closing!r} within a group")
        return made

    def text(self) -> str:
        """The letters of a group, as they are typed."""
        if self.next() != "{":
            raise Unreadable("a command without its group")
        start, depth = self._place, 1
        while depth:
            if self._place == len(self._tokens):
                raise Unreadable("a group without its end")
            depth += {"{": 1, "}": -1}.get(self._tokens[self._place], 0)
            self._place += 1
        return "".join(self._tokens[start : self._place - 1])

    def part(self, token: str) -> Row:
        """What a token, with its arguments, comes to."""
        if token == "{":
            return self.group()
        if token in SILENT:
            return ()
        if token in SKIPPED:
            for _ in range(SKIPPED[token]):
                self.text()
            return ()
        if rule := commands.RULES.get(token):
            return rule(self)
        if token in STYLED:
            return commands.styled(self.argument(), STYLED[token])
        if token in ACCENTS:
            (base,) = self.argument()
            return (Accent(base, ACCENTS[token]),)
        return (commands.mark(token),)
