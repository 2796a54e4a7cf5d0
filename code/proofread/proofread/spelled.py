"""How a name looks on the page, and whether that is a name."""

from __future__ import annotations

import string
from functools import lru_cache
from typing import Any, NamedTuple

import sympy as sp
from sympy.core.function import AppliedUndef

from .nodes import AppliedScalarFunction, AppliedVectorFunction, Column
from .printing import latex
from .reading import layout as marks
from .reading.layout import PRIME, Accent, Digits, Letter, Mark, Script, Sign, Word
from .reading.marks import LARGE, SKIPPED, SMALL
from .reading.tex import layout

GENERIC = (AppliedScalarFunction, AppliedVectorFunction)
APPLIED = (AppliedUndef, *GENERIC)
LETTERS = frozenset(string.ascii_letters + SMALL + LARGE)
SIGNS = frozenset("⋆∗′+−()[],")  # what may stand below and above, beside letters
NO_NAME = (
    "which is no name: take a letter or a word with accents and indices, as theta_hat_1"
)


class Spelled(NamedTuple):
    """A letter or word, perhaps with accents, and what stands below and above it."""

    letter: Mark
    lower: marks.Row = ()
    upper: marks.Row = ()

    @property
    def is_raised(self) -> bool:
        """Whether what stands above reads as a power or a transpose."""
        bracketed = self.upper[:1] == (Sign("("),) and self.upper[-1:] == (Sign(")"),)
        plain = all(
            isinstance(mark, Word) or (isinstance(mark, Sign) and mark.text in SIGNS)
            for mark in self.upper
        )
        return not (bracketed or plain)


def spelled(name: Any) -> Spelled:
    """How a name looks; raises ValueError, which says what to write, at no name."""
    tex = alone(name)
    try:
        return _parts(tex)
    except (marks.Unreadable, ValueError):
        raise ValueError(f"{typed(name)} prints as ${tex}$, {NO_NAME}") from None


def typed(name: Any) -> str:
    """A name as it was typed."""
    if isinstance(name, AppliedUndef):
        return repr(name.func.__name__)
    if isinstance(name, (*GENERIC, Column)):
        return repr(str(name.args[0]))
    return repr(str(getattr(name, "label", None) or name.name))


def alone(name: Any) -> str:
    """The LaTeX of a name without its arguments."""
    if isinstance(name, AppliedVectorFunction):
        return latex(sp.MatrixSymbol(str(name.args[0]), *name.shape))
    if isinstance(name, AppliedScalarFunction):
        return latex(name.args[0])
    is_function = isinstance(name, AppliedUndef)
    return latex(sp.Symbol(name.func.__name__) if is_function else name)


@lru_cache(maxsize=4096)
def _parts(tex: str) -> Spelled:
    if "%" in tex or any(command in tex for command in SKIPPED):
        raise ValueError("a part of it is not seen")
    row = layout(tex)
    if len(row) > 1 and row[0] == Letter("d", "upright"):
        row = row[1:]
    first, primes = row[0] if row else Sign(""), row[1:]
    if any(mark != Sign(PRIME) for mark in primes):
        raise ValueError("several marks")
    letter, lower, upper = first, (), ()
    if isinstance(first, Script):
        letter, lower, upper = first.base, first.lower, first.upper
    if not (_is_letter(letter) and all(map(_is_index, (*lower, *upper)))):
        raise ValueError("no letter, or no index")
    return Spelled(letter, lower, (*upper, *primes))


def _is_letter(mark: Mark) -> bool:
    if isinstance(mark, Accent):
        return _is_letter(mark.base)
    if isinstance(mark, Letter):
        return mark.text in LETTERS or (mark.text in "01" and mark.style == "bold")
    word = mark.text if isinstance(mark, Word) else ""
    return word.isascii() and word.isalnum() and word[0].isalpha()


def _is_index(mark: Mark) -> bool:
    if isinstance(mark, Script):
        return all(map(_is_index, (mark.base, *mark.lower, *mark.upper)))
    if isinstance(mark, Word):
        return mark.text.replace(" ", "").replace("-", "").isalnum()
    if isinstance(mark, Sign):
        return mark.text in SIGNS
    return isinstance(mark, Digits) or _is_letter(mark)
