"""What holds on a part alone of what is allowed does not stand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import sympy as sp
from sympy import Determinant, Identity, IndexedBase, MatrixSymbol, Sum, Trace

from proofread import (
    ArgMin,
    ClaimError,
    Diagonal,
    Norm,
    Orthogonal,
    PositiveDefinite,
    PositiveSemidefinite,
    Simplex,
    SquaredNorm,
    Symmetric,
    Unit,
    claim,
    equal,
    ge,
    gt,
)
from proofread.claim import Claim
from proofread.judgments import Judgment, NoValue
from proofread.measuring import measure
from proofread.measuring.comparison import compare_watched
from proofread.nodes import Eigenvalue, Entry
from proofread.numeric import Numeric
from proofread.points import told_range
from proofread.proving import prove
from proofread.sizes import LARGEST, NoSizes

n, d, m = sp.symbols("n d m", integer=True, positive=True)
k = sp.Symbol("k", integer=True)
x, y = sp.symbols("x y", real=True)
a, s = sp.symbols("a s", positive=True)
times = sp.Symbol("t", integer=True, nonnegative=True)
ones = sp.Symbol("r", integer=True, positive=True)
even, odd = sp.Symbol("e", even=True), sp.Symbol("o", odd=True)
A, Q = MatrixSymbol("A", n, n), MatrixSymbol("Q", n, n)
Q3 = MatrixSymbol("Q", 3, 3)
X, U = MatrixSymbol("X", n, d), MatrixSymbol("U", n, d)
v, w = MatrixSymbol("v", n, 1), MatrixSymbol("w", n, 1)
z = IndexedBase("z", shape=(n,), real=True)
H = X * sp.Inverse(X.T * X) * X.T

PARTIAL: dict[str, tuple[Any, ...]] = {
    "rotations alone": (Determinant(Q), 1, "=", [Orthogonal(Q)]),
    "of three dimensions": (Determinant(Q3 - Identity(3)), 0, "=", [Orthogonal(Q3)]),
    "definite alone": (Determinant(A), 0, ">", [PositiveSemidefinite(A)]),
    "distinct alone": (
        Eigenvalue(A, 1), Eigenvalue(A, n), ">", [Symmetric(A)],
    ),
    "definite and distinct": (
        Eigenvalue(A, 1), Eigenvalue(A, n), ">", [PositiveDefinite(A)],
    ),
    "diagonal without zeros": (Determinant(A) ** 2, 0, ">", [Diagonal(A)]),
    "away from the axes": (Entry(v, 1, 1) ** 2, 1, "<", [Unit(v)]),
    "far from the corners": (Entry(w, 1, 1), sp.Rational(999, 1000), "<", [Simplex(w)]),
    "near 1": (sp.Heaviside(a - 1000), 0, "=", []),
    "not near 0": (sp.Heaviside(a - sp.Rational(1, 1000)), 1, "=", []),
    "small numbers of either sign": (sp.Heaviside(x - 100), 0, "=", []),
    "counts up to twenty": (sp.Heaviside(times - 20), 0, "=", []),
    "counts from 1": (sp.Heaviside(times - sp.Rational(1, 2)), 1, "=", []),
    "rows too": (U * U.T, Identity(n), "=", [Orthogonal(U)]),
    "signed counts up to twenty": (sp.Heaviside(k - 20), 0, "=", []),
    "signed counts down to twenty": (sp.Heaviside(-20 - k), 0, "=", []),
    "signed counts but zero": (k**2, 0, ">", []),
    "positive counts up to twenty": (sp.Heaviside(ones - 20), 0, "=", []),
    "positive counts from two": (ones, 1, ">", []),
    "even numbers up to twenty": (sp.Heaviside(even - 20), 0, "=", []),
    "even numbers but zero": (even**2, 0, ">", []),
    "odd numbers but one": ((odd - 1) ** 2, 0, ">", []),
    "numbers not near an order's end": (
        sp.Heaviside(y - x - sp.Rational(1, 1000)), 1, "=", [gt(y, x)],
    ),
    "unlike numbers": (y - x, 0, ">", [ge(y, x)]),
    "vectors but zero": (Norm(v), 0, ">", []),
    "numbers but zero": (x**2, 0, ">", []),
    "vectors that are not parallel": (
        sp.Trace(v.T * w) ** 2, SquaredNorm(v) * SquaredNorm(w), "<", [],
    ),
    "first size, less one": (Trace(H), n - 1, "=", []),
    "odd sizes": (Determinant(-A), -Determinant(A), "=", []),
    "sizes that are odd": (Sum((-1) ** k, (k, 1, n)), -1, "=", []),
    "of one difference": (s * Trace(Identity(n) - H), s, "=", []),
    "two sizes": (Trace(A), Trace(A) * (1 + (n - 3) * (n - 5)), "=", []),
    "small sizes": (
        Sum(z[k], (k, 1, n)),
        Sum(z[k] * (1 + sp.Heaviside(k - sp.Rational(13, 2))), (k, 1, n)), "=", [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PARTIAL)
def test_what_holds_on_a_part_does_not_stand(name: str) -> None:
    left, right, relation, given = PARTIAL[name]
    found = measure(Claim("partial", left, right, relation, given=tuple(given)))
    assert found.judgment is Judgment.FAILS


ENDS = {
    "the lower end": (sp.Heaviside(x - 1 - sp.Rational(1, 100)), 1),
    "the upper end": (sp.Heaviside(3 - x - sp.Rational(1, 100)), 1),
    "the middle": (sp.Heaviside((x - 2) ** 2 - sp.Rational(1, 2)), 1),
}


@pytest.mark.parametrize("end", ENDS)
def test_an_interval_is_drawn_from_near_both_of_its_ends(end: str) -> None:
    left, right = ENDS[end]
    found = measure(Claim("end", left, right, domain={x: (1, 3)}))
    assert found.judgment is Judgment.FAILS


P, R, L = MatrixSymbol("P", n, n), MatrixSymbol("R", d, d), MatrixSymbol("L", d, n)
WHOLE: dict[str, tuple[Any, ...]] = {
    "powers that overflow": (sp.exp(a) * sp.exp(x), sp.exp(a + x), "=", []),
    "trace of a hat": (Trace(H), d, "=", []),
    "determinant of a mirror": (Determinant(Q) ** 2, 1, "=", [Orthogonal(Q)]),
    "columns alone": (U.T * U, Identity(d), "=", [Orthogonal(U)]),
    "singular too": (Determinant(A), 0, ">=", [PositiveSemidefinite(A)]),
    "of any size": (Determinant(-A), (-1) ** n * Determinant(A), "=", []),
    "digits lost in inverses of inverses": (
        (P - P * L.T * (L * P * L.T + R).inverse() * L * P).inverse(),
        P.inverse() + L.T * R.inverse() * L,
        "=", [PositiveDefinite(P), PositiveDefinite(R)],
    ),
    "a tail of erf": (
        sp.Derivative(sp.erf(x) - 1, x), 2 * sp.exp(-(x**2)) / sp.sqrt(sp.pi), "=", [],
    ),
    "lost digits": ((a + x) ** 2 - a**2 - x**2, 2 * a * x, "=", []),
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_what_holds_on_all_of_it_is_measured_to_hold(name: str) -> None:
    left, right, relation, given = WHOLE[name]
    found = measure(Claim("whole", left, right, relation, given=tuple(given)))
    assert found.judgment is Judgment.HOLDS
    assert found.points >= 9


def test_the_range_reached_is_told() -> None:
    low, high = measure(Claim("reach", a * (a + 1), a**2 + a)).reach
    assert low < 1e-4
    assert high > 1e4


def test_what_one_point_alone_reaches_is_not_told() -> None:
    near, far = (0.5, 2.0), (1e-6, 1e6)
    assert told_range([near] * 3) == near
    assert told_range([near, far, near, near, far]) == near
    assert told_range([far, near, far, near, far]) == far


def test_a_scale_without_values_is_not_told() -> None:
    """Of what has no value beyond 50, a large number or two may still be drawn."""
    gap = sp.sqrt(50 - a)
    found = measure(Claim("up to fifty", gap**3, gap * (50 - a)))
    assert found.judgment is Judgment.HOLDS
    assert found.reach[1] < 50
    assert measure(Claim("any", a * (a + 1), a**2 + a)).reach[1] > 50


def test_points_are_the_same_each_time_and_others_under_a_seed(monkeypatch) -> None:
    tried = Claim("points", a * (a + 1), a**2 + a)
    first = measure(tried)
    assert measure(tried) == first
    monkeypatch.setenv("PROOFREAD_SEED", "202601")
    other = measure(tried)
    assert other == measure(tried)
    assert other.judgment is Judgment.HOLDS
    assert other.reach != first.reach


def test_sizes_differ_in_parity_and_distance_and_from_the_proof() -> None:
    tried = Claim("sizes", Trace(X.T * X), SquaredNorm(X))
    each = tried.measured_sizes()
    assert len(each) == 3
    for name in (n, d):
        assert {sizes[name] % 2 for sizes in each} == {0, 1}
        assert all(2 <= sizes[name] <= LARGEST for sizes in each)
        assert all(sizes[name] != tried.sizes[name] for sizes in each)
    assert len({sizes[n] - sizes[d] for sizes in each}) > 1
    assert all(sizes[n] != sizes[d] for sizes in each)


def test_sizes_suit_inverses_and_orthonormal_columns() -> None:
    p = sp.Symbol("p", integer=True, positive=True)
    Z = MatrixSymbol("Z", n, p)
    hat = Claim("hat", Trace(Z * sp.Inverse(Z.T * Z) * Z.T), p)
    columns = Claim("columns", U.T * U, Identity(d), given=(Orthogonal(U),))
    for tried, wide, narrow in ((hat, n, p), (columns, n, d)):
        for sizes in (tried.sizes, *tried.measured_sizes()):
            assert sizes[narrow] <= sizes[wide]


@pytest.mark.parametrize("letters", ["n d", "n p", "p n", "a z"])
def test_least_squares_stand_in_any_letters(letters: str) -> None:
    many, few = sp.symbols(letters, integer=True, positive=True)
    D, y = MatrixSymbol("D", many, few), MatrixSymbol("y", many, 1)
    beta = MatrixSymbol("beta", few, 1)
    best = ArgMin(SquaredNorm(D * beta - y), beta)
    stated = Claim("least squares", best, sp.Inverse(D.T * D) * D.T * y)
    assert measure(stated).judgment is Judgment.HOLDS
    assert all(q[few] <= q[many] for q in (stated.sizes, *stated.measured_sizes()))


def test_a_partial_sum_ends_where_its_terms_do() -> None:
    part = Claim("part", Sum(2 * z[k], (k, 1, m)), 2 * Sum(z[k], (k, 1, m)))
    assert all(sizes[m] <= sizes[n] for sizes in part.measured_sizes())


def test_what_no_sizes_satisfy_is_refused_by_name() -> None:
    with pytest.raises(NoSizes, match=r"n \+ 1 <= n"):
        Claim("beyond", Sum(z[k], (k, 1, n + 1)), x)
    with pytest.raises(ClaimError, match="no sizes"):
        claim("beyond", Sum(z[k], (k, 1, n + 1)), x)


def test_a_hypothesis_on_sizes_is_kept() -> None:
    given = (gt(n, 2 * d), equal(m, d + 1))
    square = SquaredNorm(MatrixSymbol("u", m, 1))
    tried = Claim("kept", Trace(X.T * X) + square, SquaredNorm(X) + square, given=given)
    for sizes in tried.measured_sizes():
        assert sizes[n] > 2 * sizes[d]
        assert sizes[m] == sizes[d] + 1


def test_a_side_without_a_value_agrees_with_nothing() -> None:
    lacking = Claim("lacking", x, sp.log(x - 10))
    with np.errstate(all="ignore"), pytest.raises(NoValue, match="no finite number"):
        compare_watched(lacking, Numeric({x: 2.0}), {}, {}, far=True)


def test_sizes_may_have_to_be_large_and_many() -> None:
    large = Claim("large", Trace(A), Trace(A.T), given=(gt(n, 6),))
    assert all(sizes[n] > 6 for sizes in (large.sizes, *large.measured_sizes()))
    many = sp.symbols("p_1:6", integer=True, positive=True)
    squares = sum(SquaredNorm(MatrixSymbol(f"u_{p}", p, 1)) for p in many)
    assert Claim("many", squares, squares).sizes.keys() == set(many)
    with pytest.raises(NoSizes):
        Claim("many", squares, squares, given=(gt(many[0], 20),))


def test_numbers_that_may_vanish_do_so_at_an_edge_and_are_never_negative() -> None:
    shares = IndexedBase(sp.Symbol("s", nonnegative=True), shape=(n,))
    total = Sum(shares[k], (k, 1, n))
    positive = measure(Claim("sign", total, 0, ">="))
    strict = measure(Claim("strict", shares[1], 0, ">"))
    assert positive.judgment is Judgment.HOLDS
    assert strict.judgment is Judgment.FAILS


@pytest.mark.parametrize("sign", ["positive", "nonnegative", "negative", "nonpositive"])
def test_indexed_numbers_have_the_sign_of_their_name(sign: str) -> None:
    e = IndexedBase(sp.Symbol("e", **{sign: True}), shape=(n,))
    way = "<=" if sign in ("negative", "nonpositive") else ">="
    assert stands(e[1], 0, way)
    assert stands((1 + e[1]) ** 2, 1 + e[1] ** 2, way)
    assert not stands(e[1], 0, {"<=": ">=", ">=": "<="}[way])


def stands(*said: Any) -> bool:
    """Whether both readers say that a statement holds."""
    stated = Claim("sign", *said)
    found = measure(stated).judgment, prove(stated).judgment
    return found == (Judgment.HOLDS, Judgment.HOLDS)
