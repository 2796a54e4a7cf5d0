"""Shapes and indices that a claim may not stretch."""

import pytest
from sympy import MatrixSymbol, Sum, Transpose, symbols

from proofread import ClaimError, Column, Dot, Grad, ScalarFunction, SquaredNorm, claim

n = symbols("n", integer=True, positive=True)
x = MatrixSymbol("x", n, 1)
f, g = ScalarFunction("f"), ScalarFunction("g")


def test_a_generic_function_of_a_row_is_no_function_of_the_column():
    product = f(Transpose(x)) * Grad(g(x), x) + g(x) * Grad(f(x), x)
    with pytest.raises(ClaimError, match="row"):
        claim("product-of-a-row", Grad(f(x) * g(x), x), product)


def test_an_index_below_the_first_does_not_wrap_around_to_the_last():
    k = symbols("k", integer=True)
    shifted = Sum(x[k - 2, 0] ** 2, (k, 1, n))
    with pytest.raises(ClaimError, match="below 1"):
        claim("sum-that-wraps", Dot(x, x), shifted)


def test_there_is_no_column_before_the_first():
    A, k = MatrixSymbol("A", n, n), symbols("k", integer=True)
    shifted = Sum(SquaredNorm(Column(A, k - 1)), (k, 1, n))
    with pytest.raises(ClaimError, match="below 1"):
        claim("columns-that-wrap", SquaredNorm(A), shifted)
