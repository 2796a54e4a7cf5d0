"""Mathematics as a line of text, for consoles: 2𝐗ᵀ(𝐗𝐰 − 𝐲)/n for its LaTeX."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from .reading.layout import (
    OPENING,
    Accent,
    Digits,
    Fraction,
    Labelled,
    Letter,
    Mark,
    Root,
    Row,
    Script,
    Sign,
    Table,
    Unreadable,
    Word,
    base,
    flat,
)
from .reading.tex import layout

RAISED = str.maketrans(
    "0123456789+−()abcdefghijklmnoprstuvwxyz⊤",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ",
)
LOWERED = str.maketrans(
    "0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"
)
ACCENTS = {
    "hat": "\u0302", "bar": "\u0304", "tilde": "\u0303",
    "dot": "\u0307", "ddot": "\u0308", "vec": "\u20d7",
}  # fmt: skip
STYLES = {"bold": "BOLD", "double": "DOUBLE-STRUCK", "script": "SCRIPT"}
SPACED = frozenset("+−=<>≤≥≠∼≈≻⪰∝→↦⊙⊗∘∈⋅×")
AFTER = SPACED.union(")]},;.")
INLINE = re.compile(r"\$([^$]+)\$")


def plain(latex: str) -> str:
    """A formula in LaTeX as text; the LaTeX itself where it cannot be read."""
    try:
        return _row(flat(layout(latex)))
    except (Unreadable, ValueError):
        return latex


def plainly(text: str) -> str:
    """Text with its formulas, each between two dollars, as text too."""
    return INLINE.sub(lambda found: plain(found[1]), text)


def _row(row: Row) -> str:
    """Marks side by side, with spaces around signs between them and around words."""
    text, before = "", None
    for mark, after in itertools.zip_longest(row, row[1:]):
        shown = RULES[type(mark)](mark)
        if isinstance(mark, Fraction) and after and not _is_sign(after, AFTER):
            shown = f"({shown})"
        if _is_sign(mark, SPACED) and before and not _is_sign(before, SPACED):
            between = not _is_sign(before, OPENING)
            text += f" {shown} " if between else shown
        elif isinstance(base(mark), Word) or _wants_space(before, mark):
            text += f" {shown}"
        else:
            text += f"{shown} " if _is_sign(mark, ",;") else shown
        before = mark
    return " ".join(text.split())


def _is_sign(mark: Mark | None, among: Any) -> bool:
    return isinstance(mark, Sign) and bool(mark.text) and mark.text in among


def _wants_space(before: Mark | None, mark: Mark) -> bool:
    """Whether what stands before is a word or a large sign, and no bracket follows."""
    if before is None or _is_sign(mark, OPENING + ")]},;."):
        return False
    return isinstance(base(before), Word) or _is_sign(base(before), "∑∏∫∇")


def _letter(mark: Letter) -> str:
    style = STYLES.get(mark.style)
    case = "CAPITAL" if mark.text.isupper() else "SMALL"
    name = unicodedata.name(mark.text).split()[-1]
    for found in (f"MATHEMATICAL {style} {case} {name}", f"{style} {case} {name}"):
        try:
            return unicodedata.lookup(found) if style else mark.text
        except KeyError:
            continue
    return mark.text


def _script(mark: Script) -> str:
    body = _row((mark.base,))
    body = f"({body})" if isinstance(mark.base, (Fraction, Root)) else body
    lower = _moved(mark.lower, LOWERED, "_") if mark.lower else ""
    return body + lower + (_moved(mark.upper, RAISED, "^") if mark.upper else "")


def _moved(row: Row, small: dict[int, int], sign: str) -> str:
    """Small characters where there are such, else brackets after a sign."""
    text = _row(row)
    packed = text.replace(" ", "")
    if all(ord(c) in small for c in packed):
        return packed.translate(small)
    return sign + (text if len(text) == 1 else f"({text})")


def _grouped(row: Row) -> str:
    """A row as one operand of a fraction or a root."""
    text = _row(row)
    return text if len(row) == 1 else f"({text})"


def _fraction(mark: Fraction) -> str:
    if not mark.ruled:
        return f"({_row(mark.top)} over {_row(mark.bottom)})"
    signs = any(_is_sign(m, SPACED) for m in mark.top)
    return f"{_grouped(mark.top) if signs else _row(mark.top)}/{_grouped(mark.bottom)}"


RULES: dict[type, Callable[[Any], str]] = {
    Letter: _letter,
    Digits: str,
    Word: str,
    Sign: str,
    Script: _script,
    Accent: lambda mark: unicodedata.normalize(
        "NFC", _row((mark.base,)) + ACCENTS[mark.name]
    ),
    Fraction: _fraction,
    Root: lambda mark: f"√{_grouped(mark.body)}",
    Labelled: lambda mark: f" {mark.base} ",
    Table: lambda mark: f"[{'; '.join(', '.join(map(_row, r)) for r in mark.rows)}]",
}
"""How each kind of mark is written."""
