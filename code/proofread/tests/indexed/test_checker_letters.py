"""What the checker does inside of letters, and with positive numbers."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
import sympy as sp

from proofread import nodes as nd
from proofread.claim import Claim
from proofread.indexed.checker import Refused, check
from proofread.indexed.proof import Proof, Step

from .letters import (
    D,
    E,
    P,
    S,
    T,
    X,
    a,
    b,
    c,
    h,
    i,
    j,
    k,
    n,
    over,
    step,
    x,
    y,
)

phi = nd.functions("phi")
f = nd.ScalarFunction("f")
g, u = sp.symbols("g u", positive=True)
e = sp.IndexedBase(sp.Symbol("e", positive=True), shape=(n,))
t = sp.Symbol("t", real=True)
inv = sp.Inverse
ZERO = sp.ZeroMatrix(n, 1)
WHERE: tuple[Any, ...] = ((T, X.T * X), (y, S * x), (b, a**2), (phi(c), c**3))

TRUE: dict[str, tuple[Any, ...]] = {
    "a matrix in an inverse": ("where", T, X.T * X, E(inv(T), i, j)),
    "a column in a function": ("where", y, S * x, f(y)),
    "a column in a slope": ("where", y, S * x, nd.Slope(f(y), i, 1)),
    "a number in a function": ("where", b, a**2, sp.sin(b)),
    "a function of a number": ("where", phi(a + 1), (a + 1) ** 3),
    "a determinant": ("where", T, X.T * X, sp.Determinant(T)),
    "a name under a sum": (
        "where",
        b,
        a**2,
        over(b * E(x, k, 1), k),
    ),
    "zero in a sum": ("plain", f(x + ZERO), f(x)),
    "nothing times": ("plain", f(x + sp.MatMul(0, y)), f(x)),
    "the identity": ("plain", f(sp.MatMul(sp.Identity(n), x)), f(x)),
    "the logarithm of a product": (
        "logarithm",
        sp.log(sp.exp(a) * (g + u)),
        a + sp.log(g + u),
    ),
    "the logarithm of a fraction": (
        "logarithm",
        sp.log(sp.Rational(2, 3)),
        sp.log(2) - sp.log(3),
    ),
    "the root of a sum of squares": (
        "root",
        sp.sqrt(over(E(x, k, 1) ** 2, k) * (b + 1)),
        sp.sqrt(over(E(x, k, 1) ** 2, k)) * sp.sqrt(b + 1),
    ),
    "at a point": (
        "definition",
        sp.Subs(f(t * y + x), t, 0),
        f(sp.MatAdd(sp.MatMul(0, y), x)),
    ),
}
FALSE: dict[str, tuple[Any, ...]] = {
    "another matrix": ("where", T, X * X.T, E(inv(T), i, j)),
    "one of two": ("where", sp.sin(b) * b, sp.sin(a**2) * b),
    "a slope of what a function is": ("where", phi(a), a**3, nd.Slope(phi(a), 1)),
    "a derivative by the name": ("where", b, a**2, P(b * c, b)),
    "a gradient": ("where", y, S * x, E(nd.Grad(f(y), y), i, 1)),
    "an extremum": ("where", b, a**2, nd.ArgMin(b * t**2, t)),
    "a zero that is none": ("plain", f(x + y), f(x)),
    "the order of a product": ("plain", f(S * T * x), f(T * S * x)),
    "a product of identities as nothing": (
        "plain",
        f(sp.MatMul(sp.Identity(n), sp.Identity(n))),
        f(sp.ZeroMatrix(n, n)),
    ),
    "the identity as one": ("plain", E(sp.Identity(n), i, j), sp.S.One),
    "a logarithm of a sum": ("logarithm", sp.log(g + u), sp.log(g) + sp.log(u)),
    "a logarithm of what may be negative": (
        "logarithm",
        sp.log(a * b),
        sp.log(a) + sp.log(b),
    ),
    "a logarithm of a square": ("logarithm", sp.log((a + c) ** 2), 2 * sp.log(a + c)),
    "a logarithm of a difference": (
        "logarithm",
        sp.log((g - u) * u),
        sp.log(g - u) + sp.log(u),
    ),
    "a logarithm of nothing": ("logarithm", sp.log(g * c**2), sp.log(g) + sp.log(c**2)),
    "a root of what may be negative": ("root", sp.sqrt(a * b), sp.sqrt(a) * sp.sqrt(b)),
    "a root without its square": (
        "root",
        sp.sqrt((a**2 + c**2) * b),
        (a**2 + c**2) * sp.sqrt(b),
    ),
    "another point": ("definition", sp.Subs(f(t * y + x), t, 0), f(x + y)),
    "a point behind a derivative": (
        "definition",
        sp.Subs(P(t * a, t), t, a),
        P(a * a, a),
    ),
    "a divisor that may be zero": ("ring", a, (a * b + a * c) / (b + c)),
    "a positive divisor that is a sum": ("ring", a, (a * g - a * u) / (g - u)),
}


@pytest.mark.parametrize("kind", TRUE)
def test_a_letter_is_read_by_what_it_holds(kind: str) -> None:
    rule, old, new, *line = TRUE[kind]
    step(rule, old, new, line=line[0] if line else old, where=WHERE)


@pytest.mark.parametrize("kind", FALSE)
def test_a_letter_is_not_read_by_what_it_does_not_hold(kind: str) -> None:
    rule, old, new, *line = FALSE[kind]
    with pytest.raises(Refused):
        step(rule, old, new, line=line[0] if line else old, where=WHERE)


def test_a_positive_number_may_come_in_as_a_divisor() -> None:
    step("ring", a + b / g, (a * g + b) / g)
    step("ring", a * g * (b + c) / (b + c) ** 2, a * g**2 / (g * b + g * c))


def test_a_divisor_is_one_up_to_a_number() -> None:
    step("ring", a / (1 - b), -2 * a / (2 * b - 2))


def test_a_divisor_of_sizes_alone_may_come_in_from_the_other_side() -> None:
    one = E(x, 1, 1)
    rhs = (n - 1) * (one / (n - 1) + b) - b * (n - 1)
    only = (Step("ring", one, rhs),)
    check(Claim("size", one, rhs), Proof({}, (), only, ()))
    with pytest.raises(Refused):
        check(Claim("size", one, one), Proof({}, (), only, only))


def test_a_name_that_is_defined_is_not_positive_by_its_name() -> None:
    line = sp.log(g * (u + 1))
    steps = (Step("logarithm", line, sp.log(g) + sp.log(u + 1)),)
    check(Claim("positive", line, line), Proof({}, (), steps, steps))
    defined = Claim("positive", line, line, where=((g, -u),))
    with pytest.raises(Refused):
        check(defined, Proof({}, (), steps, steps))


def test_an_index_is_not_captured_within_a_letter() -> None:
    row = sp.IndexedBase("row")
    where = ((row[i], sp.Sum(X[i - 1, h - 1], (h, 1, n))),)
    line = over(sp.sin(row[h]), h)
    wrong = Step("where", row[h], sp.Sum(X[h - 1, h - 1], (h, 1, n)))
    with pytest.raises(Refused):
        check(
            Claim("rows", line, line, where=where),
            Proof({h: n}, (), (wrong,), (wrong,)),
        )


def test_a_function_that_is_defined_at_a_place_has_no_slope_of_its_own() -> None:
    old = P(f(x), E(x, i, 1))
    new = over(nd.Slope(f(x), k, 1) * P(E(x, k, 1), E(x, i, 1)), k)
    step("derive", old, new)
    with pytest.raises(Refused):
        step("derive", old, new, where=((f(x), nd.Dot(x, x)),))


def test_nothing_about_a_variable_is_used_where_it_runs_up_to_a_point() -> None:
    line = sp.Subs(t * a, t, c)
    only = (Step("hypothesis", t, b),)
    claim = Claim("point", line, line, given=(nd.equal(t, b),))
    with pytest.raises(Refused, match="rests on"):
        check(claim, Proof({}, (), only, only))


def test_the_variable_of_a_rule_is_no_name_that_a_value_holds() -> None:
    bent = nd.Elementwise(sp.exp, y)
    old, new = E(bent, i, 1), sp.exp(E(y, i, 1))
    step("definition", old, new, where=((x, bent),))


def test_the_entry_of_a_derivative_is_the_derivative_of_the_entry() -> None:
    curve = nd.VectorFunction("F", n)(t * y + x)
    slope = sp.Derivative(curve, t)
    entry = P(E(curve, i, 1), t)
    step("definition", E(slope, i, 1), entry)
    at = sp.Subs(slope, t, 0)
    step("definition", E(at, i, 1), sp.Subs(E(slope, i, 1), t, 0))
    with pytest.raises(Refused):
        step("definition", E(at, i, 1), sp.Subs(E(slope, j, 1), t, 0))


@pytest.mark.parametrize("given", [(), (nd.gt(sp.Trace(X), 0),)])
def test_a_logarithm_of_what_may_be_negative_has_no_claim(given: Any) -> None:
    line = sp.log(sp.Determinant(X))
    proof = Proof({}, (), (), ())
    check(Claim("log", line, line, given=(nd.gt(sp.Determinant(X), 0),)), proof)
    check(Claim("log", sp.log(g), sp.log(g)), proof)
    with pytest.raises(Refused, match="may have no value"):
        check(Claim("log", line, line, given=given), proof)


def test_places_that_two_deltas_tell_alike_are_alike_in_a_third() -> None:
    """Whichever of the deltas is looked at first: where i ≠ j it is remembered."""
    places = i, j, nd.indices("l", n)
    pairs = list(itertools.combinations(places, 2))
    chains = [
        D(*one) * D(*other) * E(y, at, 1)
        for one, other in itertools.combinations(pairs, 2)
        for at in places
    ]
    for old, new in itertools.permutations(chains, 2):
        step("ring", old, new)
    for one, at in itertools.product(pairs, places):
        with pytest.raises(Refused):
            step("ring", D(*one) * E(y, at, 1), chains[0])
