"""What is made of matrices: norms, traces, eigenvalues, and functions of them."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .binding import ATOM, OPEN, POWER, Tex, bracket, fenced
from .matrices import MatrixPrinting
from .names import spell


class MeasurePrinting(MatrixPrinting):
    """How numbers made of matrices print, and functions of vectors."""

    def _print_Determinant(self, expr: Any) -> Tex:
        shown = self.tex(expr.arg)
        if shown.level == ATOM:
            return Tex(rf"\det {shown}", OPEN)
        return Tex(rf"\det{bracket(shown)}", POWER)

    def sealed(self, e: Any, following: Any = None) -> Tex:
        """det X before another factor becomes det(X)."""
        if isinstance(e, sp.Determinant):
            return Tex(rf"\det{bracket(self.tex(e.arg))}", POWER)
        return super().sealed(e, following)

    def _print_Dot(self, e: Any) -> Tex:
        x, y = e.args
        form = isinstance(y, sp.MatMul) and not isinstance(x, sp.MatMul)
        if form and (y.args[-1] == x or isinstance(y.args[0], sp.Inverse)):
            return self.chain([sp.Transpose(x), *y.args])
        if x.cols != 1 or any(isinstance(a, sp.MatMul) for a in (x, y)):
            return fenced(r"\langle", f"{self.tex(x)}, {self.tex(y)}", r"\rangle")
        return self.chain([sp.Transpose(x), y])

    # ---- norms

    def norm(self, e: Any, lower: str = "", upper: str = "") -> Tex:
        """Double bars with an index and a power."""
        lower = f"_{{{lower}}}" if lower else ""
        upper = f"^{{{upper}}}" if upper else ""
        made = fenced(r"\lVert", self.tex(e), r"\rVert") + lower + upper
        return Tex(made, POWER if upper else ATOM)

    def _print_Norm(self, e: Any) -> Tex:
        return self.norm(e.args[0], *map(self.small, e.args[1:]))

    def _print_SquaredNorm(self, e: Any) -> Tex:
        return self.norm(e.args[0], "" if e.args[0].cols == 1 else r"\mathrm{F}", "2")

    def _print_FrobeniusNorm(self, e: Any) -> Tex:
        return self.norm(e.args[0], r"\mathrm{F}")

    def _print_SpectralNorm(self, e: Any) -> Tex:
        return self.norm(e.args[0], "2")

    # ---- written as functions

    def called(self, name: str, e: Any, index: Any = None) -> Tex:
        """name(e), with an index on the name."""
        lower = f"_{{{self.small(index)}}}" if index is not None else ""
        shown = self.tex(e)
        shown = shown if isinstance(e, sp.MatrixBase) else bracket(shown)
        return Tex(f"{name}{lower}{shown}", ATOM)

    def _print_Trace(self, expr: Any) -> Tex:
        return self.called(r"\operatorname{tr}", expr.arg)

    def _print_SpectralRadius(self, e: Any) -> Tex:
        return self.called(r"\rho", *e.args)

    def _print_Eigenvalue(self, e: Any) -> Tex:
        return self.called(r"\lambda", *e.args)

    def _print_SingularValue(self, e: Any) -> Tex:
        return self.called(r"\sigma", *e.args)

    def _print_ConditionNumber(self, e: Any) -> Tex:
        return self.called(r"\kappa", *e.args)

    def _print_Vec(self, e: Any) -> Tex:
        return self.called(r"\operatorname{vec}", *e.args)

    def _print_Diag(self, e: Any) -> Tex:
        return self.called(r"\operatorname{diag}", *e.args)

    _print_DiagonalOf = _print_Diag

    def _print_AppliedScalarFunction(self, e: Any) -> Tex:
        return self.called(spell(e.args[0].name).tex(), e.args[1])

    def _print_AppliedVectorFunction(self, e: Any) -> Tex:
        return self.called(spell(e.args[0].name, bold=True).tex(), e.args[1])

    # ---- a function of every entry

    def _print_Elementwise(self, e: Any) -> Tex:
        function, argument, order = e.args
        (t,), body = function.variables, function.expr
        if isinstance(body, sp.Pow) and body.base == t and not order:
            power = rf"{{\odot}}{self.small(body.exp)}"
            return Tex(f"{self.closed(argument)}^{{{power}}}", POWER)
        name = self._entry_function(t, body) + "'" * int(order)
        return Tex(f"{name}{bracket(self.tex(argument))}", ATOM)

    def _entry_function(self, t: Any, body: Any) -> str:
        """φ for t ↦ φ(t), and the whole rule for what has no name."""
        if isinstance(body, sp.Function) and body.args == (t,):
            named = {sp.exp: r"\exp", sp.log: r"\log"}
            return named.get(body.func) or self.function_name(body.func)
        return bracket(rf"{self.tex(t)} \mapsto {self.tex(body)}")
