"""Shapes, places and names that fit for every size, and those that do not."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp

from proofread import nodes as nd
from proofread.claim import Claim
from proofread.undefined import may_lack_a_value
from proofread.wellformed import IllFormed, Ranges
from proofread.wellposed import ranges_of, sides_at

n, m = sp.symbols("n m", integer=True, positive=True)
k, h, p = sp.symbols("k h p", integer=True)
A, X = sp.MatrixSymbol("A", n, m), sp.MatrixSymbol("X", n, n)
x, v = sp.MatrixSymbol("x", n, 1), sp.MatrixSymbol("v", m, 1)
z = sp.IndexedBase("z", shape=(n,))
a, b, c = sp.symbols("a b c", real=True)
i, s = nd.indices("i", n), nd.indices("s", m)
E = nd.Entry
ONE = sp.S.One
RANGES = Ranges(
    {k: (ONE, n), h: (sp.Integer(2), n), p: (ONE, m)}, Claim("none", a, a).definitions
)
FITS = [
    E(A, k, p),
    E(A, 1, s),
    E(X, n, k),
    E(X, h, k),
    z[k],
    sp.Sum(z[s] * 0 + z[p], (p, 1, n)),
    nd.Column(A, p),
    nd.Slope(nd.ScalarFunction("f")(A), k, p),
    nd.BasisVector(k, n),
]
STRAYS = [
    E(A, p, k),
    E(A, 0, p),
    E(A, n + 1, p),
    E(A, 2, p),
    E(A, m, 1),
    z[p],
    sp.Sum(z[k], (k, 1, m)),
    sp.Sum(z[k], (k, 1, k)),
    nd.Column(A, k),
    nd.Row(A, p),
    nd.Slope(nd.ScalarFunction("f")(A), p, k),
    nd.BasisVector(p, n),
    nd.Diag(A),
    nd.Jacobian(x, A),
    nd.Dot(x, v),
    nd.Partial(x, a),
    nd.Partial(a, k),
    nd.Partial(a, E(A.T, p, k)),
    nd.ScalarFunction("f")(x.T),
]
SAID: dict[str, dict[str, Any]] = {
    "another shape": {"where": ((X, A),)},
    "no square": {"given": (nd.Symmetric(A),)},
    "unequal shapes": {"given": (nd.equal(X, x),)},
    "itself": {"where": ((a, a + 1),)},
    "in a circle": {"where": ((a, b), (b, a))},
    "no name": {"where": ((z[1], b),)},
    "what moves defines": {
        "given": (nd.equal(nd.Differential(a * b, {a: c, b: c}), c),),
        "where": ((b, a**2),),
    },
}


@pytest.mark.parametrize("e", FITS, ids=str)
def test_a_term_whose_places_are_within_their_lengths_fits(e: Any) -> None:
    RANGES.fit(e.xreplace({z[s]: sp.S.Zero}))


@pytest.mark.parametrize("e", STRAYS, ids=str)
def test_a_term_that_leaves_a_length_or_a_shape_does_not(e: Any) -> None:
    with pytest.raises(IllFormed):
        RANGES.fit(e)


@pytest.mark.parametrize("kind", SAID)
def test_a_claim_that_is_not_well_posed_has_no_ranges(kind: str) -> None:
    ranges_of(Claim("posed", a + c, a + c), {})
    with pytest.raises(IllFormed):
        ranges_of(Claim("posed", a + c, a + c, **SAID[kind]), {})


@pytest.mark.parametrize("index", [n, a, sp.Symbol("e", even=True)])
def test_an_index_is_a_plain_integer_that_stands_nowhere_else(index: Any) -> None:
    ranges_of(Claim("index", z[i] + a, z[i] + a), {k: n})
    with pytest.raises(IllFormed):
        ranges_of(Claim("index", z[i] + a, z[i] + a), {index: n})


def test_a_length_is_one_that_the_claim_has() -> None:
    with pytest.raises(IllFormed):
        ranges_of(Claim("length", z[i], z[i]), {k: n + 1})


def test_matrices_are_compared_at_every_place() -> None:
    claim = Claim("sides", A, A)
    ranges = ranges_of(claim, {k: n, p: m})
    assert sides_at(claim, ranges, (k, p)) == [E(A, k, p)] * 2
    for places in ((), (k,), (k, k), (p, k), (1, p), (k, 1)):
        with pytest.raises(IllFormed):
            sides_at(claim, ranges, places)


def test_a_logarithm_of_what_may_be_negative_has_no_claim() -> None:
    u = sp.log(sp.Determinant(X))
    assert may_lack_a_value(Claim("log", u, u)) == u
    assert may_lack_a_value(Claim("log", sp.log(1 + a**2), a)) is None


@pytest.mark.parametrize("size", [nd.Norm(x), nd.SquaredNorm(x), nd.FrobeniusNorm(A)])
def test_a_root_of_a_size_less_something_has_no_claim(size: Any) -> None:
    a = sp.Symbol("a", positive=True)
    u = sp.sqrt(size / 2 - a)
    assert may_lack_a_value(Claim("root", u, u)) == u
    assert may_lack_a_value(Claim("root", sp.sqrt(size / 2 + a), a)) is None
