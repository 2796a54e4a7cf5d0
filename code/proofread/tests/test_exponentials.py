"""The exponential of a matrix: its laws for every size, and what is none."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import sympy as sp
from judged import falls, holds_for_every_size
from scipy.linalg import expm

from proofread import Diag, Elementwise, MatrixExponential, Norm, SquaredNorm, claim
from proofread.claim import Claim
from proofread.indexed import proves
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.mutants.scoring import score
from proofread.numeric import Numeric
from proofread.printing import latex
from proofread.proving import prove
from proofread.work import OutOfWork

n = sp.Symbol("n", integer=True, positive=True)
s, t, a, b, c = sp.symbols("s t a b c", real=True)
A, B, P = (sp.MatrixSymbol(name, n, n) for name in "ABP")
x, y = sp.MatrixSymbol("x", n, 1), sp.MatrixSymbol("y", n, 1)
E, one = MatrixExponential, sp.Identity(n)
flow = E(t * A)
table = sp.ImmutableMatrix
TRUE: dict[str, tuple[Any, ...]] = {
    "undone": (E(A) * E(-A), one),
    "inverse": (sp.Inverse(E(A)), E(-A)),
    "sum of times": (E(s * A) * flow, E((s + t) * A)),
    "square": (E(A) ** 2, E(2 * A)),
    "slope": (sp.Derivative(flow, t), A * flow),
    "slope from the right": (sp.Derivative(flow, t), flow * A),
    "second slope": (sp.Derivative(flow, t, t), A * A * flow),
    "solution": (sp.Derivative(flow * x, t), A * flow * x),
    "slope at 0": (sp.Subs(sp.Derivative(flow, t), t, 0), A),
    "determinant": (sp.Determinant(E(A)), sp.exp(sp.Trace(A))),
    "transpose": (E(A.T), sp.Transpose(E(A))),
    "commutes": (A * E(A), E(A) * A),
    "another basis": (E(P * A * sp.Inverse(P)), P * E(A) * sp.Inverse(P)),
    "diagonal": (E(Diag(x)), Diag(Elementwise(sp.exp, x))),
    "zero": (E(sp.ZeroMatrix(n, n)), one),
    "shift": (E(t * A + s * one), sp.exp(s) * flow),
    "rotation": (SquaredNorm(E(A - A.T) * x), SquaredNorm(x)),
    "length": (Norm(E(A - A.T) * x), Norm(x)),
}
CLOSED: dict[str, tuple[Any, Any]] = {
    "turn": (
        E(table([[0, -t], [t, 0]])),
        table([[sp.cos(t), -sp.sin(t)], [sp.sin(t), sp.cos(t)]]),
    ),
    "stretch": (
        E(table([[0, t], [t, 0]])),
        table([[sp.cosh(t), sp.sinh(t)], [sp.sinh(t), sp.cosh(t)]]),
    ),
    "shear": (E(table([[a, t], [0, a]])), sp.exp(a) * table([[1, t], [0, 1]])),
    "nilpotent": (
        E(table([[0, a, 0], [0, 0, b], [0, 0, 0]])),
        table([[1, a, a * b / 2], [0, 1, b], [0, 0, 1]]),
    ),
    "two rates": (
        E(table([[a, b], [0, c]])),
        table([[sp.exp(a), b * (sp.exp(a) - sp.exp(c)) / (a - c)], [0, sp.exp(c)]]),
    ),
}
FALSE: list[tuple[Any, ...]] = [
    (E(A + B), E(A) * E(B)),
    (E(A) * E(B), E(B) * E(A)),
    (B * E(A), E(A) * B),
    (E(A), Elementwise(sp.exp, A)),
    (sp.Derivative(flow, t), flow),
    (sp.Derivative(E(t * A + t**2 * B), t), (A + 2 * t * B) * E(t * A + t**2 * B)),
    (sp.Determinant(E(A)), sp.exp(sp.Determinant(A))),
    (sp.Trace(E(A)), sp.exp(sp.Trace(A))),
    (E(2 * A), 2 * E(A)),
    (E(-A), -E(A)),
    (E(A * B), E(B * A)),
    (E(A).T, E(A)),
    (E(P * A * P.T), P * E(A) * P.T),
    (SquaredNorm(E(A + A.T) * x), SquaredNorm(x)),
    (E(table([[0, -t], [t, 0]])), CLOSED["turn"][1].T),
]


@pytest.mark.parametrize("name", TRUE)
def test_what_is_true_is_proved_for_every_size_and_measured(name):
    assert holds_for_every_size(*TRUE[name])


@pytest.mark.parametrize("name", CLOSED)
def test_a_closed_form_is_proved_and_measured(name):
    assert prove(Claim(name, *CLOSED[name])).judgment is Judgment.HOLDS
    assert measure(Claim(name, *CLOSED[name])).judgment is Judgment.HOLDS


@pytest.mark.parametrize("said", FALSE, ids=str)
def test_what_is_false_is_refuted_and_not_proved(said):
    assert falls(*said)


def test_a_matrix_that_moves_does_not_come_out():
    """dA/dt commutes with A here, and so d/dt e^{t A} is (A + t dA/dt) e^{t A}."""
    moving = ((A, t * B),)
    assert not proves(Claim("still", sp.Derivative(flow, t), A * flow, where=moving))
    assert proves(Claim("by B", sp.Derivative(E(t**2 * B), t), 2 * t * B * E(t**2 * B)))


def test_where_a_solution_has_a_name():
    made = claim("named", sp.Derivative(flow * x, t), A * y, where={y: flow * x})
    assert made.bundle.verdict == "proved"


def test_it_is_that_of_scipy(rng):
    for scale in (0.1, 1.0, 2.0):
        value = scale * rng.normal(size=(4, 4))
        found = Numeric({A: value, n: 4.0})(E(A))
        np.testing.assert_allclose(found, expm(value), rtol=1e-11, atol=1e-11)


def test_one_that_loses_its_digits_is_not_read():
    with pytest.raises(OutOfWork):
        Numeric({A: np.diag([30.0, -30.0]), n: 2.0})(E(A))


def test_how_it_prints():
    assert latex(flow) == r"e^{t \mathbf{A}}"
    assert latex(sp.Transpose(flow)) == r"(e^{t \mathbf{A}})^{\top}"


@pytest.mark.parametrize("name", ["undone", "slope", "determinant"])
def test_an_audit_finds_every_slip_but_what_is_true_as_well(name):
    """The two factors commute, and the determinant is that of the transpose."""
    found = score(Claim(name, *TRUE[name]))
    assert not found.fault
    assert found.all.mutants > 10
    left = [s.operator for s in found.all.survivors if not s.reason]
    assert left in (["swap order"], ["transpose"])
