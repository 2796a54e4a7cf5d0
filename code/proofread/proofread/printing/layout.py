"""How wide a formula is, and where a wide one breaks."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|[{}^_]|\s+|.")
_SILENT = re.compile(
    r"\\(left|right|bigl|bigr|Bigl|Bigr|mathbf|boldsymbol|mathrm|mathbb|mathcal|text"
    r"|operatorname\*?|bar|hat|tilde|widehat|top|begin|end|displaystyle)$"
)
_WIDTHS = {
    "+": 1.9,
    "-": 1.9,
    "=": 2.2,
    ",": 0.9,
    r"\,": 0.3,
    r"\sum": 1.6,
    r"\prod": 1.6,
    **dict.fromkeys((r"\log", r"\exp", r"\det", r"\lim", r"\min", r"\max"), 3.3),
}


def width(latex: str) -> float:
    """About how many letters wide a formula is when set."""
    return _measure(_TOKEN.findall(latex))


def _measure(tokens: list[str]) -> float:
    total, place = 0.0, 0
    while place < len(tokens):
        token = tokens[place]
        place += 1
        if token in (r"\frac", r"\binom"):
            top, place = _group(tokens, place)
            bottom, place = _group(tokens, place)
            total += max(_measure(top), _measure(bottom)) + 0.5
        elif token in "^_":
            inner, place = _group(tokens, place)
            total += 0.7 * _measure(inner)
        else:
            total += _letter_width(token)
    return total


def _group(tokens: list[str], place: int) -> tuple[list[str], int]:
    """The tokens of the group that starts here, and where it ends."""
    if place >= len(tokens) or tokens[place] != "{":
        return tokens[place : place + 1], place + 1
    depth, end = 1, place + 1
    while depth and end < len(tokens):
        depth += {"{": 1, "}": -1}.get(tokens[end], 0)
        end += 1
    return tokens[place + 1 : end - 1], end


def _letter_width(token: str) -> float:
    if token in "{}&" or token.isspace() or _SILENT.match(token):
        return 0.0
    return _WIDTHS.get(token, 1.0)
