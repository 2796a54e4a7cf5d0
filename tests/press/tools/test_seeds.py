"""A chapter whose asserts hang on its seed, or on last digits, is told."""

import os
from collections.abc import Iterator

import pytest

from press.tools.environment import isolate
from press.tools.seeds import check

DRAWS = """
from mlmath.generators import generator, of_this_seed
import numpy as np

draws = generator(3).normal(size=100)
"""


@pytest.fixture(autouse=True)
def environment() -> Iterator[None]:
    """What isolating a process changes, it changes for one test alone."""
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)


@pytest.mark.parametrize(
    ("asserted", "passes"),
    [
        ("assert abs(draws.mean()) < 0.6", True),
        ("assert draws[0] > 2.0", False),  # 2.04 is the first draw of this seed alone
        ("assert of_this_seed(draws[0] > 2.0)", True),
        ("assert of_this_seed(draws[0] == np.random.default_rng(3).normal())", False),
    ],
)
def test_an_assert_holds_for_other_seeds_and_digits(toy, capsys, asserted, passes):
    toy.chapter("first", f"{DRAWS}\n{asserted}")
    assert check(toy.root) == passes
    told = capsys.readouterr().out
    assert told.count("first.md with") == 3
    assert told.count("first.md at points of seed ") == 1
    assert ("AssertionError" in told) == (not passes)


def test_a_chapter_without_draws_and_data_is_run_at_other_points_alone(toy, capsys):
    toy.chapter("first", "assert True")
    assert check(toy.root)
    told = capsys.readouterr().out.splitlines()
    assert any("first.md at points of seed 20" in line for line in told)
    assert all(" at points of seed " in line for line in told)


def test_a_build_knows_of_no_rerun(toy, monkeypatch):
    monkeypatch.setenv("SEED_SHIFT", "1")
    monkeypatch.setenv("PERTURBATION", "1e-3")
    monkeypatch.setenv("PROOFREAD_SEED", "202601")
    isolate(toy.root)
    assert not {"SEED_SHIFT", "PERTURBATION", "PROOFREAD_SEED"} & os.environ.keys()
