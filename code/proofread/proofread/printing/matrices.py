"""Sums and products of vectors and matrices, in the author's order."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import sympy as sp

from ..node import is_matrix
from .binding import ATOM, POWER, PRODUCT, D, Tex, join_terms
from .fractions import is_small, split_fraction
from .functions import FunctionPrinting


class MatrixPrinting(FunctionPrinting):
    """How vectors and matrices print."""

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
            return negative, self.fraction(above, self.join(under))
        front = self._scale(-scale if negative else scale)
        gap = r"\, " if front[-1] == ")" and made[0] == "\\" else " "
        return negative, Tex(front + gap + made, PRODUCT)

    def _scale(self, scale: Any) -> Tex:
        """A number ready to stand in front of a matrix."""
        if scale.is_Mul or scale.is_Pow:
            return self.unsigned(scale, followed=True)
        return self.factor(scale, [None])

    def chain(self, matrices: list[Any]) -> Tex:
        """Matrices side by side, in the order they multiply."""
        shown = [
            self.within(m, PRODUCT if isinstance(m, sp.OneMatrix) else POWER)
            for m in matrices
        ]
        made = Tex(shown[0], min(shown[0].level, PRODUCT))
        for left, right in pairwise(shown):
            moves = left.startswith(D) or right.startswith(D)
            gap = r"\, " if moves or _is_call(left, right) else ""
            made = Tex(made + gap + right, PRODUCT)
        return made

    def matrix_sum(self, expr: Any) -> Tex:
        """A sum of matrices."""
        return join_terms(self.matrix_terms(expr))

    def matrix_product(self, expr: Any) -> Tex:
        """A product of matrices, its sign in front."""
        negative, made = self.matrix_signed(expr)
        return join_terms([(True, made)]) if negative else made

    def joined(self, e: Any, sign: str) -> Tex:
        """Factors of ⊙ or ⊗: any product or sum among them is bracketed."""
        shown = f" {sign} ".join(self.within(a, POWER) for a in e.args)
        return Tex(shown, PRODUCT)

    def closed(self, e: Any) -> Tex:
        """A matrix ready to carry an index: a letter, or something in brackets."""
        return self.within(e, ATOM)


def _is_call(left: str, right: str) -> bool:
    """Whether f(x) is followed by a letter."""
    opening = left.startswith(("(", r"\left", r"\big", r"\Big"))
    return left.endswith(")") and not opening and right[0] == "\\"


def _parted(e: Any) -> tuple[list[Any], list[Any]]:
    """The numbers and the matrices of a product, inner products opened."""
    numbers: list[Any] = []
    matrices: list[Any] = []
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
