"""Every node is read alike by both readers: as the closed form beside it."""

import pytest
import sympy as sp
from sympy import Derivative, Identity, IndexedBase, MatMul, MatrixSymbol, Sum, Symbol

from proofread.claim import Claim
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.nodes import (
    BasisVector,
    Cofactors,
    Column,
    Components,
    Diag,
    Diagonal,
    DiagonalOf,
    Differential,
    Dot,
    Eigenvalue,
    Elementwise,
    FrobeniusNorm,
    Grad,
    HessianMatrix,
    Indicator,
    Jacobian,
    LowerTriangular,
    MatrixExponential,
    Norm,
    Orthogonal,
    PseudoInverse,
    Rank,
    Row,
    ScalarFunction,
    SingularValue,
    SpectralNorm,
    SpectralRadius,
    SquaredNorm,
    UpperTriangular,
    Vec,
    VectorFunction,
    functions,
    indices,
)
from proofread.proving import prove

n, m, k = sp.symbols("n m k", integer=True, positive=True)
i = indices("i", n)
t, s = sp.symbols("t s", real=True)
a = Symbol("a", positive=True)
A, S, B = MatrixSymbol("A", n, n), MatrixSymbol("S", 2, 2), MatrixSymbol("B", m, n)
dA = MatrixSymbol("dA", n, n)
x, y, z = MatrixSymbol("x", n, 1), MatrixSymbol("y", n, 1), IndexedBase("z", shape=(n,))
f, g = ScalarFunction("f"), VectorFunction("g", m)
h, phi = functions("h phi")


def column(e):
    return sp.Matrix([[e]])


CLOSED_FORMS = {
    "Dot": (Dot(x, y), sp.Trace(MatMul(x.T, y))),
    "Norm": (Norm(x) ** 2, Dot(x, x)),
    "Norm 1": (Norm(a * x, 1), a * Norm(x, 1)),
    "Norm oo": (Norm(sp.Matrix([t, t]), sp.oo), sp.Abs(t)),
    "SquaredNorm": (SquaredNorm(B), sp.Trace(MatMul(B.T, B))),
    "FrobeniusNorm": (FrobeniusNorm(B) ** 2, SquaredNorm(B)),
    "SpectralNorm": (SpectralNorm(column(t)), sp.Abs(t)),
    "SpectralRadius": (SpectralRadius(sp.Matrix([[t, s], [0, t]])), sp.Abs(t)),
    "SingularValue": (
        SingularValue(S, 1) ** 2 + SingularValue(S, 2) ** 2,
        SquaredNorm(S),
    ),
    "Eigenvalue": (Eigenvalue(column(t), 1), t),
    "Vec": (SquaredNorm(Vec(B)), SquaredNorm(B)),
    "Column": (Column(B, i), MatMul(B, BasisVector(i, n))),
    "Row": (Row(A, i), MatMul(BasisVector(i, n).T, A)),
    "Diag": (MatMul(Diag(x), y), sp.HadamardProduct(x, y)),
    "DiagonalOf": (DiagonalOf(Diag(x)), x),
    "Components": (Components(x[i - 1, 0], i), x),
    "Elementwise": (Elementwise(lambda u: u**2, x), sp.HadamardProduct(x, x)),
    "Elementwise order": (Elementwise(sp.sin, x, 1), Elementwise(sp.cos, x)),
    "Grad": (Grad(SquaredNorm(x), x), 2 * x),
    "Grad of a generic function": (Dot(Grad(f(x), x), y), Differential(f(x), {x: y})),
    "Jacobian": (Jacobian(MatMul(B, x), x), B),
    "Jacobian of a generic function": (
        MatMul(Jacobian(g(x), x), y),
        Differential(g(x), {x: y}),
    ),
    "HessianMatrix": (HessianMatrix(SquaredNorm(x), x), 2 * Identity(n)),
    "Differential": (
        Differential(MatMul(A, A), {A: dA}),
        MatMul(A, dA) + MatMul(dA, A),
    ),
    "Trace": (sp.Trace(MatMul(x, y.T)), Dot(x, y)),
    "Determinant": (sp.Determinant(a * Identity(n)), a**n),
    "Inverse": (MatMul(sp.Inverse(A), A), Identity(n)),
    "MatPow": (sp.MatPow(A, 2), MatMul(A, A)),
    "OneMatrix": (MatMul(sp.OneMatrix(1, n), sp.OneMatrix(n, 1)), column(n)),
    "ZeroMatrix": (A - A, sp.ZeroMatrix(n, n)),
    "KroneckerProduct": (
        sp.Trace(sp.KroneckerProduct(A, S)),
        sp.Trace(A) * sp.Trace(S),
    ),
    "BlockMatrix": (
        sp.Trace(sp.BlockMatrix([[A, A], [A, A]])),
        2 * sp.Trace(A),
    ),
    "Sum": (Sum(z[k], (k, 1, n)) - Sum(z[k], (k, 1, n - 1)), z[n]),
    "Sum to infinity": (Sum(a**k / sp.factorial(k), (k, 0, sp.oo)), sp.exp(a)),
    "Product": (sp.Product(a, (k, 1, n)), a**n),
    "KroneckerDelta": (Derivative(SquaredNorm(Components(z[i], i)), z[i]), 2 * z[i]),
    "Derivative": (Derivative(h(t) ** 2, t), 2 * h(t) * Derivative(h(t), t)),
    "Derivative of order 2": (Derivative(sp.sin(2 * t), t, t), -4 * sp.sin(2 * t)),
    "Derivative of order 3": (Derivative(sp.sin(t), t, t, t), -sp.cos(t)),
    "Integral": (sp.Integral(t**2, (t, 0, a)), a**3 / 3),
    "Limit": (sp.Limit(sp.sin(a * t) / t, t, 0), a),
    "im": (sp.im(sp.exp(sp.I * t), evaluate=False), sp.sin(t)),
    "Derivative of im": (
        Derivative(sp.im(sp.exp(sp.I * t), evaluate=False), t),
        sp.cos(t),
    ),
    "Subs": (sp.Subs(Derivative(sp.exp(t * s), t), t, 0), s),
    "Piecewise": (sp.Piecewise((t, t > 0), (-t, True)), sp.Abs(t)),
    "Max": (sp.Max(t, 0) - sp.Max(-t, 0), t),
    "Min": (sp.Min(t, -t), -sp.Abs(t)),
    "Heaviside": (t * sp.Heaviside(t), sp.Max(t, 0)),
    "sign": (t * sp.sign(t), sp.Abs(t)),
    "floor": (-sp.floor(-t), sp.ceiling(t)),
    "Indicator": (Indicator(t > 0), sp.Heaviside(t)),
    "Rank": (Rank(sp.Matrix([[1, 2], [2, 4]])), 1),
    "PseudoInverse": (PseudoInverse(sp.Matrix([[3, 4]])), sp.Matrix([3, 4]) / 25),
    "Cofactors": (
        MatMul(S, Cofactors(S).T),
        MatMul(sp.Determinant(S), Identity(2)),
    ),
    "MatrixExponential": (
        MatrixExponential(sp.Matrix([[0, t], [0, 0]])),
        sp.Matrix([[1, t], [0, 1]]),
    ),
}
DIAGONAL = sp.Product(A[k - 1, k - 1], (k, 1, n))
ASSUMED = {
    "Orthogonal": (MatMul(A.T, A), Identity(n), [Orthogonal(A)]),
    "Diagonal": (A.T, A, [Diagonal(A)]),
    "LowerTriangular": (sp.Determinant(A), DIAGONAL, [LowerTriangular(A)]),
    "UpperTriangular": (sp.Determinant(A), DIAGONAL, [UpperTriangular(A)]),
}


def agree(claim):
    measured, proof = measure(claim), prove(claim)
    assert measured.judgment is Judgment.HOLDS, measured
    assert proof.judgment is Judgment.HOLDS, proof.method


@pytest.mark.parametrize("name", CLOSED_FORMS)
def test_both_readers_read_a_node_as_its_closed_form(name):
    agree(Claim(name, *CLOSED_FORMS[name]))


@pytest.mark.parametrize("name", ASSUMED)
def test_both_readers_impose_a_hypothesis(name):
    left, right, given = ASSUMED[name]
    agree(Claim(name, left, right, given=tuple(given)))
    without = Claim(name, left, right)
    assert measure(without).residual > 1e-3
    assert prove(without).judgment is Judgment.FAILS


def test_a_node_is_told_by_its_own_name_whatever_sympy_has_of_that_name():
    assert str(Differential(t**2, {t: s})).startswith("Differential(t**2")
