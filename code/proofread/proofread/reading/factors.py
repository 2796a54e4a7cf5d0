"""Factors by what they begin with: a number, a letter, a fraction, a root, a sign."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import sympy as sp

from . import brackets, calculus, large, naming, words
from .layout import (
    BARS,
    CLOSING,
    OPENING,
    Accent,
    Digits,
    Fraction,
    Letter,
    Root,
    Sign,
    Unreadable,
    Word,
    base,
    shown,
)
from .scripts import raised
from .table import is_letter, is_sign

if TYPE_CHECKING:
    from .grammar import Parser


def factor(parser: Parser) -> Any:
    """A factor with all its scripts."""
    mark = parser.peek()
    if mark is None:
        raise Unreadable(f"the end of {shown(parser.row)}, where more should follow")
    if (name := naming.long_name(parser)) is not None:
        return name
    core = base(mark)
    if isinstance(core, Sign):
        return _after_sign(parser, core.text)
    if rule := RULES.get(type(core)):
        return rule(parser)
    raise Unreadable(f"{mark} in {shown(parser.row)}")


def _after_sign(parser: Parser, sign: str) -> Any:
    if sign in OPENING:
        return brackets.bracket(parser)
    if sign in BARS:
        return brackets.bars(parser)
    if sign in CLOSING:
        raise Unreadable(f"{sign} without its beginning in {shown(parser.row)}")
    if rule := SIGNS.get(sign):
        return rule(parser)
    raise Unreadable(f"{sign} in {shown(parser.row)}")


def _number(parser: Parser) -> Any:
    mark = parser.next()
    made = sp.Rational(str(base(mark)))
    return raised(parser, made, mark)


def _letter(parser: Parser) -> Any:
    mark = parser.peek()
    if mark is not None and is_letter(mark, "E", "double"):
        return words.mean(parser)
    if mark == Letter("H", "upright") and is_sign(parser.peek(1), "["):
        parser.next()
        return words.entropy(parser)
    if mark == Letter("d", "upright"):
        return calculus.differential(parser)
    if mark == Letter("O", "script"):
        return _order(parser)
    return naming.name(parser)


def _order(parser: Parser) -> Any:
    """Landau's O of something."""
    parser.next()
    parser.orders += 1
    made, closing = brackets.grouped(parser, str(parser.expect("(")))
    return raised(parser, made, closing)


def _fraction(parser: Parser) -> Any:
    if calculus.is_slope(parser.peek()):
        return calculus.slope(parser)
    mark = parser.next()
    part = base(mark)
    assert isinstance(part, Fraction)
    if not part.ruled:
        raise Unreadable(f"{part} without a line, in no brackets")
    made = parser.over(parser.whole(part.top), parser.whole(part.bottom))
    return raised(parser, made, mark)


def _root(parser: Parser) -> Any:
    mark = parser.next()
    part = base(mark)
    assert isinstance(part, Root)
    degree = parser.whole(part.degree) if part.degree else 2
    body = parser.sizes.number(parser.whole(part.body))
    return raised(parser, sp.Pow(body, sp.S.One / degree), mark)


def _infinity(parser: Parser) -> Any:
    parser.next()
    return sp.oo


RULES: dict[type, Callable[[Parser], Any]] = {
    Digits: _number,
    Letter: _letter,
    Accent: naming.name,
    Word: words.word,
    Fraction: _fraction,
    Root: _root,
}
SIGNS: dict[str, Callable[[Parser], Any]] = {
    "∑": large.total,
    "∏": large.total,
    "∫": large.integral,
    "∇": calculus.gradient,
    "∞": _infinity,
}
