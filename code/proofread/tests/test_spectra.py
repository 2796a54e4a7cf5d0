"""Eigenvalues, singular values, radii and determinants that belong together."""

import pytest
import sympy as sp
from sympy import Determinant, ImmutableMatrix, MatMul, Sum, cos, log, sin, sqrt

from proofread import (
    ArgMax,
    ClaimError,
    Eigenvalue,
    Orthogonal,
    PositiveDefinite,
    PositiveSemidefinite,
    SingularValue,
    SpectralNorm,
    SpectralRadius,
    Symmetric,
    claim,
    equal,
    ge,
    gt,
    le,
    lt,
)
from proofread.bundle import Verdict
from proofread.claim import Claim
from proofread.indexed import DoNotKnow, every_size
from proofread.judgments import Judgment
from proofread.proving import prove

n, m = sp.symbols("n m", integer=True, positive=True)
t, mu = sp.symbols("t mu", real=True)
p, q = sp.symbols("p q", real=True)
a, s = sp.symbols("a sigma", positive=True)
b, eta, c = sp.symbols("beta eta lambda", positive=True)
z = sp.IndexedBase("z", shape=(n,), real=True)
i = sp.Symbol("i", integer=True)
A, P, Q = (
    sp.MatrixSymbol("A", n, m),
    sp.MatrixSymbol("P", n, n),
    sp.MatrixSymbol("Q", n, n),
)
LARGEST = Eigenvalue(A.T * A, 1)
STEP = ImmutableMatrix([[t, -b], [1, 0]])
HEAVY_BALL = ImmutableMatrix([[1 + b - eta * c, -b], [1, 0]])
SQUARES = Sum((z[i] - mu) ** 2, (i, 1, n))


def turn(by):
    return ImmutableMatrix([[cos(by), -sin(by)], [sin(by), cos(by)]])


PROVED = {
    "largest singular value": (SingularValue(A, 1) ** 2, LARGEST, {}),
    "spectral norm": (SpectralNorm(A) ** 2, LARGEST, {}),
    "conjugate eigenvalues": (
        *(SpectralRadius(STEP), sqrt(b)),
        {"given": [lt(t**2, 4 * b)]},
    ),
    "or equal ones": (SpectralRadius(STEP), sqrt(b), {"given": [le(t**2, 4 * b)]}),
    "the other way round": (
        *(SpectralRadius(STEP), sqrt(b)),
        {"given": [ge(b, t**2 / 4)]},
    ),
    "heavy ball": (
        *(SpectralRadius(HEAVY_BALL), sqrt(b)),
        {"given": [lt((1 + b - eta * c) ** 2, 4 * b)]},
    ),
    "normal deviation": (
        ArgMax(-n * log(s) - a**2 / (2 * s**2), s),
        a / sqrt(n),
        {},
    ),
    "of five": (ArgMax(-5 * log(s) - a**2 / (2 * s**2), s), a / sqrt(5), {}),
    "rotations": (Determinant(MatMul(turn(p), turn(q))), 1, {}),
}
TURNED = [Orthogonal(P), Orthogonal(Q)]
EVERY_SIZE = {
    "orthogonal": (Determinant(P * Q) ** 2, 1, TURNED),
    "one of them turned": (Determinant(P.T * Q) ** 2, 1, TURNED),
    "but for a sign": (sp.Abs(Determinant(P)), 1, TURNED[:1]),
    "back again": (Determinant(P.inverse()), Determinant(P), TURNED[:1]),
    "largest of positive": (
        *(SingularValue(P, 1), Eigenvalue(P, 1)),
        [PositiveSemidefinite(P)],
    ),
    "smallest of positive": (
        *(SingularValue(P, n), Eigenvalue(P, n)),
        [PositiveDefinite(P)],
    ),
    "norm of positive": (
        *(SpectralNorm(P), Eigenvalue(P, 1)),
        [PositiveSemidefinite(P)],
    ),
    "radius of symmetric": (SpectralRadius(P), SpectralNorm(P), [Symmetric(P)]),
}


@pytest.mark.parametrize("kind", PROVED)
def test_it_is_proved_and_measured_without_an_excuse(kind):
    left, right, options = PROVED[kind]
    verdict = claim("spectra", left, right, **options).bundle.verdict
    assert verdict in (Verdict.PROVED, Verdict.PROVED_AT_SIZES)


@pytest.mark.parametrize("kind", EVERY_SIZE)
def test_it_is_proved_for_every_size(kind):
    left, right, given = EVERY_SIZE[kind]
    assert claim("spectra", left, right, given=given).bundle.verdict is Verdict.PROVED


ALIKE = {
    "one component": (Determinant(P * Q), 1, TURNED),
    "of columns alone": (Determinant(A.T * A), Determinant(A * A.T), [Orthogonal(A)]),
    "of symmetric": (SingularValue(P, 1), Eigenvalue(P, 1), [Symmetric(P)]),
    "next": (SingularValue(P, 1), Eigenvalue(P, 2), [PositiveSemidefinite(P)]),
    "of any": (SpectralRadius(P), SpectralNorm(P), []),
}


@pytest.mark.parametrize("kind", ALIKE)
def test_what_looks_like_it_falls(kind):
    left, right, given = ALIKE[kind]
    with pytest.raises(ClaimError, match="differ"):
        claim("alike", left, right, given=given)
    alike = Claim("alike", left, right, given=tuple(given))
    with pytest.raises(DoNotKnow):
        every_size(alike)


FALSE = {
    "real eigenvalues": (STEP, sqrt(b), [gt(t**2, 4 * b)]),
    "an order of something else": (STEP, sqrt(b), [lt(t**2, 5 * b)]),
    "twice the root": (STEP, 2 * sqrt(b), [lt(t**2, 4 * b)]),
    "no order": (STEP, sqrt(b), []),
    "an equation": (STEP, sqrt(b), [equal(t, 3 * b)]),
}


@pytest.mark.parametrize("kind", FALSE)
def test_a_radius_that_is_another_is_never_proved(kind):
    matrix, right, given = FALSE[kind]
    claimed = Claim("radius", SpectralRadius(matrix), right, given=tuple(given))
    assert prove(claimed).judgment is not Judgment.HOLDS


def test_what_is_assumed_says_nothing_of_other_values():
    given = (lt(t**2, 4 * b),)
    moved = sp.Subs(SpectralRadius(STEP), t, 5)
    summed = Sum(SpectralRadius(STEP.xreplace({t: i})), (i, 1, 3))
    for e in (moved, summed):
        claimed = Claim("moved", e, sqrt(b) * (3 if e is summed else 1), given=given)
        assert prove(claimed).judgment is not Judgment.HOLDS
