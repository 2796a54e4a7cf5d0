"""Each broken program differs from the healthy one in the part that it names alone."""

from itertools import islice

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from mlmath import networks
from mlmath.losses import one_hot
from mlmath.programs import (
    BATCH,
    REPEATED,
    Program,
    all_at_once,
    batches,
    broken,
    faults,
    healthy,
    program_gradient,
    tables,
    trained,
)


def other_parts(program):
    return [f for f in Program._fields if getattr(program, f) != getattr(healthy, f)]


@pytest.mark.parametrize("name", faults)
def test_a_fault_is_in_one_part(name):
    assert other_parts(broken[name]) == [faults[name][0]]


def test_all_faults_at_once_are_in_all_parts():
    assert other_parts(all_at_once) == list(Program._fields)
    assert len(faults) == len(Program._fields)


def test_the_healthy_gradient_is_that_of_back_propagation(rng):
    X, y, _, _ = tables(healthy, 3)
    layers, Y = healthy.start(rng), one_hot(y[:40], 10)
    expected = networks.backward(layers, X[:40], Y, "softmax_cross_entropy")
    found = program_gradient(healthy, networks.to_vector(layers), layers, X[:40], Y)
    assert_allclose(found, networks.to_vector(expected), atol=1e-12)


def test_the_overlap_alone_has_test_images_among_those_for_training():
    for program, common in ((healthy, 0), (broken["overlap"], REPEATED)):
        X, _, X_test, _ = tables(program, 2)
        assert len({*map(bytes, X)} & {*map(bytes, X_test)}) == common


def test_a_pass_shows_every_row_at_most_once(rng):
    y = np.arange(100) % 10
    rows = np.concatenate(list(islice(batches(healthy, y, rng), 100 // BATCH)))
    assert len(rows) == len(np.unique(rows)) == 96


def test_a_seed_fixes_the_run():
    once, again = (list(trained(healthy, 1, 1))[-1] for _ in range(2))
    assert_array_equal(networks.to_vector(once), networks.to_vector(again))
