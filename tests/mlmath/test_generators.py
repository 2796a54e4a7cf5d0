"""Random numbers come from one place, where a rerun can change them."""

import ast

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from mlmath import datasets
from mlmath.generators import generator, of_this_seed, perturbed


def test_a_seed_gives_the_numbers_that_numpy_gives_it():
    theirs = np.random.default_rng(3).normal(size=5)
    assert_array_equal(generator(3).normal(size=5), theirs)


def test_a_shift_gives_every_seed_other_numbers(monkeypatch):
    before = [generator(seed).random() for seed in (1, 2, 3)]
    monkeypatch.setenv("SEED_SHIFT", "1")
    after = [generator(seed).random() for seed in (1, 2, 3)]
    assert len({*before, *after}) == 6


def test_what_holds_for_a_seed_is_let_go_under_another_and_held_to_its_digits(
    monkeypatch,
):
    assert of_this_seed(np.bool_(True))
    assert not of_this_seed(False)
    monkeypatch.setenv("PERTURBATION", "1e-12")
    assert not of_this_seed(False)
    monkeypatch.setenv("SEED_SHIFT", "1")
    assert of_this_seed(False)


@pytest.mark.parametrize(
    "draw",
    [
        lambda rng: rng.normal(size=50),
        lambda rng: rng.permutation(np.arange(1.0, 9)),
        lambda rng: rng.spawn(2)[1].random(5),
    ],
)
def test_a_perturbation_changes_real_draws_by_its_share(monkeypatch, draw):
    before = draw(generator(3))
    monkeypatch.setenv("PERTURBATION", "1e-9")
    after = draw(generator(3))
    assert np.all(after != before)
    assert_allclose(after, before, rtol=1.01e-9, atol=0)
    assert_array_equal(after, draw(generator(3)))


def test_a_perturbation_leaves_whole_numbers_words_and_days_alone(monkeypatch):
    monkeypatch.setenv("PERTURBATION", "1e-9")
    assert generator(3).permutation(5).dtype == np.int64
    assert perturbed("word") == "word"
    assert datasets.iris().y.dtype == np.int64
    assert datasets.co2().time[0] == np.datetime64("1958-03-29")


def test_a_perturbation_changes_data_by_its_share(monkeypatch):
    before = datasets.diabetes()
    monkeypatch.setenv("PERTURBATION", "1e-9")
    after = datasets.diabetes()
    assert np.mean(after.X != before.X) > 0.99
    assert_allclose(after.X, before.X, rtol=1.01e-9)
    assert after.features == before.features


def test_no_other_module_makes_a_generator(root):
    makers = {"default_rng", "PCG64", "RandomState", "seed"}
    for file in (root / "code/mlmath").rglob("*.py"):
        called = {
            getattr(node.func, "attr", getattr(node.func, "id", ""))
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Call)
        }
        assert file.name == "generators.py" or not makers & called, file
