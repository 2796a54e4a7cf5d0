"""Trees of one size: entries written out, columns of two, matrices of one entry."""

from typing import Any

import pytest
import sympy as sp
from sympy import ImmutableMatrix, MatMul, MatrixSymbol

from proofread.claim import Claim
from proofread.errors import ClaimError
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.mutants.scoring import score
from proofread.nodes import (
    Column,
    DiagonalOf,
    Dot,
    Grad,
    HessianMatrix,
    Jacobian,
    Norm,
    Row,
    ScalarFunction,
    SpectralNorm,
    SquaredNorm,
    Vec,
    VectorFunction,
)
from proofread.proving import prove
from proofread.statements import claim, refute

n = sp.symbols("n", integer=True, positive=True)
x, M = MatrixSymbol("x", 2, 1), MatrixSymbol("M", 2, 2)
y, B = MatrixSymbol("y", n, 1), MatrixSymbol("B", n, n)
f, g = ScalarFunction("f"), VectorFunction("g", n)
A = ImmutableMatrix([[2, 1], [1, 20]])
FORM = Grad(Dot(x, MatMul(A, x)), x)

OF_SIZE_TWO: dict[str, tuple[Any, Any]] = {
    "gradient": (FORM, 2 * MatMul(A, x)),
    "hessian": (HessianMatrix(Dot(x, MatMul(M, x)), x), M + M.T),
    "jacobian": (Jacobian(MatMul(A, x), x), A),
    "trace": (sp.Trace(M), M[0, 0] + M[1, 1]),
    "determinant": (sp.Determinant(M), M[0, 0] * M[1, 1] - M[0, 1] * M[1, 0]),
    "inverse": (MatMul(sp.Inverse(M), M), sp.Identity(2)),
    "norm": (Norm(MatMul(A, x)) ** 2, (2 * x[0] + x[1]) ** 2 + (x[0] + 20 * x[1]) ** 2),
}
OF_ANY_SIZE: dict[str, tuple[Any, Any]] = {
    "trace": (sp.Trace(B + B.T), 2 * sp.Trace(B)),
    "determinant": (sp.Determinant(B + B), 2**n * sp.Determinant(B)),
    "inverse": (sp.Inverse(B + B), sp.Inverse(B) / 2),
    "norm": (Norm(y + y), 2 * Norm(y)),
    "spectral": (SpectralNorm(B + B), 2 * SpectralNorm(B)),
    "jacobian": (Jacobian(MatMul(B, y) + y, y), B + sp.Identity(n)),
    "hessian": (HessianMatrix(Dot(y, MatMul(B, y)), y), B + B.T),
    "diagonal": (DiagonalOf(B + B), 2 * DiagonalOf(B)),
    "column": (Column(B + B, 1), 2 * Column(B, 1)),
    "row": (Row(B + B, 1), 2 * Row(B, 1)),
    "stacked": (Vec(B + B), 2 * Vec(B)),
    "kronecker": (sp.KroneckerProduct(B + B, B), 2 * sp.KroneckerProduct(B, B)),
    "entries": (sp.HadamardProduct(B + B, B), 2 * sp.HadamardPower(B, 2)),
    "function": (Grad(f(y) + f(2 * y), y), Grad(f(y), y) + Grad(f(2 * y), y)),
    "functions": (Jacobian(2 * g(y + y), y), 2 * Jacobian(g(2 * y), y)),
}


@pytest.mark.parametrize("name", OF_SIZE_TWO)
def test_a_truth_of_one_size_stands(name: str) -> None:
    claim(name, *OF_SIZE_TWO[name])


@pytest.mark.parametrize("name", OF_ANY_SIZE)
@pytest.mark.parametrize("size", [1, 2])
def test_a_truth_holds_where_its_matrices_have_one_entry(name: str, size: int) -> None:
    stated = Claim(name, *OF_ANY_SIZE[name], sizes={n: size})
    assert prove(stated).judgment is Judgment.HOLDS
    assert measure(stated).judgment is Judgment.HOLDS


@pytest.mark.parametrize("name", sorted(OF_SIZE_TWO.keys() - {"inverse"}))
def test_a_falsehood_of_one_size_is_refuted_with_its_values(name: str) -> None:
    left, right = OF_SIZE_TWO[name]
    with pytest.raises(ClaimError, match="the sides differ") as caught:
        claim(name, left, 3 * right)
    assert caught.value.counterexample is not None


def test_a_forgotten_factor_is_refuted_and_can_be_shown_as_false() -> None:
    shown: Any = refute("form", FORM, MatMul(A, x))
    assert shown.bundle.counterexample.values[0][0] == "𝐱"
    assert measure(Claim("form", FORM, MatMul(A, x))).residual > 0.1


def test_a_claim_of_one_size_can_be_audited() -> None:
    found = score(Claim("form", FORM, 2 * MatMul(A, x)))
    assert not found.fault
    assert found.all.mutants > len(found.all.survivors)


def test_the_jacobian_of_a_number_is_a_row_and_prints_in_a_norm() -> None:
    claim("row", SquaredNorm(Jacobian(Norm(x), x)), SquaredNorm(Grad(Norm(x), x)))


def test_a_proof_at_a_size_of_one_is_none() -> None:
    A, X, C = (sp.MatrixSymbol(name, n, n) for name in "AXC")
    sides = Vec(A * X * C), sp.KroneckerProduct(C.T, A) * Vec(X)
    with pytest.raises(ClaimError, match=r"a size of 1 alone \(n = 1\)"):
        claim("k", *sides, sizes={n: 1})
    claim("k", *sides, sizes={n: 2})
