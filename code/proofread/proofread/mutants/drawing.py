"""Which mutants are tried where not all are: few a claim, every operator among them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ..claim import Claim
from . import Mutant, every_mutant
from .held_out import HELD_OUT
from .peers import FROM_PEERS

Shown = tuple[str, str, str]  # side, operator, LaTeX
Offer = Sequence[Mutant]


@dataclass(frozen=True)
class Drawn:
    """The mutants of a claim that are tried, of all that are offered."""

    tried: tuple[Mutant, ...]
    offer: Offer

    def of(self, *, extra: bool) -> tuple[list[Mutant], int]:
        """Those by ordinary operators, or by those held out, and how many there are."""
        tried = [m for m in self.tried if (m.operator in HELD_OUT) == extra]
        return tried, sum((m.operator in HELD_OUT) == extra for m in self.offer)


def offer_of(claim: Claim) -> Offer:
    """Every mutant of a claim that is not one of the line before it as well."""
    shown_before = claim.number is not None and claim.number > 1
    return [
        m
        for m in every_mutant(claim)
        if not (shown_before and m.side == "left" and m.operator != FROM_PEERS)
    ]


def draw(
    claims: Sequence[Claim], listed: Sequence[AbstractSet[Shown]], most: int, seed: str
) -> list[Drawn]:
    """At most so many mutants of each statement, the same for the same keys and seed.

    Those on the reviewed list, `listed`, are all drawn.  Then come the mutants by an
    operator that no other of these claims is asked for, then each claim's operators in
    turn.  The lines of a derivation share what is drawn of it.
    """
    offers = [offer_of(claim) for claim in claims]
    lots = [_lots(c, made, seed) for c, made in zip(claims, offers, strict=True)]
    kept = [[m for m in o if m.shown in r] for o, r in zip(offers, listed, strict=True)]
    shares = _shares(claims, most)
    room = [max(0, n - len(those)) for n, those in zip(shares, kept, strict=True)]
    asked = _asked(lots, offers, room)
    drawn: list[Drawn] = []
    for k, offer in enumerate(offers):
        turn = _in_turn(offer, lots[k], asked[k])
        rest = [m for m in turn if m.shown not in listed[k]]
        drawn.append(Drawn((*kept[k], *rest[: room[k]]), offer))
    return drawn


def _lots(claim: Claim, offer: Offer, seed: str) -> list[str]:
    start = f"{seed} {claim.key} {claim.number}"
    texts = (f"{start} {' '.join(m.shown)}" for m in offer)
    return [hashlib.sha256(text.encode()).hexdigest() for text in texts]


def _asked(
    lots: list[list[str]], offers: Sequence[Offer], room: list[int]
) -> list[set[str]]:
    """The operators that each claim is asked for: each once, the rarest first."""
    best: dict[str, dict[int, str]] = defaultdict(dict)
    for k, offer in enumerate(offers):
        for lot, m in zip(lots[k], offer, strict=True):
            best[m.operator][k] = min(best[m.operator].get(k, lot), lot)
    asked: list[set[str]] = [set() for _ in offers]
    for operator, by in sorted(best.items(), key=lambda item: (len(item[1]), item[0])):
        free = {k: lot for k, lot in by.items() if len(asked[k]) < room[k]} or by
        asked[min(free, key=free.__getitem__)].add(operator)
    return asked


def _shares(claims: Sequence[Claim], most: int) -> list[int]:
    """How many are drawn of each claim: a statement's, shared among its lines."""
    lines: dict[str, int] = defaultdict(int)
    for claim in claims:
        lines[claim.key] += 1
    ends = [(c.number or 1, lines[c.key]) for c in claims]
    return [most * k // count - most * (k - 1) // count for k, count in ends]


def _in_turn(offer: Offer, lots: list[str], asked: AbstractSet[str]) -> list[Mutant]:
    """One by each operator, then a second by each, in the order of their lots."""
    seen: dict[str, int] = defaultdict(int)
    turns: list[tuple[bool, int, str, int]] = []
    for k in sorted(range(len(offer)), key=lots.__getitem__):
        operator = offer[k].operator
        wanted = operator in asked and not seen[operator]
        turns.append((not wanted, seen[operator], lots[k], k))
        seen[operator] += 1
    return [offer[k] for *_, k in sorted(turns)]
