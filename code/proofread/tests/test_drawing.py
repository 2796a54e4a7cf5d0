"""Drawn mutants: few of each statement, every operator, every reviewed survivor."""

from collections import Counter

import pytest
from corpus import CLAIMS, REVIEWED

from proofread.claim import Line
from proofread.mutants.drawing import draw, offer_of

SHOWN = ("product-rule", "chain-rule", "softmax-jacobian", "cauchy-schwarz")
SOME = [CLAIMS[key] for key in SHOWN]
LISTED = [{e.mutant.shown for e in REVIEWED if e.is_of(claim)} for claim in SOME]
NONE: list[set] = [set() for _ in SOME]


@pytest.fixture(scope="module")
def offers():
    return [offer_of(claim) for claim in SOME]


def test_no_claim_has_more_drawn_than_asked_for():
    drawn = draw(SOME, NONE, 12, "seed")
    assert all(0 < len(d.tried) <= 12 for d in drawn)
    assert all(len({m.shown for m in d.tried}) == len(d.tried) for d in drawn)


def test_every_operator_that_has_a_mutant_is_drawn(offers):
    there = {m.operator for offer in offers for m in offer}
    drawn = draw(SOME, NONE, 12, "seed")
    assert {m.operator for d in drawn for m in d.tried} == there


def test_reviewed_survivors_are_all_drawn(offers):
    drawn = draw(SOME, LISTED, 1, "seed")
    for d, listed, offer in zip(drawn, LISTED, offers, strict=True):
        assert listed & {m.shown for m in offer} <= {m.shown for m in d.tried}


def test_what_is_drawn_depends_on_seed_and_key_alone():
    shown = lambda drawn: [[m.shown for m in d.tried] for d in drawn]  # noqa: E731
    first = shown(draw(SOME, NONE, 3, "seed"))
    assert shown(draw(SOME, NONE, 3, "seed")) == first
    assert shown(draw(SOME, NONE, 3, "another")) != first


def test_a_claim_tries_each_operator_before_one_twice(offers):
    (drawn,) = draw(SOME[:1], NONE[:1], 12, "seed")
    counts = Counter(m.operator for m in drawn.tried)
    there = {m.operator for m in offers[0]}
    assert max(counts.values()) == 1 or set(counts) == there


def test_the_lines_of_a_derivation_share_what_is_drawn():
    lines = [SOME[0].changed(line=Line(k, "")) for k in range(1, 6)]
    drawn = draw(lines, [set() for _ in lines], 12, "seed")
    assert sum(len(d.tried) for d in drawn) == 12


def test_what_begins_a_line_is_drawn_where_it_ends_the_one_before():
    second = SOME[0].changed(line=Line(2, ""))
    sides = {m.side for m in offer_of(second) if m.operator != "rename"}
    assert "left" not in sides
