"""Γ, ψ with its derivatives and B, where a statement does not name the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sympy as sp

from . import brackets
from .layout import PRIME, Letter, Mark, Row, Sign, Unreadable
from .scripts import raised
from .table import is_sign

if TYPE_CHECKING:
    from .grammar import Parser

GAMMA, PSI, BETA = Letter("Γ", "upright"), Letter("ψ"), Letter("B", "upright")
ARGUMENTS = {GAMMA: 1, PSI: 1, BETA: 2}


def gammas(parser: Parser, letter: Mark, above: Row) -> Any:
    """Γ(x), ψ(x), ψ′(x), ψ⁽ⁿ⁾(x) or B(a, b) after its letter; None of any other."""
    if letter not in ARGUMENTS:
        return None
    order = _order(parser, above) if letter == PSI else sp.S.Zero
    if not is_sign(parser.peek(), "(") or (above and letter != PSI):
        return None
    parts, closing = brackets.listed(parser, "(")
    if len(parts) != ARGUMENTS[letter]:
        raise Unreadable(f"{len(parts)} arguments of {letter}")
    numbers = list(map(parser.sizes.number, parts))
    made = {
        GAMMA: lambda: sp.gamma(*numbers),
        PSI: lambda: sp.polygamma(order, *numbers),
        BETA: lambda: sp.beta(*numbers),
    }[letter]()
    return raised(parser, made, closing)


def _order(parser: Parser, above: Row) -> Any:
    """By how many primes, or by which number in brackets, ψ is derived."""
    if above:
        if above[0] != Sign("(") or above[-1] != Sign(")"):
            raise Unreadable("a power of ψ before its argument")
        return parser.whole(above[1:-1])
    primes = 0
    while parser.take(PRIME):
        primes += 1
    return sp.Integer(primes)
