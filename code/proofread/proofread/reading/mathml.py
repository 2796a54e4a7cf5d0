"""MathML as a page has it, read as a layout."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from .layout import (
    SIGNS,
    Accent,
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
    joined,
    scripted,
)

UNSEEN = {"", "\u2061", "\u2062", "\u2063", "\u2064"}
ACCENTS = {
    "hat": "ˆ^\u0302",
    "bar": "¯‾\u0305\u0304",
    "tilde": "˜~\u0303",
    "dot": "˙\u0307",
    "ddot": "¨\u0308",
    "vec": "→\u20d7",
}
STYLES = {"BOLD": "bold", "SCRIPT": "script", "DOUBLE-STRUCK": "double"}
SAME = {"-": "−", "'": "′", "*": "∗", "∥": "‖", "∣": "|", "·": "⋅", "~": "∼", "★": "⋆"}
PRIMES = {"″": 2, "‴": 3, "⁗": 4}
Rule = Callable[[Element], Row]
ROWS = {"math", "mrow", "mstyle", "mpadded", "mtd"}


def layout(markup: str | Element) -> Row:
    """The layout of a formula in MathML."""
    math = ET.fromstring(markup) if isinstance(markup, str) else markup
    return _row([math])


def _row(elements: Iterable[Element]) -> Row:
    return joined(map(_read, elements))


def _read(e: Element) -> Row:
    tag = e.tag.rpartition("}")[2]
    if tag in ROWS:
        return _row(e)
    if rule := RULES.get(tag):
        return rule(e)
    raise Unreadable(f"the element <{tag}>")


def _text(e: Element) -> str:
    return "".join(e.itertext())


def _name(e: Element) -> Row:
    """A letter, in its style, or a word."""
    text = _plain(_text(e))
    if text in UNSEEN:
        return ()
    if len(text) > 1:
        return (Word(text),)
    return (letter(text, "upright" if e.get("mathvariant") == "normal" else ""),)


def _plain(text: str) -> str:
    """Text without spaces, and without what only chooses among forms of a letter."""
    return "".join(c for c in text if not c.isspace() and not "\ufe00" <= c <= "\ufe0f")


def letter(char: str, style: str = "") -> Mark:
    """A letter of the mathematical alphabets as a letter and its style."""
    char = SAME.get(char, char)
    if char in SIGNS:
        return Sign(char)
    kind, _, code = unicodedata.decomposition(char).partition(" ")
    if kind == "<font>":
        name = unicodedata.name(char)
        styles = (said for word, said in STYLES.items() if word in name)
        return Letter(chr(int(code, 16)), next(styles, ""))
    return Letter(char, style)


def _operator(e: Element) -> Row:
    text = _plain(_text(e))
    if text in UNSEEN:
        return ()
    if text in PRIMES:
        return (Sign("′"),) * PRIMES[text]
    if len(text) > 1:
        return (Word(text),)
    char = SAME.get(text, text)
    if char not in SIGNS:
        raise Unreadable(f"the operator {text}")
    return (Sign(char),)


def _number(e: Element) -> Row:
    return (Digits(_plain(_text(e))),)


def _words(e: Element) -> Row:
    text = " ".join(_text(e).split())
    return (Word(text),) if text else ()


def _scripts(lower: int | None, upper: int | None) -> Rule:
    def read(e: Element) -> Row:
        parts = [_read(child) for child in e]
        below = parts[lower] if lower else ()
        above = parts[upper] if upper else ()
        return scripted(parts[0], below, above)

    return read


def _over(e: Element) -> Row:
    """An accent, a label above a relation, or an upper bound."""
    base, above = _read(e[0]), _text(e[1])
    for name, marks in ACCENTS.items():
        if above in marks and (e.get("accent") == "true" or above in "‾¯"):
            (mark,) = base
            return (Accent(mark, name),)
    if base == (Sign("∼"),):
        return (Labelled(base[0], _read(e[1])),)
    return scripted(base, (), _read(e[1]))


def _fraction(e: Element) -> Row:
    top, bottom = map(_read, e)
    return (Fraction(top, bottom, e.get("linethickness") != "0"),)


def _root(e: Element) -> Row:
    body, degree = e
    return (Root(_read(body), _read(degree)),)


def _table(e: Element) -> Row:
    return (Table(tuple(tuple(map(_read, row)) for row in e)),)


RULES: dict[str, Rule] = {
    "mi": _name,
    "mn": _number,
    "mo": _operator,
    "mtext": _words,
    "mspace": lambda e: (),
    "msub": _scripts(1, None),
    "msup": _scripts(None, 1),
    "msubsup": _scripts(1, 2),
    "munder": _scripts(1, None),
    "munderover": _scripts(1, 2),
    "mover": _over,
    "mfrac": _fraction,
    "msqrt": lambda e: (Root(_row(e)),),
    "mroot": _root,
    "mtable": _table,
}
