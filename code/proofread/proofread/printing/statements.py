"""What a claim takes as given: relations, properties of matrices, distributions."""

from __future__ import annotations

from typing import Any

from ..distributions import RandomSample, RandomVector
from .binding import SUM, Tex
from .calculus import CalculusPrinting
from .measures import MeasurePrinting
from .names import spell

RELATIONS = {
    "=": "=",
    "==": "=",
    "!=": r"\ne",
    "<=": r"\le",
    "<": "<",
    ">=": r"\ge",
    ">": ">",
    "~": r"\sim",
    "∝": r"\propto",
}


class Book(CalculusPrinting, MeasurePrinting):
    """The printer of a book: its parents' rules, names and hypotheses."""

    # ---- names

    def _print_Symbol(self, expr: Any, style: str = "plain") -> Tex:
        return spell(expr.name).tex()

    def _print_Idx(self, expr: Any) -> Tex:
        return self.tex(expr.label)

    def _print_IndexedBase(self, expr: Any) -> Tex:
        return spell(str(expr.label)).tex()

    def _print_Indexed(self, expr: Any) -> Tex:
        return spell(str(expr.base.label)).tex(*map(self.small, expr.indices))

    def _print_KroneckerDelta(self, expr: Any, exp: Any = None) -> Tex:
        return spell("delta").tex(*map(self.small, expr.args))

    # ---- hypotheses

    def _print_Relation(self, e: Any) -> Tex:
        return Tex(f"{self.tex(e.lhs)} {RELATIONS[e.op]} {self.tex(e.rhs)}", SUM)

    def _print_Relational(self, expr: Any) -> Tex:
        sign = RELATIONS[expr.rel_op]
        return Tex(f"{self.tex(expr.lhs)} {sign} {self.tex(expr.rhs)}", SUM)

    def _print_Symmetric(self, e: Any) -> Tex:
        A = self.tex(e.symbol)
        return Tex(rf"{A} = {A}^{{\top}}", SUM)

    def _print_PositiveDefinite(self, e: Any) -> Tex:
        return Tex(rf"{self.tex(e.symbol)} \succ 0", SUM)

    def _print_PositiveSemidefinite(self, e: Any) -> Tex:
        return Tex(rf"{self.tex(e.symbol)} \succeq 0", SUM)

    def _print_Orthogonal(self, e: Any) -> Tex:
        Q = self.tex(e.symbol)
        return Tex(rf"{Q}^{{\top}}{Q} = \mathbf{{I}}", SUM)

    def _print_Diagonal(self, e: Any) -> Tex:
        return Tex(rf"{self.tex(e.symbol)} \text{{ diagonal}}", SUM)

    def _print_Unit(self, e: Any) -> Tex:
        return Tex(rf"\lVert {self.tex(e.symbol)} \rVert = 1", SUM)

    def _print_Simplex(self, e: Any) -> Tex:
        entry = spell(symbol_name(e.symbol)).tex("i")
        return Tex(rf"{entry} > 0,\ \sum_{{i}} {entry} = 1", SUM)

    # ---- distributions

    def _print_Distribution(self, e: Any) -> Tex:
        return Tex(f"{e.notation}{self.arguments(e.args)}")

    def distributed(self, x: Any) -> str:
        """How a random symbol is distributed."""
        law, name = x.distribution, spell(symbol_name(x))
        several = isinstance(x, RandomSample | RandomVector)
        if not law.notation:
            values, weights = (spell(symbol_name(a)).tex("k") for a in law.args)
            one = name.tex("i") if several else name.tex()
            return rf"\Pr({one} = {values}) = {weights}"
        if not several:
            return rf"{name.tex()} \sim {self.tex(law)}"
        who = rf"{name.tex('1')}, \dots, {name.tex(self.small(x.shape[0]))}"
        return rf"{who} \overset{{\text{{iid}}}}{{\sim}} {self.tex(law)}"


def symbol_name(e: Any) -> str:
    """The name of a symbol, a matrix symbol or an indexed base."""
    return str(getattr(e, "label", None) or e.name)
