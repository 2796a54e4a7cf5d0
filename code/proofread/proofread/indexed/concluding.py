"""How a claim that is no equation follows from equations, as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterator

from ..bundle import ProofLine
from ..claim import Claim
from ..printing import latex
from ..reductions import Follows
from .certified import Certified
from .telling import lines_of

SIGNED = "by squares and positive numbers"
LEAST = f"{SIGNED}: no other place is better"
BEST = f"{SIGNED}, and 0 nowhere else: no other place is as good"
ALONE = "where that is 0: no other place is as good"
TAYLOR = "so this is the order, by Taylor's formula for a smooth function"


def lines_of_all(claim: Claim, shown: Certified) -> tuple[ProofLine, ...]:
    """Each equation from left to right, and what follows from it."""
    told = list[ProofLine]()
    pairs = zip(shown.proofs, shown.lines, strict=True)
    for follows, pair in zip(shown.reduction.follows, pairs, strict=True):
        told += [*lines_of(*pair), *_end(follows, claim, shown)]
    return tuple(told)


def _end(follows: Follows, claim: Claim, shown: Certified) -> Iterator[ProofLine]:
    """What follows from an equation, under the conditions that are left."""
    made = shown.reduction
    under = " and ".join(f"${latex(h)}$" for h in made.conditions)
    where = f", where {under}" if under else ""
    if follows is Follows.FLAT:
        yield ProofLine(latex(made.gap), "")
    if follows in (Follows.SIGNED, Follows.FLAT):
        best = LEAST if Follows.ALONE in made.follows else BEST
        why = best + where if claim.relation == "=" else SIGNED
        strict = claim.relation in ("<", ">")
        yield ProofLine("0", why, relation=">" if strict else r"\ge")
    elif follows is Follows.ALONE:
        yield ProofLine("0", ALONE)
    elif follows is Follows.ORDER:
        yield ProofLine("0", TAYLOR + where, relation=r"\ne")
