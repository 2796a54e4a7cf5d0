"""What a hint is worth: whether it tells what was meant, by its values."""

from proofread.measuring import meets
from proofread.points import near

ALONE, EITHER, NOTHING, WRONG = "alone", "either", "nothing", "wrong"
OTHERS = 6, 7  # numbers of points that no hint was tried at


def judged(hints, side, meant):
    """Whether what was meant is told: alone, or as one of two repairs.

    An equation with one slip holds as well with the other side made to fit, so that it
    may not tell by itself which side has the slip.  A hint is wrong where what was
    meant is not in it, or where it suggests two changes of one side.
    """
    if not hints:
        return NOTHING
    sides = [hint.side for hint in hints]
    same = [hint for hint in hints if hint.side == side and _is(hint, meant)]
    if not same or len(set(sides)) < len(sides):
        return WRONG
    return ALONE if len(hints) == 1 else EITHER


def _is(hint, meant):
    """Whether a side that is suggested has the values of what was meant."""
    told = hint.claim.rhs if hint.side == "right" else hint.claim.lhs
    same = hint.claim.changed(key="same side", lhs=told, rhs=meant)
    return all(meets(same, near(number)) for number in OTHERS)
