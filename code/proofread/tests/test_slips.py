"""Forty slips as students make them: what was meant is told, and nothing else."""

import pytest
from lengths import EVERYTHING
from slips import SLIPS

from proofread import ClaimError
from proofread.hints import did_you_mean
from proofread.measuring import meets
from proofread.points import near
from proofread.statements import verdicts

LONG = {  # means over several random numbers, and a network: seconds each
    "slip-layer-without-slope",
    "slip-attention-unscaled",
    "slip-fisher-of-the-mean",
    "slip-unbiased-variance",
    "slip-divergence-of-normals",
    "slip-adam-bias",
}
OTHERS = 5  # a number of points that no hint was tried at


@pytest.fixture(scope="module")
def told():
    """The error of every slip, and the claims that its hint suggests."""
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        for slip in SLIPS:
            if EVERYTHING or slip.key not in LONG:
                meant = []
                patch.setattr(verdicts, "did_you_mean", hinted(meant))
                with pytest.raises(ClaimError) as caught:
                    slip.state()
                found[slip] = caught.value, meant
    return found


def hinted(meant):
    def seen(claim):
        meant.extend(did_you_mean(claim))
        return meant

    return seen


def is_right(slip, error, meant):
    """Whether a hint is about the slip's side; of shapes, whether the message is."""
    if slip.right is None:
        return f"{slip.side} side" in str(error) and " × " in str(error)
    return slip.side in {m.side for m in meant}


def test_most_are_told_what_was_meant(told):
    right = [slip for slip, found in told.items() if is_right(slip, *found)]
    assert len(right) >= 0.7 * len(told)


def test_none_is_told_what_was_not_meant(told):
    wrong = [s.key for s, found in told.items() if found[1] and not is_right(s, *found)]
    assert wrong == []


def test_what_is_told_holds_at_points_where_it_was_not_tried(told):
    for slip, (_, meant) in told.items():
        for m in meant:
            assert meets(m.claim, near(OTHERS)), slip.key
