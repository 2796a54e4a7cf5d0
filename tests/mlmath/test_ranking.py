"""Laws of rankings, held to scikit-learn's."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn.metrics import roc_auc_score, roc_curve

from mlmath.ranking import area, rates


@pytest.fixture
def scored(rng):
    y = np.arange(40) % 3 == 0
    return np.round(rng.normal(size=40) + y, 1), y.astype(int)


def test_rates_are_those_of_scikit_learn(scored):
    score, y = scored
    false, true, _ = roc_curve(y, score, drop_intermediate=False)
    assert_allclose(rates(score, y), (false, true))


def test_the_area_is_the_share_of_pairs_in_order(scored):
    score, y = scored
    gap = score[y == 1][:, None] - score[y == 0]
    assert_allclose(area(score, y), np.mean((np.sign(gap) + 1) / 2))
    assert_allclose(area(score, y), roc_auc_score(y, score))


def test_only_the_order_of_the_scores_counts(scored):
    score, y = scored
    assert area(np.exp(2 * score), y) == area(score, y)
    assert_allclose(area(-score, y), 1 - area(score, y))
    assert area(0 * score, y) == 0.5
