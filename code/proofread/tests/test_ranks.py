"""Ranks, pseudoinverses and projectors: what holds for every size, and what not."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import sympy as sp
from judged import falls, holds_for_every_size

from proofread import (
    ClaimError,
    Norm,
    Orthogonal,
    PositiveDefinite,
    PseudoInverse,
    Rank,
    SquaredNorm,
    Unit,
    claim,
    gt,
)
from proofread.claim import Claim
from proofread.indexed import proves
from proofread.mutants.scoring import score
from proofread.nodes import Dot
from proofread.numeric import Numeric
from proofread.printing import latex

n, m, p = sp.symbols("n m p", integer=True, positive=True)
t = sp.Symbol("t", real=True)
A, B = sp.MatrixSymbol("A", n, m), sp.MatrixSymbol("B", m, p)
S, T, Q = (sp.MatrixSymbol(name, n, n) for name in "STQ")
x, z = sp.MatrixSymbol("x", n, 1), sp.MatrixSymbol("z", n, 1)
y = sp.MatrixSymbol("y", m, 1)
P = PseudoInverse(A)
null, column = sp.Identity(m) - P * A, A * P
zero = sp.ZeroMatrix
TRUE: dict[str, tuple[Any, ...]] = {
    "A A⁺ A": (A * P * A, A),
    "a projector is its square": (null * null, null),
    "and symmetric": (sp.Transpose(null), null),
    "onto the null space": (A * null, zero(n, m)),
    "rank and nullity": (sp.Trace(null), m - Rank(A)),
    "rank of the transpose": (Rank(A.T), Rank(A)),
    "rank of AᵀA": (Rank(A.T * A), Rank(A)),
    "rank of AAᵀ": (Rank(A * A.T), Rank(A)),
    "rank of a projector": (Rank(P * A), Rank(A)),
    "rank of A⁺": (Rank(P), Rank(A)),
    "rank of an inverse": (Rank(sp.Inverse(S)), n),
    "rank of a multiple": (Rank(-2 * S), Rank(S)),
    "outer product": (Rank(x * z.T), Rank(x) * Rank(z)),
    "(AᵀA)⁺": (PseudoInverse(A.T * A), P * P.T),
    "A⁺⁺": (PseudoInverse(P), A),
    "normal equations": (A.T * A * P, A.T),
    "by an inverse": (P, sp.Inverse(A.T * A) * A.T),
    "of what has an inverse": (PseudoInverse(S), sp.Inverse(S)),
    "a multiple": (PseudoInverse(3 * A), P / 3),
    "at a right angle": (Dot(column * x, x - column * x), 0),
    "least squares": (
        SquaredNorm(A * y - x),
        SquaredNorm(column * x - x) + SquaredNorm(A * (y - P * x)),
    ),
}
GIVEN: dict[str, tuple[Any, ...]] = {
    "outer product of what is not 0": (
        Rank(x * y.T), 1, [gt(Norm(x), 0), gt(Norm(y), 0)]
    ),
    "of two directions": (Rank(x * y.T), 1, [Unit(x), Unit(y)]),
    "orthonormal columns": (Rank(sp.MatrixSymbol("Q", n, m)), m,
                            [Orthogonal(sp.MatrixSymbol("Q", n, m))]),
    "a positive determinant": (Rank(S), n, [gt(sp.Determinant(S), 0)]),
    "positive definite": (PseudoInverse(S) * S, sp.Identity(n), [PositiveDefinite(S)]),
    "their pseudoinverse": (PseudoInverse(Q), Q.T, [Orthogonal(Q)]),
}  # fmt: skip
BOUNDS: list[tuple[Any, Any]] = [
    (Rank(A * B), Rank(A)),
    (Rank(A * B), Rank(B)),
    (Rank(A), n),
    (Rank(A), m),
    (0, Rank(A)),
]
FALSE: list[tuple[Any, ...]] = [
    (P * A, sp.Identity(m)),
    (PseudoInverse(A * B), PseudoInverse(B) * P),
    (PseudoInverse(S + T), PseudoInverse(S) + PseudoInverse(T)),
    (Rank(S), n),
    (Rank(A), m),
    (Rank(x), 1),
    (Rank(x * y.T), 1),
    (Rank(S * T), Rank(S)),
    (Rank(S + T), Rank(S) + Rank(T)),
    (Rank(S), sp.Trace(S)),
    (Rank(t * S), Rank(S)),
    (Rank(S), Rank(S * S)),
    (S * PseudoInverse(S), PseudoInverse(S) * S),
    (S * PseudoInverse(S) * PseudoInverse(S * T), PseudoInverse(S * T)),
    (sp.Trace(null), n - Rank(A)),
    (null, sp.Identity(m) - A.T * A),
    (P, A.T),
    (PseudoInverse(2 * A), 2 * P),
    (PseudoInverse(A.T * A), P * A),
]
FALSE_BOUNDS = [(Rank(A), Rank(A * B), "<="), (Rank(A), n, "<"), (Rank(A), 0, ">")]


@pytest.mark.parametrize("name", TRUE)
def test_what_is_true_is_proved_for_every_size_and_measured(name):
    assert holds_for_every_size(*TRUE[name])


@pytest.mark.parametrize("name", GIVEN)
def test_what_is_true_by_a_hypothesis_is_claimed(name):
    left, right, given = GIVEN[name]
    assert claim("given", left, right, given=given).bundle.verdict == "proved"
    assert not proves(Claim("without", left, right))


@pytest.mark.parametrize(("less", "more"), BOUNDS)
def test_a_rank_is_at_most(less, more):
    assert claim("bound", less, more, "<=").bundle.verdict == "proved"


@pytest.mark.parametrize("said", [*FALSE, *FALSE_BOUNDS], ids=str)
def test_what_is_false_is_refuted_and_not_proved(said):
    assert falls(*said)


def test_a_generic_rank_is_none_of_every_matrix():
    with pytest.raises(ClaimError, match="differ"):
        claim("full", Rank(sp.MatrixSymbol("G", 3, 3)), 3)


def test_numbers_have_an_exact_rank_and_pseudoinverse():
    fixed = sp.ImmutableMatrix([[1, 2], [2, 4]])
    assert claim("one", Rank(fixed), 1).bundle.verdict == "proved"
    assert claim("plus", PseudoInverse(fixed), fixed / 25).bundle.verdict == "proved"


def test_a_singular_value_between_0_and_rounding_has_no_rank():
    value = np.diag([1.0, 1e-9])
    with pytest.raises(ValueError, match="rounding"):
        Numeric({S: value, n: 2.0})(Rank(S))


def test_a_product_is_ranked_factor_by_factor(rng):
    factor = rng.normal(size=(6, 6)) @ np.diag([1, 1, 1, 1, 1e-4, 0])
    read = Numeric({S: factor, n: 6.0})
    assert read(Rank(S)) == read(Rank(sp.MatMul(S.T, S, S.T, S))) == 5
    assert read(Rank(sp.MatMul(0, S))) == 0


def test_how_they_print():
    assert latex(P.T) == r"(\mathbf{A}^{+})^{\top}"
    assert latex(Rank(A)) == r"\operatorname{rank}(\mathbf{A})"


@pytest.mark.parametrize("name", ["rank and nullity", "(AᵀA)⁺"])
def test_an_audit_finds_every_slip(name):
    found = score(Claim(name, *TRUE[name]))
    assert not found.fault
    assert found.all.mutants > 3
    assert [s for s in found.all.survivors if not s.reason] == []
