"""Commands of LaTeX with their arguments, as marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .layout import (
    Digits,
    Fraction,
    Labelled,
    Letter,
    Mark,
    Root,
    Row,
    Sign,
    Table,
    Unreadable,
    Word,
)
from .marks import COMMANDS, SAME, WORDS

if TYPE_CHECKING:
    from .tex import Reader

TABLES = {"bmatrix": ("[", "]"), "pmatrix": ("(", ")"), "cases": ("{", "")}
PLAIN_TABLES = ("aligned", "gathered", "matrix", "split")


def mark(token: str) -> Mark:
    """A letter, a number, a sign or a word."""
    if token in WORDS:
        return Word(token[1:])
    if mark := COMMANDS.get(token) or SAME.get(token):
        return mark
    if token[0].isdigit():
        return Digits(token)
    if len(token) == 1 and token.isalpha():
        return Letter(token)
    raise Unreadable(f"the command {token}")


def styled(row: Row, style: str) -> Row:
    """Letters in a style; several upright ones are a word."""
    if style == "upright" and len(row) > 1:
        return (Word("".join(map(str, row))),)
    return tuple(_in_style(mark, style) for mark in row)


def _in_style(mark: Mark, style: str) -> Mark:
    if isinstance(mark, Letter | Digits) and len(mark.text) == 1:
        return Letter(mark.text, style)
    return mark


def _fraction(reader: Reader) -> Row:
    return (Fraction(reader.argument(), reader.argument()),)


def _binomial(reader: Reader) -> Row:
    inner = Fraction(reader.argument(), reader.argument(), ruled=False)
    return (Sign("("), inner, Sign(")"))


def _root(reader: Reader) -> Row:
    degree: Row = ()
    if reader.peek() == "[":
        reader.next()
        typed = iter(reader.next, "]")
        degree = reader.of("".join(typed))
    return (Root(reader.argument(), degree),)


def _word(reader: Reader) -> Row:
    row = reader.of(reader.text())
    return (Word("".join(map(str, row))),) if len(row) > 1 else styled(row, "upright")


def _words(reader: Reader) -> Row:
    text = reader.text().strip()
    return (Word(text),) if text else ()


def _label(reader: Reader) -> Row:
    above, (base,) = reader.argument(), reader.argument()
    return (Labelled(base, above),)


def _fence(reader: Reader) -> Row:
    sign = reader.next()
    return () if sign == "." else (mark(sign),)


def _environment(reader: Reader) -> Row:
    name = reader.text()
    rows: list[list[Row]] = [[]]
    while True:
        rows[-1].append(reader.row())
        sign = reader.next()
        if sign == r"\\":
            rows.append([])
        elif sign == r"\end":
            break
    if reader.text() != name or name not in (*TABLES, *PLAIN_TABLES):
        raise Unreadable(f"the environment {name}")
    fences = ((Sign(c),) if c else () for c in TABLES.get(name, ("", "")))
    left, right = fences
    return (*left, Table(tuple(map(tuple, rows))), *right)


RULES = {
    r"\frac": _fraction,
    r"\binom": _binomial,
    r"\sqrt": _root,
    r"\operatorname": _word,
    r"\operatorname*": _word,
    r"\text": _words,
    r"\overset": _label,
    r"\left": _fence,
    r"\right": _fence,
    r"\begin": _environment,
}
