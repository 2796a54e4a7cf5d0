"""Numbers of a sample by their order: their means, and what is not known of them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import sympy as sp
from judged import holds_for_every_size, is_proved_and_read_back
from numpy.testing import assert_allclose

from proofread import (
    ClaimError,
    Covariance,
    Expectation,
    Exponential,
    Indicator,
    Normal,
    OrderStatistic,
    RandomSample,
    Uniform,
    Variance,
    claim,
    indices,
)
from proofread.claim import Claim
from proofread.definitions import Definitions
from proofread.distributions import Ordered
from proofread.indexed import proves
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.mutants import mutants
from proofread.numeric import Numeric, number
from proofread.proving import prove

n = sp.Symbol("n", integer=True, positive=True)
j, k = sp.Symbol("j", integer=True), sp.Symbol("k", integer=True, positive=True)
i = indices("i", n)
a, b, rate = sp.symbols("a b lambda", positive=True)
t = sp.Symbol("t", real=True)
x, z = (RandomSample(name, n, Uniform(0, b)) for name in "xz")
w = RandomSample("w", n, Uniform(a, a + b))
y = RandomSample("y", n, Exponential(rate))
three = RandomSample("x", 3, Uniform(0, b))
E, Var, O = Expectation, Variance, OrderStatistic  # noqa: E741
smallest, largest = O(x, 1), O(x, n)
SPREAD = n * b**2 / ((n + 1) ** 2 * (n + 2))

EVERY_SIZE: dict[str, tuple[Any, Any]] = {
    "the largest": (E(largest), n * b / (n + 1)),
    "the smallest": (E(smallest), b / (n + 1)),
    "the i-th": (E(O(x, i)), i * b / (n + 1)),
    "how the largest varies": (Var(largest), SPREAD),
    "how the smallest varies": (Var(smallest), SPREAD),
    "without bias": (E((n + 1) * largest / n), b),
    "the error of the largest": (
        E((largest - b) ** 2),
        2 * b**2 / ((n + 1) * (n + 2)),
    ),
    "from end to end": (E(largest) - E(smallest), b * (n - 1) / (n + 1)),
    "of others": (E(O(w, n)), a + n * b / (n + 1)),
    "the first to come": (E(O(y, 1)), 1 / (n * rate)),
}
AT_SIZES: dict[str, tuple[Any, Any]] = {
    "the last to come": (E(O(y, n)), sp.Sum(1 / j, (j, 1, n)) / rate),
    "of two samples": (E(largest * O(z, n)), (n * b / (n + 1)) ** 2),
    "all below one half": (E(Indicator(largest <= b / 2)), 2 ** (-n)),
}
FALSE: dict[str, tuple[Any, Any]] = {
    "the largest": (E(largest), (n - 1) * b / n),
    "as far as there are": (E(largest), b),
    "how it varies": (Var(largest), n * b**2 / ((n + 1) * (n + 2))),
    "the first to come": (E(O(y, 1)), 1 / rate),
    "together": (Covariance(smallest, largest), 0),
    "as if independent": (E(smallest * largest), n * b**2 / (n + 1) ** 2),
    "beside an entry": (E(largest * x[1]), n * b**2 / (n + 1) / 2),
    "beside all": (
        E(largest * sp.Sum(x[j], (j, 1, n))),
        n**2 * b**2 / (n + 1) / 2,
    ),
    "the range": (Var(largest - smallest), 2 * SPREAD),
    "one after the other": (E(sp.Sum(O(x, j) ** 2, (j, 1, n))), n * b**2 / 2),
    "beyond the last": (E(O(x, n + 1)), b),
    "no mean": (largest, b),
}


@pytest.mark.parametrize("name", EVERY_SIZE)
def test_what_is_true_is_proved_for_every_size_and_read_back(name: str) -> None:
    assert holds_for_every_size(*EVERY_SIZE[name])
    assert is_proved_and_read_back(claim("order", *EVERY_SIZE[name]).bundle)


@pytest.mark.parametrize("name", AT_SIZES)
def test_what_else_is_true_is_proved_at_sizes(name: str) -> None:
    tried = Claim("order", *AT_SIZES[name])
    assert prove(tried).judgment is Judgment.HOLDS
    assert measure(tried).judgment is Judgment.HOLDS


@pytest.mark.parametrize("name", FALSE)
def test_what_is_false_does_not_stand(name: str) -> None:
    with pytest.raises(ClaimError):
        claim("order", *FALSE[name])
    with pytest.raises(ClaimError):
        claim("order", *FALSE[name], measured_only="no proof")


@pytest.mark.parametrize("name", ["together", "as if independent", "beside an entry"])
def test_nothing_is_known_of_several_numbers_of_a_sample(name: str) -> None:
    tried = Claim("order", *FALSE[name])
    assert not proves(tried)
    assert prove(tried).judgment is Judgment.UNDECIDED


def test_a_definition_hides_no_number_of_the_sample() -> None:
    wrong = (n * b / (n + 1)) ** 2
    tried = Claim("order", E(t * largest), wrong, where=((t, largest),))
    assert not proves(tried)
    assert prove(tried).judgment is Judgment.FAILS
    assert measure(tried).judgment is Judgment.FAILS


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (O(RandomSample("v", n, Normal(0, 1)), n), "no distribution function is told"),
        (O(sp.IndexedBase("q", shape=(n,), real=True), n), "q is no RandomSample"),
        (O(x, 0), "0 is no whole number from 1"),
        (O(x, t), "t is no whole number from 1"),
        (O(three, 4), "there is no 4-th of 3 numbers"),
        (O(x), "it takes 2 arguments"),
    ],
)
def test_what_has_no_order_is_refused(wrong: Any, words: str) -> None:
    with pytest.raises(ClaimError, match=words):
        claim("order", E(wrong), b)


@pytest.mark.parametrize("law", [Uniform(0, 1), Uniform(-1, 2), Exponential(2)])
@pytest.mark.parametrize("place", [1, 2, 5])
def test_the_density_is_that_of_numbers_in_order(law: Any, place: int) -> None:
    rng = np.random.default_rng(3)
    low = float(law.args[0])
    drawn = rng.uniform(low, float(law.args[-1]), (40_000, 5))
    drawn = drawn if isinstance(law, Uniform) else rng.exponential(1 / low, (40_000, 5))
    sample = RandomSample("u", 5, law)
    for power in (1, 2):
        found = number(Numeric({}, Definitions())(E(O(sample, place) ** power)))
        seen = np.sort(drawn)[:, place - 1] ** power
        assert abs(found - seen.mean()) < 5 * seen.std() / 200
        told = Ordered(law, 5, place).moment(power)
        assert told is None or abs(float(told) - found) < 1e-10


def test_numbers_are_put_in_order() -> None:
    read = Numeric({three: np.array([0.4, 0.9, 0.1])}, Definitions())
    assert_allclose([read(O(three, q)) for q in (1, 2, 3)], [0.1, 0.4, 0.9])


def test_no_mutant_holds() -> None:
    told = mutants(Claim("order", *EVERY_SIZE["the largest"]))
    kept = [q for q in told if measure(q.claim).judgment is Judgment.HOLDS]
    assert [q.latex for q in kept] == []
