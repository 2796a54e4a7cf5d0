"""How a claim that is no equation follows from equations, as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterator

from ..bundle import ProofLine
from ..claim import Claim
from ..nodes import Divergence
from ..printing import latex
from ..reductions import Follows
from .certified import Certified
from .telling import lines_of

SIGNED = "by squares and positive numbers"
TANGENT = "since a logarithm is never above its tangent"
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
    tangent = made.gap is not None and made.gap.has(Divergence)
    signed = TANGENT if tangent else SIGNED
    under = " and ".join(f"${latex(h)}$" for h in made.conditions)
    where = f", where {under}" if under else ""
    if follows is Follows.FLAT:
        yield ProofLine(latex(made.gap), "")
    if follows in (Follows.SIGNED, Follows.FLAT):
        rest = "" if Follows.ALONE in made.follows else ", and 0 nowhere else"
        end = "no other place is " + ("as good" if rest else "better")
        why = f"{signed}{rest}: {end}{where}" if claim.relation == "=" else signed
        strict = claim.relation in ("<", ">")
        yield ProofLine("0", why, relation=">" if strict else r"\ge")
    elif follows is Follows.ALONE:
        yield ProofLine("0", ALONE)
    elif follows is Follows.ORDER:
        yield ProofLine("0", TAYLOR + where, relation=r"\ne")
