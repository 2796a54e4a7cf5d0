"""What was scored is kept claim by claim, so that an audit that was cut off goes on."""

import re
import shutil
from pathlib import Path

import pytest
from sympy import Symbol

from proofread.audit import scores
from proofread.audit.cores import Cores
from proofread.audit.engine import AFTER_SCORES, FOLDER, digest_of
from proofread.audit.scores import Trial, scores_of
from proofread.audit.workers import Kept, Workers
from proofread.claim import Claim
from proofread.mutants.scores import Score

T = Symbol("t", real=True)
TRIALS = [Trial(Claim("double", T + T, 2 * T)), Trial(Claim("square", T * T, T**2))]


@pytest.fixture
def workers(tmp_path) -> Workers:
    kept = Kept(tmp_path / "scores")
    kept.forget_other_engines()
    return Workers(kept, Cores.of_this_machine(1))


def files(workers: Workers) -> list[str]:
    return sorted(path.name for path in workers.kept.folder.iterdir())


def test_each_score_is_kept_as_soon_as_it_is_made(workers):
    (found,) = scores_of(TRIALS[:1], workers)
    assert Score.from_dict(workers.kept.read(TRIALS[0].key)["score"]) == found
    assert len(files(workers)) == 1


def test_what_is_kept_is_not_made_again(workers, monkeypatch):
    first = scores_of(TRIALS, workers)
    monkeypatch.setattr(scores, "score", None)
    assert scores_of(TRIALS, workers) == first


def test_what_is_at_fault_is_tried_anew(workers):
    false = Trial(Claim("triple", T + T, 3 * T))
    assert [each.fault for each in scores_of([false], workers)] != [""]
    assert files(workers) == []


@pytest.mark.parametrize("damaged", ["{", "{}", "[]", "1"])
def test_a_damaged_score_is_made_anew(workers, damaged):
    (found,) = scores_of(TRIALS[:1], workers)
    (workers.kept.folder / files(workers)[0]).write_text(damaged)
    assert scores_of(TRIALS[:1], workers)[0].all == found.all


def test_scores_of_another_engine_are_dropped(workers):
    scores_of(TRIALS[:1], workers)
    ours = files(workers)
    (workers.kept.folder / "0123456789abcdef-old.json").write_text("{}")
    workers.kept.forget_other_engines()
    assert files(workers) == ours


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """The engine's package, to be changed."""
    return shutil.copytree(FOLDER, tmp_path_factory.mktemp("copy") / "proofread")


@pytest.mark.parametrize("room", ["audit/lines", "audit/soundness", "indexed/checker"])
def test_a_change_of_what_finds_something_is_another_engine(room, copy):
    before = digest_of(copy)
    change(copy / f"{room}.py")
    assert digest_of(copy) != before


def test_a_change_of_what_only_tells_is_the_same_engine(copy):
    before = digest_of(copy)
    change(copy / "audit" / "figures.py")
    assert digest_of(copy) == before


def change(file: Path) -> None:
    file.write_text(f"{file.read_text()}\nCHANGED = True\n")


def test_what_finds_something_uses_nothing_of_the_audit_that_comes_after():
    finds = [f for f in (FOLDER / "audit").glob("*.py") if f.stem not in AFTER_SCORES]
    used = {
        name
        for f in finds
        for name in re.findall(r"^from \.(\w+)", f.read_text(), re.M)
    }
    assert {"engine", "workers"} <= used
    assert not used & {*AFTER_SCORES}
