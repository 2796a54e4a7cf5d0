"""What the index reader proves for every size, and what it must never prove."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pytest
import sympy as sp

import proofread as pr
from proofread.claim import Claim
from proofread.indexed import DoNotKnow, every_size, proof_of, proves, telling
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.nodes import Entry

n, m, d = sp.symbols("n m d", integer=True, positive=True)
A, B = sp.MatrixSymbol("A", n, n), sp.MatrixSymbol("B", n, n)
X, Y = sp.MatrixSymbol("X", n, d), sp.MatrixSymbol("Y", d, m)
x, b = sp.MatrixSymbol("x", d, 1), sp.MatrixSymbol("b", n, 1)
Q = sp.MatrixSymbol("Q", n, d)
u = sp.MatrixSymbol("u", n, 1)
f = pr.ScalarFunction("f")
half = sp.Rational(1, 2)


def claim(lhs: Any, rhs: Any, **options: Any) -> Claim:
    return Claim("tried", lhs, rhs, **options)


def product(*parts: Any) -> Any:
    return sp.MatMul(*parts, evaluate=False)


RESIDUAL = sp.MatAdd(product(X, x), product(-1, b))
GRAM = product(X.T, X)
TRUE = {
    "trace of a product": claim(sp.Trace(A * B), sp.Trace(B * A)),
    "gradient of a quadratic form": claim(
        pr.Grad(pr.Dot(u, A * u), u), product(A + A.T, u)
    ),
    "gradient of least squares": claim(
        pr.Grad(pr.SquaredNorm(RESIDUAL), x), product(2, X.T, RESIDUAL)
    ),
    "projection": claim(
        pr.SquaredNorm(product(Q.T, A)),
        sp.Trace(product(A.T, Q, Q.T, A)),
    ),
    "orthonormal columns": claim(
        pr.SquaredNorm(product(Q, x)), pr.SquaredNorm(x), given=(pr.Orthogonal(Q),)
    ),
    "left inverse": claim(product(sp.Inverse(GRAM), X.T, X, x), x),
    "Hessian is symmetric": claim(
        pr.HessianMatrix(f(x), x), sp.Transpose(pr.HessianMatrix(f(x), x))
    ),
    "differential of an inverse": claim(
        pr.Differential(sp.Inverse(A), {A: B}),
        product(-1, sp.Inverse(A), B, sp.Inverse(A)),
    ),
}
det, tr = sp.Determinant, sp.Trace
FALSE_IN_GENERAL = {
    "Cayley and Hamilton of size 2": claim(
        A * A - product(tr(A), A), product(-det(A), sp.Identity(n))
    ),
    "determinant of a double": claim(det(2 * A), 4 * det(A)),
    "determinant of the negative": claim(det(-A), det(A)),
    "determinant by traces": claim(det(A), half * (tr(A) ** 2 - tr(A * A))),
    "a square of an antisymmetric part": claim(
        product(A - A.T, A - A.T), product(half * tr((A - A.T) ** 2), sp.Identity(n))
    ),
    "the other order": claim(A * B, B * A),
    "transposed": claim(pr.Grad(pr.Dot(u, A * u), u), product(2, A, u)),
    "orthonormal rows": claim(
        product(Q, Q.T), sp.Identity(n), given=(pr.Orthogonal(Q),)
    ),
    "rank as if full": claim(
        tr(product(X, sp.Inverse(GRAM), X.T)), n - 1, sizes={n: 3, d: 2}
    ),
    "no shape": claim(product(X, X), product(X, X)),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_holds_for_every_size_is_proved_line_by_line(name: str) -> None:
    lines = every_size(TRUE[name])
    assert len(lines) > 1
    assert not lines[0].reason
    assert all(line.reason for line in lines[1:])


def test_a_proof_reads_the_same_in_every_process(monkeypatch) -> None:
    """Dummies are numbered from a random number on, which sets are in the order of."""
    Y = sp.MatrixSymbol("Y", d, n)
    dX, dY = sp.MatrixSymbol("dX", n, d), sp.MatrixSymbol("dY", d, n)
    told = set[str]()
    for number in range(8):
        monkeypatch.setattr(sp.Dummy, "_base_dummy_index", 10**6 + 7919 * number)
        change = pr.Differential(product(X, Y), {X: dX, Y: dY})
        parts = product(dX, Y) + product(X, dY)
        told.add(repr(every_size(claim(change, parts))))
    assert len(told) == 1


SLOW = {"Hessian is symmetric"}  # second derivatives, which take minutes to measure


@pytest.mark.parametrize("name", sorted(TRUE.keys() - SLOW))
def test_every_line_of_a_proof_holds_when_measured(name: str) -> None:
    proved = TRUE[name]
    found, lines = proof_of(proved)
    ends = {k: sp.Idx(k.name, (1, found.indices[k])) for k in found.free if k != 1}
    start = Entry(proved.lhs, *found.free) if found.free else proved.lhs
    for term in chain(*lines):
        sides = {"lhs": start.xreplace(ends), "rhs": term.xreplace(ends)}
        line = proved.changed(**sides, points=2)
        assert measure(line).judgment is Judgment.HOLDS, term


def test_of_a_line_that_is_too_long_to_read_only_the_change_is_told(
    monkeypatch,
) -> None:
    proved = TRUE["gradient of least squares"]
    whole = every_size(proved)
    monkeypatch.setattr(telling, "LONG", 12)
    short = every_size(proved)
    assert not short[0].within
    assert not short[-1].within
    pairs = zip(whole, short, strict=True)
    cut = [(a, b) for a, b in pairs if b.within and not a.within]
    assert cut
    for line, part in cut:
        left, _, right = part.latex.partition(" = ")
        assert left != right
        assert len(part.latex) < len(line.latex)


@pytest.mark.parametrize("name", FALSE_IN_GENERAL)
def test_what_holds_at_some_sizes_or_nowhere_is_not_proved(name: str) -> None:
    assert not proves(FALSE_IN_GENERAL[name])


def test_what_is_missing_is_said() -> None:
    with pytest.raises(DoNotKnow, match="leads from one side"):
        every_size(claim(pr.Dot(u, u), 2 * pr.SquaredNorm(u)))


def test_a_claim_says_that_it_is_proved_for_every_size() -> None:
    bundle = pr.claim("tried", sp.Trace(A * B), sp.Trace(B * A)).bundle
    assert bundle.verdict == "proved"
    assert bundle.proof
    assert not bundle.proof.sizes
    assert bundle.proof.lines[0].latex != bundle.proof.lines[-1].latex
