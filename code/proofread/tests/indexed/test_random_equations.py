"""No random equation that NumPy refutes, or cannot evaluate, is proved."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from lengths import EVERYTHING

from proofread.claim import Claim
from proofread.emergency import emergency_stop
from proofread.indexed import proves

from .random_equations import Author
from .random_terms import Term, tree, value, values

EQUATIONS = 125  # of two trees each
SEEDS = 400 if EVERYTHING else 8  # 100,000 trees, or 2,000
SIZES = ((1, 1), (2, 3), (4, 3), (3, 5))  # of n and m, where NumPy looks


def holds(left: Term, right: Term, rng: np.random.Generator) -> bool:
    """Whether the sides have values that agree at all of these sizes."""
    for rows, columns in SIZES:
        at = values(rng, rows, columns)
        try:
            one, other = value(left, at), value(right, at)
        except (ValueError, np.linalg.LinAlgError):
            return False
        scale = 1 + np.abs(one).max()
        if np.shape(one) != np.shape(other) or np.abs(one - other).max() > 1e-7 * scale:
            return False
    return True


def said(left: Term, right: Term) -> str:
    """Whether the equation is proved, not proved, or cannot even be stated."""
    try:
        claim = Claim("tried", tree(left), tree(right))
    except Exception:
        return "refused"
    with emergency_stop("a random equation"):
        return "proved" if proves(claim) else "open"


@pytest.mark.parametrize("seed", range(SEEDS))
def test_no_random_equation_is_proved_that_numpy_does_not_find_true(seed: int) -> None:
    author, rng = Author(seed), np.random.default_rng(seed)
    found = Counter[tuple[str, bool]]()
    for _ in range(EQUATIONS):
        pair = author.equation()
        verdict, true = said(*pair), holds(*pair, rng)
        found[verdict, true] += 1
        assert true or verdict != "proved", pair
    assert min(found["proved", True], found["open", False]) > EQUATIONS // 10
    print(", ".join(f"{count} {v} and {t}" for (v, t), count in sorted(found.items())))
