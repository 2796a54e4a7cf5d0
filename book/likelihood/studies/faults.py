"""A healthy training program and eight broken ones, on paired seeds.

A seed fixes the split, the start and the order of the images, the same for all. All
run at the rate of the healthy one, but the one whose fault is its rate: nothing is
tuned.
"""

from typing import Any

import numpy as np

from mlmath import networks
from mlmath.programs import (
    REPEATED,
    Program,
    all_at_once,
    broken,
    healthy,
    tables,
    trained,
)

SEEDS = range(32)


def run(program: Program, seed: int) -> list[float]:
    """Shares right in training, in the test, in its first REPEATED, in the others."""
    X, y, X_test, y_test = tables(program, seed)
    with np.errstate(all="ignore"):
        *_, network = trained(program, seed)
        right = networks.predict(network, X_test).argmax(axis=1) == y_test
        on_training = networks.accuracy(network, X, y)
    parts = right, right[:REPEATED], right[REPEATED:]
    return [on_training, *(float(part.mean()) for part in parts)]


def study() -> dict[str, Any]:
    """By program and seed: what `run` returns."""
    programs = {"healthy": healthy, **broken, "inherited": all_at_once}
    return {
        name: [run(program, seed) for seed in SEEDS]
        for name, program in programs.items()
    }
