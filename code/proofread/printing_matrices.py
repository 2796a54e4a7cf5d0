"""Vectors and matrices: bold letters, transposes, norms, products in the author's order."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .nodes import is_matrix
from .printing_names import (
    ATOM,
    OPEN,
    POWER,
    PRODUCT,
    SUM,
    Tex,
    bracket,
    fenced,
    spell,
)
from .printing_scalars import ScalarPrinting, join_terms


class MatrixPrinting(ScalarPrinting):
    """How vectors and matrices print."""

    # ---- symbols and entries

    def _print_MatrixSymbol(self, e: Any) -> Tex:
        return spell(e.name, bold=True).tex()

    def _print_Identity(self, e: Any) -> Tex:
        return Tex(r"\mathbf{I}")

    def _print_OneMatrix(self, e: Any) -> Tex:
        if e.cols == 1:
            return Tex(r"\mathbf{1}")
        if e.rows == 1:
            return Tex(r"\mathbf{1}^{\top}", POWER)
        return Tex(rf"\mathbf{{1}}_{{{self.small(e.rows)} \times {self.small(e.cols)}}}")

    def _print_ZeroMatrix(self, e: Any) -> Tex:
        return Tex(r"\mathbf{0}")

    def _print_BasisVector(self, e: Any) -> Tex:
        return Tex(rf"\mathbf{{e}}_{{{self.small(e.args[0])}}}")

    def _print_MatrixElement(self, e: Any) -> Tex:
        """SymPy counts entries from 0, a book from 1."""
        places = [self.small(place + 1) for place in (e.i, e.j)]
        if e.parent.cols == 1:
            places = [] if e.parent.rows == 1 else places[:1]
        if isinstance(e.parent, sp.MatrixSymbol):
            return spell(e.parent.name).tex(*places)
        if not places:
            return self.tex(e.parent)
        from .printing_names import subscript

        return Tex(f"{self.closed(e.parent)}_{{{subscript(*places)}}}")

    def _print_Column(self, e: Any) -> Tex:
        matrix, place = e.args
        if isinstance(matrix, sp.MatrixSymbol) and matrix.name[0].isascii():
            name = matrix.name[0].lower() + matrix.name[1:]
            return spell(name, bold=True).tex(self.small(place))
        return Tex(f"{self.closed(matrix)}_{{:,{self.small(place)}}}")

    def _print_Row(self, e: Any) -> Tex:
        return Tex(f"{self.closed(e.args[0])}_{{{self.small(e.args[1])},:}}")

    def _print_Components(self, e: Any) -> Tex:
        entry, index = e.args
        ends = f"_{{{self.small(index)}={self.small(index.lower)}}}^{{{self.small(index.upper)}}}"
        return Tex(f"{bracket(self.tex(entry))}{ends}", POWER)

    def _print_MatrixBase(self, e: Any) -> Tex:
        rows = r" \\ ".join(
            " & ".join(self.tex(e[i, j]) for j in range(e.cols)) for i in range(e.rows)
        )
        return Tex(rf"\begin{{bmatrix}} {rows} \end{{bmatrix}}")

    def _print_BlockMatrix(self, e: Any) -> Tex:
        return self._print_MatrixBase(e.blocks)

    # ---- sums and products

    def matrix_terms(self, e: Any) -> list[tuple[bool, Tex]]:
        """Each term of a matrix sum with its sign, a positive one first."""
        found = sorted((self.matrix_signed(term) for term in e.args), key=lambda t: t[0])
        return [(sign, t if t.level >= PRODUCT else bracket(t)) for sign, t in found]

    def matrix_signed(self, e: Any) -> tuple[bool, Tex]:
        """Whether a matrix term carries a minus, and the term without it."""
        if not isinstance(e, sp.MatMul):
            return False, self.tex(e)
        numbers = [a for a in e.args if not is_matrix(a)]
        negative, scale = self.signed(sp.Mul(*numbers))
        matrices = [a for a in e.args if is_matrix(a)]
        made = "".join(self._matrix_factor(m) for m in matrices)
        if not numbers or scale == "1":
            return negative, Tex(made, PRODUCT)
        scale = scale if scale.level >= PRODUCT else bracket(scale)
        gap = r"\, " if scale[-1] in ")}" and r"\frac" not in scale else " "
        return negative, Tex(scale + gap + made, PRODUCT)

    def _matrix_factor(self, e: Any) -> str:
        shown = self.tex(e)
        tight = shown if shown.level >= POWER else bracket(shown)
        return tight if tight.startswith("\\") else f"{tight}"

    def _print_MatAdd(self, e: Any) -> Tex:
        return join_terms(self.matrix_terms(e))

    def _print_MatMul(self, e: Any) -> Tex:
        negative, made = self.matrix_signed(e)
        return Tex(f"-{made}", SUM) if negative else made

    def _between(self, e: Any, sign: str) -> Tex:
        """Factors of ⊙ or ⊗: any product or sum among them is bracketed."""
        shown = f" {sign} ".join(self.within(a, POWER) for a in e.args)
        return Tex(shown, PRODUCT)

    def _print_HadamardProduct(self, e: Any) -> Tex:
        return self._between(e, r"\odot")

    def _print_KroneckerProduct(self, e: Any) -> Tex:
        return self._between(e, r"\otimes")

    # ---- transposes, inverses, powers

    def closed(self, e: Any) -> Tex:
        """A matrix ready to carry an index: a letter, or something in brackets."""
        return self.within(e, ATOM)

    def _print_Transpose(self, e: Any) -> Tex:
        if isinstance(e.arg, sp.Inverse):
            return Tex(rf"{self.closed(e.arg.arg)}^{{-\top}}", POWER)
        shown = self.tex(e.arg)
        gradient = shown.startswith(r"\nabla ") and shown.level == POWER
        shown = shown if gradient else self.closed(e.arg)
        return Tex(rf"{shown}^{{\top}}", POWER)

    def _print_Inverse(self, e: Any) -> Tex:
        return Tex(rf"{self.closed(e.arg)}^{{-1}}", POWER)

    def _print_MatPow(self, e: Any) -> Tex:
        return Tex(rf"{self.closed(e.base)}^{{{self.small(e.exp)}}}", POWER)

    def _print_HadamardPower(self, e: Any) -> Tex:
        return Tex(rf"{self.closed(e.base)}^{{\odot {self.small(e.exp)}}}", POWER)

    # ---- numbers made of matrices

    def _print_Determinant(self, e: Any) -> Tex:
        shown = self.tex(e.arg)
        if shown.level == ATOM:
            return Tex(rf"\det {shown}", OPEN)
        return Tex(rf"\det{bracket(shown)}", OPEN)

    def _print_Dot(self, e: Any) -> Tex:
        x, y = e.args
        if x.cols != 1 or any(isinstance(a, sp.MatMul) for a in (x, y)):
            return fenced(r"\langle", f"{self.tex(x)}, {self.tex(y)}", r"\rangle")
        return Tex(self._print_Transpose(sp.Transpose(x)) + self._matrix_factor(y), PRODUCT)

    def norm(self, e: Any, lower: str = "", upper: str = "") -> Tex:
        """Double bars with an index and a power."""
        lower = f"_{{{lower}}}" if lower else ""
        upper = f"^{{{upper}}}" if upper else ""
        made = fenced(r"\lVert", self.tex(e), r"\rVert") + lower + upper
        return Tex(made, POWER if upper else ATOM)

    def _print_Norm(self, e: Any) -> Tex:
        return self.norm(e.args[0], *map(self.small, e.args[1:]))

    def _print_SquaredNorm(self, e: Any) -> Tex:
        x = e.args[0]
        return self.norm(x, "" if x.cols == 1 else r"\mathrm{F}", "2")

    def _print_FrobeniusNorm(self, e: Any) -> Tex:
        return self.norm(e.args[0], r"\mathrm{F}")

    def _print_SpectralNorm(self, e: Any) -> Tex:
        return self.norm(e.args[0], "2")

    def _called(self, name: str, e: Any, index: Any = None) -> Tex:
        lower = f"_{{{self.small(index)}}}" if index is not None else ""
        shown = self.tex(e)
        inner = shown if shown.startswith(r"\begin{bmatrix}") else bracket(shown)
        return Tex(f"{name}{lower}{inner}", ATOM)

    def _print_Trace(self, e: Any) -> Tex:
        return self._called(r"\operatorname{tr}", e.arg)

    def _print_SpectralRadius(self, e: Any) -> Tex:
        return self._called(r"\rho", *e.args)

    def _print_Eigenvalue(self, e: Any) -> Tex:
        return self._called(r"\lambda", *e.args)

    def _print_SingularValue(self, e: Any) -> Tex:
        return self._called(r"\sigma", *e.args)

    def _print_ConditionNumber(self, e: Any) -> Tex:
        return self._called(r"\kappa", *e.args)

    def _print_Vec(self, e: Any) -> Tex:
        return self._called(r"\operatorname{vec}", *e.args)

    def _print_Diag(self, e: Any) -> Tex:
        return self._called(r"\operatorname{diag}", *e.args)

    _print_DiagonalOf = _print_Diag

    # ---- functions

    def _print_Elementwise(self, e: Any) -> Tex:
        function, argument, order = e.args
        (t,), body = function.variables, function.expr
        primes = "'" * int(order)
        applied = isinstance(body, sp.Function) and body.args == (t,)
        if applied and not isinstance(body, sp.exp):
            name = r"\log" if isinstance(body, sp.log) else self.function_name(body.func)
        elif isinstance(body, sp.exp) and body.args == (t,):
            name = r"\exp"
        elif isinstance(body, sp.Pow) and body.base == t and not order:
            return Tex(rf"{self.closed(argument)}^{{\odot {self.small(body.exp)}}}", POWER)
        else:
            name = bracket(rf"{self.tex(t)} \mapsto {self.tex(body)}")
        return Tex(f"{name}{primes}{bracket(self.tex(argument))}", ATOM)

    def _print_AppliedScalarFunction(self, e: Any) -> Tex:
        return Tex(f"{spell(e.args[0].name).tex()}{bracket(self.tex(e.args[1]))}", ATOM)

    def _print_AppliedVectorFunction(self, e: Any) -> Tex:
        name = spell(e.args[0].name, bold=True).tex()
        return Tex(f"{name}{bracket(self.tex(e.args[1]))}", ATOM)
