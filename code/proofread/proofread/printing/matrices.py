"""Vectors and matrices: bold letters, transposes, products in the author's order."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import sympy as sp

from ..nodes import is_matrix
from .binding import ATOM, POWER, PRODUCT, Tex, bracket, join_terms
from .fractions import is_small, split_fraction
from .functions import FunctionPrinting
from .names import spell, subscript

_D = r"\mathrm{d}"


class MatrixPrinting(FunctionPrinting):
    """How vectors and matrices print."""

    # ---- symbols and entries

    def _print_MatrixSymbol(self, expr: Any) -> Tex:
        return spell(expr.name, bold=True).tex()

    def _print_Identity(self, expr: Any) -> Tex:
        return Tex(r"\mathbf{I}")

    def _print_OneMatrix(self, expr: Any) -> Tex:
        if expr.cols == 1:
            return Tex(r"\mathbf{1}")
        if expr.rows == 1:
            return Tex(r"\mathbf{1}^{\top}", POWER)
        return Tex(r"\mathbf{1}\mathbf{1}^{\top}", PRODUCT)

    def _print_ZeroMatrix(self, expr: Any) -> Tex:
        return Tex(r"\mathbf{0}")

    def _print_BasisVector(self, e: Any) -> Tex:
        return Tex(rf"\mathbf{{e}}_{{{self.small(e.args[0])}}}")

    def _print_MatrixElement(self, expr: Any) -> Tex:
        """SymPy counts entries from 0, a book from 1."""
        places = [self.small(place + 1) for place in (expr.i, expr.j)]
        if expr.parent.cols == 1:
            places = [] if expr.parent.rows == 1 else places[:1]
        if isinstance(expr.parent, sp.MatrixSymbol):
            return spell(expr.parent.name).tex(*places)
        if not places:
            return self.tex(expr.parent)
        return Tex(f"{self.closed(expr.parent)}_{{{subscript(*places)}}}")

    def _print_Column(self, e: Any) -> Tex:
        matrix, place = e.args
        if isinstance(matrix, sp.MatrixSymbol) and matrix.name[:2].strip("_").isupper():
            name = matrix.name[0].lower() + matrix.name[1:]
            return spell(name, bold=True).tex(self.small(place))
        return Tex(f"{self.closed(matrix)}_{{:,{self.small(place)}}}")

    def _print_Row(self, e: Any) -> Tex:
        return Tex(f"{self.closed(e.args[0])}_{{{self.small(e.args[1])},:}}")

    def _print_Components(self, e: Any) -> Tex:
        entry, index = e.args
        low, high = self.small(index.lower), self.small(index.upper)
        ends = f"_{{{self.small(index)}={low}}}^{{{high}}}"
        return Tex(f"{bracket(self.tex(entry))}{ends}", POWER)

    def _print_MatrixBase(self, expr: Any) -> Tex:
        rows = [
            " & ".join(self.tex(expr[i, j]) for j in range(expr.cols))
            for i in range(expr.rows)
        ]
        return Tex(r"\begin{bmatrix} " + r" \\ ".join(rows) + r" \end{bmatrix}")

    def _print_BlockMatrix(self, expr: Any) -> Tex:
        return self._print_MatrixBase(expr.blocks)

    # ---- sums and products

    def matrix_terms(self, e: Any) -> list[tuple[bool, Tex]]:
        """Each term of a matrix sum with its sign, a positive and plain one first."""
        terms = [(*self.matrix_signed(term), _place(term)) for term in e.args]
        terms.sort(key=lambda term: 0 if term[0] else term[2])
        return [(negative, text) for negative, text, _ in terms]

    def matrix_signed(self, e: Any) -> tuple[bool, Tex]:
        """Whether a matrix term carries a minus, and the term without it."""
        if not isinstance(e, sp.MatMul):
            return False, self.tex(e)
        numbers, matrices = _parted(e)
        scale = sp.Mul(*numbers) if len(numbers) != 1 else numbers[0]
        negative = bool(scale.as_coeff_Mul()[0].is_negative)
        if scale in (1, -1):
            alone = len(matrices) == 1
            return negative, self.tex(matrices[0]) if alone else self.chain(matrices)
        made = self.chain(matrices)
        over, under = split_fraction(-scale if negative else scale)
        if not over and not all(map(is_small, under)):
            above = made if len(matrices) > 1 else self.tex(matrices[0])
            return negative, self._fraction(above, self.join(under))
        front = self._scale(-scale if negative else scale)
        gap = r"\, " if front[-1] == ")" and made[0] == "\\" else " "
        return negative, Tex(front + gap + made, PRODUCT)

    def _scale(self, scale: Any) -> Tex:
        """A number ready to stand in front of a matrix."""
        if scale.is_Mul or scale.is_Pow:
            return self._product(scale, followed=True)
        return self._factor(scale, [None])

    def chain(self, matrices: list) -> Tex:
        """Matrices side by side, in the order they multiply."""
        shown = [
            self.within(m, PRODUCT if isinstance(m, sp.OneMatrix) else POWER)
            for m in matrices
        ]
        made = Tex(shown[0], min(shown[0].level, PRODUCT))
        for left, right in pairwise(shown):
            moves = left.startswith(_D) or right.startswith(_D)
            gap = r"\, " if moves or _is_call(left, right) else ""
            made = Tex(made + gap + right, PRODUCT)
        return made

    def _print_MatAdd(self, expr: Any) -> Tex:
        return join_terms(self.matrix_terms(expr))

    def _print_MatMul(self, expr: Any) -> Tex:
        negative, made = self.matrix_signed(expr)
        return join_terms([(True, made)]) if negative else made

    def _between(self, e: Any, sign: str) -> Tex:
        """Factors of ⊙ or ⊗: any product or sum among them is bracketed."""
        shown = f" {sign} ".join(self.within(a, POWER) for a in e.args)
        return Tex(shown, PRODUCT)

    def _print_HadamardProduct(self, expr: Any) -> Tex:
        return self._between(expr, r"\odot")

    def _print_KroneckerProduct(self, expr: Any) -> Tex:
        return self._between(expr, r"\otimes")

    # ---- transposes, inverses, powers

    def closed(self, e: Any) -> Tex:
        """A matrix ready to carry an index: a letter, or something in brackets."""
        return self.within(e, ATOM)

    def _print_Transpose(self, expr: Any) -> Tex:
        inner = expr.arg
        if isinstance(inner, sp.Inverse):
            return Tex(rf"{self.closed(inner.arg)}^{{-\top}}", POWER)
        shown = self.tex(inner)
        gradient = shown.startswith(r"\nabla ") and shown.level == POWER
        return Tex(rf"{shown if gradient else self.closed(inner)}^{{\top}}", POWER)

    def _print_Inverse(self, expr: Any) -> Tex:
        if isinstance(expr.arg, sp.Transpose):
            return Tex(rf"{self.closed(expr.arg.arg)}^{{-\top}}", POWER)
        return Tex(rf"{self.closed(expr.arg)}^{{-1}}", POWER)

    def _print_MatPow(self, expr: Any) -> Tex:
        return Tex(rf"{self.closed(expr.base)}^{{{self.small(expr.exp)}}}", POWER)

    def _print_HadamardPower(self, expr: Any) -> Tex:
        power = rf"{{\odot}}{self.small(expr.exp)}"
        return Tex(f"{self.closed(expr.base)}^{{{power}}}", POWER)


def _is_call(left: str, right: str) -> bool:
    """Whether f(x) is followed by a letter."""
    opening = left.startswith(("(", r"\left", r"\big", r"\Big"))
    return left.endswith(")") and not opening and right[0] == "\\"


def _parted(e: Any) -> tuple[list, list]:
    """The numbers and the matrices of a product, inner products opened."""
    numbers, matrices = [], []
    for part in e.args:
        if isinstance(part, sp.MatMul):
            inner = _parted(part)
            numbers, matrices = numbers + inner[0], matrices + inner[1]
        else:
            (matrices if is_matrix(part) else numbers).append(part)
    return numbers, matrices


def _place(e: Any) -> int:
    """Where a positive term stands, below 0: A + xyᵀ + λI, but Ax + b, x + hu."""
    if isinstance(e, sp.MatMul) and any(a.free_symbols for a in _parted(e)[0]):
        return -1
    return -3 if isinstance(e, sp.MatrixSymbol) and e.cols != 1 else -2
