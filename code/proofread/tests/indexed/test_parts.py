"""Sums taken apart at their ends, and functions of products: what follows, what not."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp

from proofread import nodes as nd
from proofread.claim import Claim
from proofread.indexed import proves
from proofread.indexed.checker import Refused

from .letters import A, E, P, S, X, a, b, c, i, j, k, m, n, over, p, step, v, w, x, z

det, inv, log, sign = sp.Determinant, sp.Inverse, sp.log, sp.sign
g, h = sp.Symbol("g", positive=True), sp.Symbol("u", integer=True)
wave = sp.cos(sp.pi * h / n)


def total(f: Any, low: Any, high: Any) -> Any:
    return sp.Sum(f, (h, low, high))


ENDS: dict[str, tuple[Any, Any, Any]] = {
    "one more": (total(g**h, 1, n), total(g**h, 1, n + 1) - g ** (n + 1), None),
    "one before": (total(g**h, 2, m + 1), total(g**h, 1, m + 1) - g, None),
    "of one term": (total(g**h, 3, 3), g**3, None),
    "in two": (
        total(g**h, 1, n + m),
        total(g**h, 1, n) + total(g**h, n + 1, n + m),
        None,
    ),
    "in two, where a part has terms in sight": (
        total(g**h, 1, m),
        total(g**h, 1, n) + total(g**h, n + 1, m),
        total(g**h, n + 1, m) + total(g**h, 1, m),
    ),
    "from either end": (total(wave, 0, n), total(0, 0, n), None),
}
BACKWARD = {"in two", "in two, where a part has terms in sight"}


@pytest.mark.parametrize("kind", ENDS)
def test_a_sum_is_taken_apart_at_its_ends(kind: str) -> None:
    old, new, line = ENDS[kind]
    rule = "definition" if kind == "of one term" else "ends of a sum"
    step(rule, old, new, backward=kind in BACKWARD, line=line)


def test_a_limit_of_differences_is_a_slope_where_there_is_one() -> None:
    f, moved = nd.ScalarFunction("f"), sp.Symbol("w", positive=True)
    along = f(x + moved * w)
    slope = sp.Subs(sp.Derivative(along, moved), moved, 0)
    quotient = sp.Limit((along - f(x)) / moved, moved, 0)
    step("limit", quotient, slope, line=quotient + slope)
    for old, line in (
        (quotient, quotient),
        (sp.Limit((along - f(w)) / moved, moved, 0), None),
        (sp.Limit((along - f(x)) / moved**2, moved, 0), None),
        (sp.Limit((along + f(x)) / moved, moved, 0), None),
    ):
        with pytest.raises(Refused):
            step("limit", old, slope, line=(old + slope) if line is None else line)


NO_ENDS: dict[str, tuple[Any, Any]] = {
    "beyond a vector": (
        total(E(x, h, 1), 1, n),
        total(E(x, h, 1), 1, n + 1) - E(x, n + 1, 1),
    ),
    "a divisor of 0": (
        total(1 / (n + 1 - h), 1, n),
        total(1 / (n + 1 - h), 1, n + 1) - sp.zoo,
    ),
    "an unknown divisor": (
        total(1 / (h - a), 1, n),
        total(1 / (h - a), 1, n + 1) - 1 / (n + 1 - a),
    ),
    "the wrong end": (total(g**h, 1, n), total(g**h, 1, n + 1) - g),
    "too many": (total(g**h, 1, n), total(g**h, 1, n + 2) - g ** (n + 1)),
    "perhaps empty": (total(g**h, 1, n) - g**n, total(g**h, 1, n - 1)),
    "a part perhaps empty": (
        total(g**h, 1, m),
        total(g**h, 1, n) + total(g**h, n + 1, m),
    ),
    "a gap": (total(g**h, 1, n + m), total(g**h, 1, n) + total(g**h, n + 2, n + m)),
    "not alike from the end": (total(wave, 1, n), sp.S.Zero),
    "a product": (
        sp.Product(g**h, (h, 1, n)),
        sp.Product(g**h, (h, 1, n + 1)) - g ** (n + 1),
    ),
}


@pytest.mark.parametrize("kind", NO_ENDS)
def test_a_sum_is_not_taken_apart_otherwise(kind: str) -> None:
    old, new = NO_ENDS[kind]
    for backward in (False, True):
        with pytest.raises(Refused):
            step("ends of a sum", old, new, backward=backward)


FOLLOWS: dict[str, tuple[str, Any, Any]] = {
    "u / |u|": ("absolute value", c * (a - b) / sp.Abs(a - b), c * sign(a - b)),
    "sign u / |u|": ("absolute value", sign(a - b) / sp.Abs(a - b), 1 / (a - b)),
    "|u| sign u": ("absolute value", c * sign(a) * sp.Abs(a), c * a),
    "det of a product": ("determinant", det(X * S), det(X) * det(S)),
    "det of a transpose": ("determinant", det(X.T), det(X)),
    "det of an inverse": ("determinant", det(inv(X)), 1 / det(X)),
    "det of a diagonal": (
        "determinant",
        det(nd.Diag(x)),
        sp.Product(E(x, k, 1), (k, 1, n)),
    ),
    "inverse of a product": (
        "inverse",
        E(inv(X * S), i, j),
        E(inv(S) * inv(X), i, j),
    ),
    "a whole power": ("root", (a * b) ** n, a**n * b**n),
}


@pytest.mark.parametrize("kind", FOLLOWS)
def test_a_product_is_taken_apart(kind: str) -> None:
    step(*FOLLOWS[kind])


NOT: dict[str, tuple[str, Any, Any]] = {
    "u / |u| is not 1": ("absolute value", a / sp.Abs(a), sp.S.One),
    "|u| is not u": ("absolute value", c * sp.Abs(a), c * a),
    "a sign squared is 0 at 0": ("absolute value", sign(a) ** 2, sp.S.One),
    "of another number": ("absolute value", a / sp.Abs(b), sign(a)),
    "det of a multiple": ("determinant", det(2 * X), 2 * det(X)),
    "det of a sum": ("determinant", det(X + S), det(X) + det(S)),
    "det of what is not square": (
        "determinant",
        det(A * A.T),
        det(A) * det(A.T),
    ),
    "inverse of what is not square": (
        "inverse",
        E(inv(A * A.T), i, j),
        E(inv(A.T) * inv(A), i, j),
    ),
    "inverse in the same order": (
        "inverse",
        E(inv(X * S), i, j),
        E(inv(X) * inv(S), i, j),
    ),
    "a root of any factors": ("root", sp.sqrt(a * b), sp.sqrt(a) * sp.sqrt(b)),
    "a real power": ("root", (a * b) ** c, a**c * b**c),
    "a power of a matrix": ("definition", E(sp.MatPow(X, n), i, j), E(X, i, j) ** n),
    "a product over another range": (
        "determinant",
        det(nd.Diag(x)),
        sp.Product(E(x, k, 1), (k, 2, n)),
    ),
}


@pytest.mark.parametrize("kind", NOT)
def test_what_is_no_such_product_is_not_taken_apart(kind: str) -> None:
    rule, old, new = NOT[kind]
    with pytest.raises(Refused):
        step(rule, old, new)


def test_a_logarithm_in_sight_tells_that_its_argument_is_positive() -> None:
    apart = log(a) + log(b)
    step("logarithm", log(a * b), apart, line=log(a * b) + apart * c)
    for line in (log(a * b), log(a * b) + log(a) * c, log(a * b) + log(-a) + log(b)):
        with pytest.raises(Refused):
            step("logarithm", log(a * b), apart, line=line)


def test_a_logarithm_of_less_than_nothing_tells_nothing() -> None:
    """Whatever names are made of: it has no value, and no proof rests on it."""
    shares, counts = sp.MatrixSymbol("s", n, 1), sp.MatrixSymbol("o", n, 1)
    each, other = shares[h - 1, 0], z[h]
    lhs = total(each * log(each / other), 1, n)
    rhs = total(each * log(each), 1, n) - total(each * log(other), 1, n)
    for times, holds in ((sp.Rational(1, 3), True), (-sp.Rational(1, 3), False)):
        where = ((shares, times * counts),)
        domain = {counts: (1, 2), z: (1, 2)}
        assert proves(Claim("tried", lhs, rhs, where=where, domain=domain)) is holds


def test_it_tells_so_at_the_places_where_it_stands() -> None:
    each = over(log(z[k]), k)
    whole = log(sp.Product(z[k], (k, 1, n)))
    step("logarithm", whole, each, line=whole + each, domain={z: (1, 2)})
    for line in (whole, whole + total(log(z[h]), 2, n), whole + log(z[1])):
        with pytest.raises(Refused):
            step("logarithm", whole, each, line=line, domain={z: (1, 2)})


def test_it_does_not_tell_so_where_the_argument_moves() -> None:
    apart = log(a) + log(b)
    line = P(log(a * b), a) + apart
    with pytest.raises(Refused, match="varies"):
        step("logarithm", log(a * b), apart, line=line)


t = sp.Symbol("t", integer=True, positive=True)
mean = sp.IndexedBase("q", shape=(t,))
data = sp.MatrixSymbol("y", t, 1)


def recursion(rhs: Any) -> Claim:
    weighted = g ** (t - h) * (1 - g) * data[h - 1, 0]
    return Claim("tried", mean[t], rhs, where=((mean[t], total(weighted, 1, t)),))


def test_a_recursion_takes_the_last_term_off() -> None:
    last = (1 - g) * data[t - 1, 0]
    assert proves(recursion(g * mean[t - 1] + last))
    for rhs in (
        mean[t - 1] + last,
        g * mean[t - 1] + data[t - 1, 0],
        g * mean[t - 1] + (1 - g) * data[t - 2, 0],
        g * mean[t] + last,
    ):
        assert not proves(recursion(rhs))


def test_an_index_is_no_end_of_a_sum() -> None:
    nested = sp.Sum(sp.Sum(g**p, (p, 1, h)), (h, 1, n))
    with pytest.raises(Refused):
        step("ring", nested, 2 * nested / 2 + nested - nested)
    assert not proves(Claim("tried", nested, n * total(g**h, 1, n)))


def test_a_mean_of_squares_is_no_square() -> None:
    assert not proves(Claim("tried", sp.Abs(E(v, 1, 1)) * a, E(v, 1, 1) * a))
