"""What was scored is kept claim by claim, so that an audit that was cut off goes on."""

import pytest
from sympy import Symbol

from proofread.audit import scores
from proofread.audit.cores import Cores
from proofread.audit.scores import Kept, Trial, scores_of
from proofread.claim import Claim

T = Symbol("t", real=True)
TRIALS = [Trial(Claim("double", T + T, 2 * T)), Trial(Claim("square", T * T, T**2))]


@pytest.fixture
def kept(tmp_path) -> Kept:
    kept = Kept(tmp_path / "scores")
    kept.forget_other_engines()
    return kept


def files(kept: Kept) -> list[str]:
    return sorted(path.name for path in kept.folder.iterdir())


def test_each_score_is_kept_as_soon_as_it_is_made(kept):
    (found,) = scores_of(TRIALS[:1], kept, Cores.of_this_machine(1))
    assert kept.read(TRIALS[0].key) == found
    assert len(files(kept)) == 1


def test_what_is_kept_is_not_made_again(kept, monkeypatch):
    first = scores_of(TRIALS, kept, Cores.of_this_machine(1))
    monkeypatch.setattr(scores, "score", None)
    assert scores_of(TRIALS, kept, Cores.of_this_machine(1)) == first


def test_a_damaged_score_is_made_anew(kept):
    (found,) = scores_of(TRIALS[:1], kept, Cores.of_this_machine(1))
    (kept.folder / files(kept)[0]).write_text("{")
    assert scores_of(TRIALS[:1], kept, Cores.of_this_machine(1))[0].all == found.all


def test_scores_of_another_engine_are_dropped(kept):
    scores_of(TRIALS[:1], kept, Cores.of_this_machine(1))
    ours = files(kept)
    (kept.folder / "0123456789abcdef-old.json").write_text("{}")
    kept.forget_other_engines()
    assert files(kept) == ours
