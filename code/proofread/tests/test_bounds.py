"""Hypotheses that are orders: a proof uses them, and none is held against a claim."""

from typing import Any

import pytest
import sympy as sp
from sympy import Abs, Max, log, sqrt

from proofread import ClaimError, claim
from proofread.bundle import Verdict
from proofread.nodes import gt, le, lt

x, c = sp.symbols("x c", real=True)
a = sp.Symbol("a", positive=True)

TRUE: dict[str, tuple[Any, Any, Any, Any]] = {
    "above 0": (Abs(x), x, "=", [gt(x, 0)]),
    "above a number": (Abs(x + 5), x + 5, "=", [gt(x, -5)]),
    "above a name": (sqrt((x - c) ** 2), x - c, "=", [gt(x, c)]),
    "a logarithm": (log((x - 1) ** 2), 2 * log(x - 1), "=", [gt(x, 1)]),
    "two": (Abs(x * c), -x * c, "=", [lt(x, 0), gt(c, 0)]),
    "or equal": (Max(x, c), c, "=", [le(x, c)]),
    "of an inequality": (x**2, 1, ">", [gt(x, 1)]),
    "a sum": (Abs(2 * x + c), 2 * x + c, "=", [gt(2 * x + c, 0)]),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_an_order_makes_true_is_proved(name: str) -> None:
    lhs, rhs, relation, given = TRUE[name]
    stated = claim("k", lhs, rhs, relation, given=given)
    assert stated.bundle.verdict is Verdict.PROVED


@pytest.mark.parametrize(
    ("lhs", "rhs", "given"),
    [
        (Abs(x), x + 1, [gt(x, 0)]),
        (Abs(x), x, [gt(x, -1)]),
        (Max(x, c), x, [le(x, c)]),
        (sqrt((x - c) ** 2), c - x, [gt(x, c)]),
    ],
)
def test_what_is_false_all_the_same_is_refuted(lhs: Any, rhs: Any, given: Any) -> None:
    with pytest.raises(ClaimError, match="the sides differ"):
        claim("k", lhs, rhs, given=given)


@pytest.mark.parametrize(
    ("lhs", "rhs", "given"),
    [
        (sqrt(x**2 * c**2), x * c, [gt(x * c, 0)]),
        (sqrt((1 - a) ** 2), 1 - a, [lt(a, 1)]),
    ],
)
def test_an_order_beyond_it_leaves_a_true_claim_undecided(
    lhs: Any, rhs: Any, given: Any
) -> None:
    with pytest.raises(ClaimError, match="excludes a point"):
        claim("k", lhs, rhs, given=given)
    claim("k", lhs, rhs, given=given, measured_only="an order of a product")
