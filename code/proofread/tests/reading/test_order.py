"""Random names are probed in one order, whatever the page calls them."""

import pytest
import sympy as sp

from proofread import Expectation, Normal, RandomSample, claim
from proofread.reading.checking import fault
from proofread.reading.statement import Statement
from proofread.sphinx.renderings import in_bundle

n = sp.Symbol("n", integer=True, positive=True)
sigma = sp.Symbol("sigma", positive=True)


@pytest.mark.parametrize(
    "names", [("epsilon", "eta"), ("eta", "epsilon"), ("x", "eta")]
)
def test_a_mean_over_two_vectors_is_read_as_it_was_proved(
    names: tuple[str, str],
) -> None:
    one, other = (RandomSample(q, n, Normal(0, sigma**2)) for q in names)
    k = sp.Symbol("k", integer=True)
    left = sp.Sum(one[k] ** 2 - 2 * one[k] * other[k], (k, 1, n))
    bundle = claim("order", Expectation(left), n * sigma**2).bundle
    assert fault(Statement(bundle), in_bundle(bundle)) == ""
