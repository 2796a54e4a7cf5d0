"""Derivatives, gradients, Jacobians and differentials."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..nodes import AppliedScalarFunction, AppliedVectorFunction, is_matrix
from .binding import ATOM, OPEN, POWER, SUM, Tex, bracket
from .names import spell
from .operators import D, OperatorPrinting


class CalculusPrinting(OperatorPrinting):
    """How derivatives print: f′(t), ∂f/∂u, ∇f(x), J_f(x), dX."""

    def body(self, e: Any) -> Tex:
        """What an operator acts on, in square brackets unless that is plain to see."""
        return self.within(e, OPEN, "[]")

    # ---- derivatives of numbers

    def _print_Derivative(self, e: Any) -> Tex:
        f, counts = e.expr, e.variable_count
        variables = tuple(v for v, _ in counts)
        if isinstance(f, AppliedUndef) and f.args == variables and len(counts) == 1:
            return self.primed(f, counts[0][1], variables[0])
        if isinstance(f, AppliedUndef) and _are_free_places(variables, f.args):
            shown = self.function_name(f.func)
            point = "" if _in_order(f.args) else self.arguments(f.args)
            return Tex(self._quotient(counts, shown) + point, POWER)
        if f.is_Symbol or isinstance(f, sp.Indexed):
            return Tex(self._quotient(counts, self.tex(f)), POWER)
        others = {s for s in f.free_symbols if not s.is_integer} - {*variables}
        sign = r"\partial" if others or len(counts) > 1 else D
        return Tex(f"{self._quotient(counts, '', sign)} {self.body(f)}", OPEN)

    def primed(self, f: Any, order: Any, point: Any) -> Tex:
        """f′(t), f″(t), … and f with the order in brackets from four on."""
        if order.is_Integer and order < 4:
            mark = "'" * int(order)
        else:
            mark = f"^{{({self.small(order)})}}"
        return Tex(f"{self.function_name(f.func)}{mark}{self.arguments([point])}", ATOM)

    def _quotient(self, counts: Any, above: str, sign: str = r"\partial") -> str:
        order = self.small(sp.Add(*(count for _, count in counts)))
        below = r"\,".join(
            f"{sign} {self._by(v)}" + (f"^{{{self.small(c)}}}" if c != 1 else "")
            for v, c in counts
        )
        raised = f"^{{{order}}}" if order != "1" else ""
        return rf"\frac{{{sign}{raised} {above}}}{{{below}}}"

    def _by(self, v: Any) -> str:
        applied = isinstance(v, AppliedUndef)
        return self.function_name(v.func) if applied else self.tex(v)

    def _print_Subs(self, e: Any) -> Tex:
        f = e.expr
        if _is_primed(f) and f.expr.args == e.variables:
            return self.primed(f.expr, f.variable_count[0][1], e.point[0])
        places = ",\\, ".join(
            f"{self.small(v)} = {self.small(p)}"
            for v, p in zip(e.variables, e.point, strict=True)
        )
        return Tex(rf"\left.{self.body(f)}\right|_{{{places}}}", POWER)

    # ---- derivatives by vectors and matrices

    def _print_Grad(self, e: Any) -> Tex:
        return self._nabla(e, "")

    def _print_HessianMatrix(self, e: Any) -> Tex:
        return self._nabla(e, "^{2}")

    def _nabla(self, e: Any, power: str) -> Tex:
        f, x = e.args
        if isinstance(f, AppliedScalarFunction) and f.args[1] == x:
            return Tex(rf"\nabla{power} {self.tex(f)}", POWER)
        level = POWER if isinstance(f, AppliedScalarFunction) else OPEN
        return Tex(rf"\nabla{power}_{{{self.small(x)}}} {self.body(f)}", level)

    def _print_Jacobian(self, e: Any) -> Tex:
        f, x = e.args
        if (names := _composed(f, x)) is not None:
            shown = r" \circ ".join(spell(name, bold=True).tex() for name in names)
            return Tex(rf"\mathbf{{J}}_{{{shown}}}{self.arguments([x])}", ATOM)
        shown = self.tex(f)
        if len(shown) < 60 and shown.level > SUM and r"\frac" not in shown:
            shown = shown if shown.level == ATOM else bracket(shown)
            return Tex(rf"\frac{{\partial {shown}}}{{\partial {self.tex(x)}}}", POWER)
        return Tex(rf"\frac{{\partial}}{{\partial {self.tex(x)}}} {self.body(f)}", OPEN)

    def _print_Differential(self, e: Any) -> Tex:
        f, variables, changes = e.args
        shown = self.tex(f)
        if shown.level not in (ATOM, OPEN) or shown.startswith(r"\mathrm{d}"):
            shown = bracket(shown)
        gap = " " if shown[0] in "\\(" or is_matrix(f) else ""
        made = Tex(rf"\mathrm{{d}}{gap}{shown}", OPEN)
        moves = [
            (f"{D}{self.tex(v)}", self.tex(change))
            for v, change in zip(variables, changes, strict=True)
        ]
        if all(expected == shown for expected, shown in moves):
            return made
        moves = r",\, ".join(f"{expected} = {shown}" for expected, shown in moves)
        return Tex(rf"\left.{made}\right|_{{{moves}}}", POWER)

    _print_MatrixDifferential = _print_Differential


def _are_free_places(variables: tuple, arguments: tuple) -> bool:
    """Whether each variable is one argument, and no other argument moves with it."""
    others = sp.Tuple(*(a for a in arguments if a not in variables))
    return set(variables) <= set(arguments) and not others.has(*variables)


def _in_order(arguments: tuple) -> bool:
    """Whether ∂f/∂x needs no point: distinct plain variables in alphabetical order."""
    plain = all(a.is_Symbol or isinstance(a, AppliedUndef) for a in arguments)
    names = [str(getattr(a, "func", a) if a.args else a) for a in arguments]
    return plain and names == sorted(set(names))


def _composed(f: Any, x: Any) -> list[str] | None:
    """The names f, g, … when the first argument is f(g(…(x))), else None."""
    names: list[str] = []
    while isinstance(f, AppliedVectorFunction) and f != x:
        names.append(str(f.args[0]))
        f = f.args[1]
    return names if names and f == x else None


def _is_primed(f: Any) -> bool:
    """Whether f is g^(k)(t) for a generic g."""
    if not isinstance(f, sp.Derivative) or not isinstance(f.expr, AppliedUndef):
        return False
    return len({*f.variables}) == 1 and f.expr.args == f.variables[:1]
