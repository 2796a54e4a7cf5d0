"""The printer of a book: what rules for single nodes are made of."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .binding import ATOM, OPEN, POWER, Tex, bracket, fenced
from .matrices import MatrixPrinting
from .names import spell, symbol_name


class Book(MatrixPrinting):
    """Prints any tree; a declared rule takes the printer and a node."""

    def body(self, e: Any) -> Tex:
        """What an operator acts on, in square brackets unless that is plain to see."""
        return self.within(e, OPEN, "[]")

    def norm(self, e: Any, lower: str = "", upper: str = "") -> Tex:
        """Double bars with an index and a power."""
        lower = f"_{{{lower}}}" if lower else ""
        upper = f"^{{{upper}}}" if upper else ""
        made = fenced(r"\lVert", self.tex(e), r"\rVert") + lower + upper
        return Tex(made, POWER if upper else ATOM)

    def called(self, name: str, e: Any, index: Any = None) -> Tex:
        """name(e), with an index on the name."""
        lower = f"_{{{self.small(index)}}}" if index is not None else ""
        shown = self.tex(e)
        shown = shown if isinstance(e, sp.MatrixBase) else bracket(shown)
        return Tex(f"{name}{lower}{shown}", ATOM)

    def distributed(self, x: Any) -> str:
        """How a random symbol is distributed."""
        law, name = x.distribution, spell(symbol_name(x))
        several = not isinstance(x, sp.Symbol)
        if not law.notation:
            values, weights = (spell(symbol_name(a)).tex("k") for a in law.args)
            one = name.tex("i") if several else name.tex()
            return rf"\Pr({one} = {values}) = {weights}"
        if not several or law.joint:
            return rf"{self.tex(x)} \sim {self.tex(law)}"
        who = rf"{name.tex('1')}, \dots, {name.tex(self.small(x.shape[0]))}"
        return rf"{who} \overset{{\text{{iid}}}}{{\sim}} {self.tex(law)}"
