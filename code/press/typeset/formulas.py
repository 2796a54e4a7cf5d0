"""A formula's LaTeX, as page and print take it, and its MathML by one library.

A formula is set where it stands: setting all of a book takes a fraction of a second, so
nothing is kept between builds.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias
from xml.etree.ElementTree import Element

from math_core import LatexError, LatexToMathML

from . import mathml
from .mathml import FormulaError

# Name, and meaning; with how many arguments it takes, if any: as MathJax writes them.
Macros: TypeAlias = Mapping[str, str | Sequence[str | int]]

ENVIRONMENTS = {
    "align": "aligned",
    "gather": "gathered",
    "multline": "gathered",
    "eqnarray": "aligned",
    "split": "aligned",
    "equation": None,
    "math": None,
    "displaymath": None,
}
ENVIRONMENT = re.compile(r"\\(begin|end)\{(" + "|".join(ENVIRONMENTS) + r")\*?\}(\s*)")
STRUCTURE = re.compile(r"\\begin\b|\\end\b|\\\\|[{}]")


class Typesetter:
    """Sets formulas that use the macros of a book's settings."""

    def __init__(self, macros: Macros) -> None:
        meanings = {name: _meaning(text)[0] for name, text in macros.items()}
        self._library = LatexToMathML(macros=meanings, fancy_error=False)

    def set(self, tex: str, display: bool) -> Element:
        """The element <math>, which carries its LaTeX as data-tex.

        display: the formula stands on a line of its own.
        Raises FormulaError where LaTeX would stop, or a browser draw something else.
        """
        tex = body(tex) if display else tex.strip()
        try:
            markup = self._library.convert_with_local_state(tex, displaystyle=display)
        except LatexError as error:
            raise FormulaError(tex, str(error)) from error
        return mathml.polished(tex, markup)


def body(tex: str) -> str:
    """What a display holds: outer environments become inner ones, rows a block."""
    tex = ENVIRONMENT.sub(_inner_environment, tex.strip())
    parts = [part for part in tex.split("\n\n") if part.strip()]
    if len(parts) > 1:
        rows = r" \\ ".join(f"{{}}{part}" for part in parts)
        return rf"\begin{{gathered}} {rows} \end{{gathered}}"
    return rf"\begin{{aligned}}{tex}\end{{aligned}}" if _has_bare_rows(tex) else tex


def _inner_environment(match: re.Match[str]) -> str:
    step, name, space = match.groups()
    inner = ENVIRONMENTS[name]
    return rf"\{step}{{{inner}}}{space}" if inner else space


def _has_bare_rows(tex: str) -> bool:
    depth = 0
    for token in STRUCTURE.findall(tex):
        depth += token in {r"\begin", "{"}
        depth -= token in {r"\end", "}"}
        if token == r"\\" and depth == 0:
            return True
    return False


def latex_macros(macros: Macros) -> str:
    """The macros of the book's settings as LaTeX definitions."""
    lines: list[str] = []
    for name, text in sorted(macros.items()):
        meaning, count = _meaning(text)
        arguments = f"[{count}]" if count else ""
        lines.append(
            rf"\providecommand{{\{name}}}{{}}"
            rf"\renewcommand{{\{name}}}{arguments}{{{meaning}}}"
        )
    return "\n".join(lines)


def _meaning(text: str | Sequence[str | int]) -> tuple[str, int]:
    """What a macro stands for, and how many arguments it takes."""
    return (text, 0) if isinstance(text, str) else (str(text[0]), int(text[1]))
