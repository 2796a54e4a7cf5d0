"""LaTeX that knows how tightly it binds, and the brackets that follow from it."""

from __future__ import annotations

import re

SUM, LOOSE, DIVIDED, PRODUCT, OPEN, POWER, ATOM = range(7)
"""How tightly a formula binds: a + b or −a; arg max f; a/b; a b; log x; x²; x.

LOOSE and OPEN reach right as far as they can, LOOSE over a sum, OPEN over a product.
"""


D = r"\mathrm{d}"
"""The differential sign, upright throughout."""


class Tex(str):
    """LaTeX with the level at which it binds."""

    level: int

    def __new__(cls, text: str, level: int = ATOM) -> Tex:
        made = super().__new__(cls, text)
        made.level = level
        return made


_TALL = re.compile(
    r"\\(frac|sum|prod|int|begin|binom|left|lim|operatorname\*)(?![a-z])"
)
_UNDER = re.compile(r"\\(max|min)_")
_SCRIPT = re.compile(r"[_^]\{[^{}]*\}")


def is_tall(text: str) -> bool:
    """Whether a formula stands higher than a line of letters."""
    return bool(_TALL.search(_without_scripts(text)) or _UNDER.search(text))


def bracket(text: str, pair: str = "()") -> Tex:
    """The text between brackets of a fitting size."""
    flat = _without_scripts(text)
    if is_tall(text):
        size = (r"\left", r"\right")
    elif r"\bigl" in flat:
        size = (r"\Bigl", r"\Bigr")
    elif "(" in flat or "[" in flat:
        size = (r"\bigl", r"\bigr")
    else:
        size = ("", "")
    left, right = (rf"\{side}" if side in "{}" else side for side in pair)
    return Tex(f"{size[0]}{left}{text}{size[1]}{right}")


def fenced(left: str, text: str, right: str) -> Tex:
    """The text between two bars or angles of a fitting size."""
    if is_tall(text):
        return Tex(rf"\left{left} {text} \right{right}")
    return Tex(f"{left} {text} {right}")


def join_terms(terms: list[tuple[bool, Tex]]) -> Tex:
    """Terms joined by their signs; a sum among them is bracketed."""
    made = "".join(
        (" - " if negative else " + ") + (text if text.level > LOOSE else bracket(text))
        for negative, text in terms
    )
    return Tex(made[3:] if made.startswith(" + ") else f"-{made[3:]}", SUM)


def beside(left: Tex, right: Tex) -> Tex:
    """Two factors side by side, with the little space a reader needs between them."""
    if not left or not right:
        return left or right
    gap = " "
    if right[0].isdigit():
        gap = r" \cdot "
    elif right.startswith((r"\mathrm{", r"\nabla")) or _closes(left, right):
        gap = r"\, "
    return Tex(left + gap + right, PRODUCT)


def _closes(left: str, right: str) -> bool:
    """Whether a bracket ends just before a letter, or a fraction before another."""
    opening = right.startswith(("(", r"\left", r"\big", r"\Big", r"\log", r"\sum"))
    if left[-1] in ")]" or left.endswith((r"\rVert", r"\rvert")):
        return not opening
    if opening or right.startswith((r"\operatorname", r"\exp", r"\det")):
        return False
    applied = re.match(r"[a-z'\\{}^]*\(", right) or right.startswith(r"\frac")
    return left.endswith("}") and r"\frac" in left and bool(applied)


def _without_scripts(text: str) -> str:
    """The text less its indices and exponents, which ask for no taller bracket."""
    shorter = _SCRIPT.sub("", text)
    return shorter if shorter == text else _without_scripts(shorter)
