"""Forty slips as students make them: what was meant is told, and nothing else."""

import pytest
from judged_hints import ALONE, WRONG, judged
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
LONG_TO_PROVE = LONG | {"slip-kronecker-by-rows", "slip-joseph-form"}
OTHERS = 5  # a number of points that no hint was tried at


@pytest.fixture(scope="module")
def told():
    """The error of every slip, the claim it is, and those that its hint suggests."""
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        for slip in SLIPS:
            if EVERYTHING or slip.key not in LONG:
                seen = []
                patch.setattr(verdicts, "did_you_mean", hinted(seen))
                with pytest.raises(ClaimError) as caught:
                    slip.state()
                found[slip] = caught.value, seen
    return found


def hinted(seen):
    def asked(claim):
        seen.extend(did_you_mean(claim))
        return seen

    return asked


def judgment(slip, error, hints):
    """What a hint is worth; of shapes, the message."""
    if slip.right is None:
        right = f"{slip.side} side" in str(error) and " × " in str(error)
        return ALONE if right else WRONG
    return judged(hints, slip.side, slip.meant)


def test_most_are_told_what_was_meant_and_that_alone(told):
    found = [judgment(slip, *said) for slip, said in told.items()]
    assert found.count(ALONE) >= 0.7 * len(found)


def test_none_is_told_what_was_not_meant(told):
    wrong = [slip.key for slip, said in told.items() if judgment(slip, *said) == WRONG]
    assert wrong == []


def test_what_is_told_holds_at_points_where_it_was_not_tried(told):
    for slip, (_, hints) in told.items():
        for hint in hints:
            assert meets(hint.claim, near(OTHERS)), slip.key


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.key)
def test_what_was_meant_stands(slip):
    if slip.right and (EVERYTHING or slip.key not in LONG_TO_PROVE):
        slip.right()
