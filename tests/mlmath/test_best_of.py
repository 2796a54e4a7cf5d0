"""Laws of budget curves, held to all choices one by one and to simulation."""

from itertools import combinations

import numpy as np
from numpy.testing import assert_allclose
from scipy.special import comb

from mlmath.best_of import best_of, best_of_weights


def test_it_is_the_mean_over_all_choices(rng):
    scores, truths = rng.normal(size=(2, 6))
    found = best_of(scores, truths)
    for m in range(1, 7):
        winners = [max(chosen, key=scores.item) for chosen in combinations(range(6), m)]
        assert_allclose(found[0][m - 1], scores[winners].mean())
        assert_allclose(found[1][m - 1], truths[winners].mean())


def test_weights_are_quotients_of_binomials_and_add_up_to_one():
    weights, i = best_of_weights(40), np.arange(40)
    assert_allclose(weights.sum(axis=1), 1)
    for m in (1, 2, 17, 40):
        assert_allclose(weights[m - 1], comb(i, m - 1) / comb(40, m), atol=1e-15)


def test_the_best_of_all_is_the_best(rng):
    scores = rng.normal(size=30)
    best, truth = best_of(scores, -scores)
    assert_allclose([best[-1], truth[-1]], [scores.max(), -scores.max()])
    assert np.all(np.diff(best) > 0)
    assert_allclose(best[0], scores.mean())
