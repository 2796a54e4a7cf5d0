"""What a generic function of a vector may be applied to."""

import pytest
from sympy import MatrixSymbol, Transpose, symbols

from proofread import ClaimError, Grad, ScalarFunction, claim

n = symbols("n", integer=True, positive=True)
x = MatrixSymbol("x", n, 1)
f, g = ScalarFunction("f"), ScalarFunction("g")


def test_a_generic_function_of_a_row_is_no_function_of_the_column():
    product = f(Transpose(x)) * Grad(g(x), x) + g(x) * Grad(f(x), x)
    with pytest.raises(ClaimError, match="row"):
        claim("product-of-a-row", Grad(f(x) * g(x), x), product)
