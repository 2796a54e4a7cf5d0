"""From a node to its LaTeX: by which rule, and in which brackets."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef
from sympy.printing.latex import LatexPrinter
from sympy.printing.precedence import PRECEDENCE, precedence_traditional

from ..declaration import declared
from .binding import (
    ATOM,
    POWER,
    PRODUCT,
    SUM,
    Tex,
    bracket,
)

_SymPyPrinter: Any = LatexPrinter
"""Any, because SymPy names the argument of its rules as it pleases."""


class Printer(_SymPyPrinter):
    """Prints a node by the rule that is declared for it, else by SymPy's own."""

    script = False

    def _print(self, expr: Any, **kwargs: Any) -> Any:
        """By the rule that is declared for it, else by SymPy's own."""
        rule = declared(expr).latex
        if rule:
            return rule(self, expr)
        return _SymPyPrinter._print(self, expr, **kwargs)

    def tex(self, e: Any) -> Tex:
        """The LaTeX of e, with the level at which it binds."""
        made = self._print(e)
        return made if isinstance(made, Tex) else Tex(made, _level(e))

    def within(self, e: Any, level: int, pair: str = "()") -> Tex:
        """The LaTeX of e, in brackets if it binds looser than the level."""
        made = self.tex(e)
        return made if made.level >= level else bracket(made, pair)

    @contextmanager
    def _as_script(self, script: bool):
        before, self.script = self.script, script
        try:
            yield
        finally:
            self.script = before

    def small(self, e: Any) -> str:
        """The LaTeX of e as an index or exponent, where fractions have a slash."""
        with self._as_script(True):
            return str(self.tex(e))

    def sealed(self, e: Any, following: Any = None) -> Tex:
        """What reaches to the right, stopped by a bracket."""
        return bracket(self.tex(e))


def _level(e: Any) -> int:
    """The level of what SymPy itself has printed."""
    strength = precedence_traditional(e)
    if strength < PRECEDENCE["Mul"]:
        return SUM
    if strength < PRECEDENCE["Pow"] or isinstance(e, (AppliedUndef, sp.factorial)):
        return PRODUCT if strength < PRECEDENCE["Pow"] else POWER
    return ATOM
