"""A theorem is tried on random cases until one breaks it."""

import numpy as np
import pytest

from mlmath.attacks import attack


def test_what_is_true_is_tried_as_often_as_is_asked():
    seen = []
    attack("thm-square", lambda rng: seen.append(x := rng.normal()) or x**2 >= 0, 30)
    assert len(set(seen)) == 30


def test_what_is_false_is_told_with_the_seed_that_draws_it_again():
    def holds(rng):
        a, b = rng.normal(size=2)
        return np.abs(a + b) >= np.abs(a)

    with pytest.raises(AssertionError, match=r"thm-sum fails .* generator\(\d+\)"):
        attack("thm-sum", holds)
