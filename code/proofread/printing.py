"""Mathematics as a good textbook sets it: `latex(tree)`.

Every equation of a book is printed from the tree that was checked, never typed by hand.
"""

from __future__ import annotations

from typing import Any

import sympy as sp

from .distributions import RandomSample, RandomVector
from .nodes import is_matrix
from .printing_calculus import CalculusPrinting
from .printing_layout import width
from .printing_matrices import MatrixPrinting
from .printing_names import NAMES, SUM, Tex, spell

__all__ = ["NAMES", "displayed", "distributed", "latex", "relation_latex", "width"]

RELATIONS = {
    "=": "=",
    "<=": r"\le",
    "<": "<",
    ">=": r"\ge",
    ">": ">",
    "~": r"\sim",
    "∝": r"\propto",
    "!=": r"\ne",
}


class Book(CalculusPrinting, MatrixPrinting):
    """The printer of a book: names, hypotheses, and the rules of its parents."""

    # ---- names

    def _print_Symbol(self, e: Any, style: str = "plain") -> Tex:
        return spell(e.name).tex()

    def _print_Idx(self, e: Any) -> Tex:
        return self.tex(e.label)

    def _print_IndexedBase(self, e: Any) -> Tex:
        return spell(str(e.label)).tex()

    def _print_Indexed(self, e: Any) -> Tex:
        return spell(str(e.base.label)).tex(*map(self.small, e.indices))

    def _print_KroneckerDelta(self, e: Any, exp: Any = None) -> Tex:
        return spell("delta").tex(*map(self.small, e.args))

    def _print_Heaviside(self, e: Any, exp: Any = None) -> Tex:
        return Tex(rf"\mathbb{{1}}[{self.tex(e.args[0])} > 0]")

    def _print_Piecewise(self, e: Any) -> Tex:
        rows = [
            f"{self.tex(value)} & "
            + (r"\text{otherwise}" if case == True else rf"\text{{if }} {self.tex(case)}")  # noqa: E712
            for value, case in e.args
        ]
        return Tex(r"\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}", SUM)

    # ---- hypotheses

    def _print_Relation(self, e: Any) -> Tex:
        return Tex(f"{self.tex(e.lhs)} {relation_latex(e.op)} {self.tex(e.rhs)}", SUM)

    def _print_Relational(self, e: Any) -> Tex:
        op = {"==": "="}.get(e.rel_op, e.rel_op)
        return Tex(f"{self.tex(e.lhs)} {relation_latex(op)} {self.tex(e.rhs)}", SUM)

    def _print_Symmetric(self, e: Any) -> str:
        A = self.tex(e.symbol)
        return rf"{A} = {A}^{{\top}}"

    def _print_PositiveDefinite(self, e: Any) -> str:
        return rf"{self.tex(e.symbol)} \succ 0"

    def _print_PositiveSemidefinite(self, e: Any) -> str:
        return rf"{self.tex(e.symbol)} \succeq 0"

    def _print_Orthogonal(self, e: Any) -> str:
        Q = self.tex(e.symbol)
        return rf"{Q}^{{\top}}{Q} = \mathbf{{I}}"

    def _print_Diagonal(self, e: Any) -> str:
        return rf"{self.tex(e.symbol)} \text{{ diagonal}}"

    def _print_Unit(self, e: Any) -> str:
        return rf"\lVert {self.tex(e.symbol)} \rVert = 1"

    def _print_Simplex(self, e: Any) -> str:
        name = getattr(e.symbol, "name", None) or str(getattr(e.symbol, "label", e.symbol))
        entry = spell(name).tex("i")
        return rf"{entry} > 0,\ \sum_{{i}} {entry} = 1"

    # ---- distributions

    def _print_Distribution(self, e: Any) -> Tex:
        return Tex(f"{e.notation}{self.arguments(e.args)}")


_BOOK = Book({"order": None})


def latex(e: Any) -> str:
    """The LaTeX of any tree of SymPy and of this package."""
    return str(_BOOK.tex(sp.sympify(e)))


def relation_latex(op: str) -> str:
    """The sign of a relation: =, <=, <, >=, >, ~ or ∝."""
    return RELATIONS[op]


def distributed(x: Any) -> str:
    """How a random symbol is distributed: x ∼ N(μ, σ²), x₁, …, xₙ iid."""
    law = x.distribution
    name = spell(str(getattr(x, "label", x)))
    if isinstance(x, RandomSample | RandomVector):
        first, last = name.tex("1"), name.tex(latex(x.shape[0]))
        who, sign = rf"{first}, \dots, {last}", r"\overset{\text{iid}}{\sim}"
    else:
        who, sign = latex(x), r"\sim"
    if not law.notation:
        values, weights = (spell(str(a.label)).tex("k") for a in law.args)
        who = name.tex("i") if "iid" in sign else who
        return rf"\Pr({who} = {values}) = {weights}"
    return f"{who} {sign} {latex(law)}"


def displayed(lhs: Any, relation: str, rhs: Any, limit: float = 62) -> str:
    """An equation for display, broken over lines where it is wider than the limit."""
    left, sign, right = latex(lhs), relation_latex(relation), latex(rhs)
    if width(left) + width(right) + 2 <= limit:
        return f"{left} {sign} {right}"
    narrow = width(left) <= limit / 2
    room = limit - (width(left) if narrow else 2)
    lines = _broken(rhs, room)
    rows = [f"{left} &{sign} {lines[0]}"] if narrow else [f"& {left}", rf"&\quad {sign} {lines[0]}"]
    rows += [("&" + r"\quad" * (1 if narrow else 2)) + f" {line}" for line in lines[1:]]
    return r"\begin{aligned} " + r" \\ ".join(rows) + r" \end{aligned}"


def _broken(e: Any, room: float) -> list[str]:
    """The terms of a sum, as many to a line as there is room for."""
    if not isinstance(e, sp.Add | sp.MatAdd):
        return [latex(e)]
    terms = _BOOK.matrix_terms(e) if is_matrix(e) else _BOOK.terms(e)
    lines: list[str] = []
    for place, (negative, term) in enumerate(terms):
        sign = "-" if negative else "+" if place else ""
        piece = f"{sign} {term}" if place else f"{sign}{term}"
        if lines and width(lines[-1]) + width(piece) <= room:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return lines
