"""The press's classes are on the pages, and the claims keep the aims of the book."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from press.typeset.statements import CLASSES, SHEET
from proofread.sphinx import STATIC

CLASS = re.compile(r'class="([^"]*)"')
ANY_SIZE_IN_PROSE = {  # what the text says of any n, of two numbers or places here
    "gradient-angle",
    "kantorovich",
    "mixed-difference",
    "partial-derivative",
    "total-derivative",
}
ALIKE = {"block-product", "vec-of-product"}  # at distinct sizes, too many entries
COSTLY = {  # to measure so: at larger sizes a point is too much work
    "quadrature",
    "quasi-Newton search",
    "slope on log-log axes",
}


@pytest.fixture(scope="module")
def claims(site: Path) -> list[dict[str, Any]]:
    ledger = json.loads((site / "ledger.json").read_text("utf-8"))
    return [one for one in ledger["claims"] if one["verdict"] != "definition"]


def test_nine_of_ten_claims_are_proved_for_every_size(claims: list[dict[str, Any]]):
    proved = {c["key"] for c in claims if c["verdict"] == "proved"}
    assert proved >= ANY_SIZE_IN_PROSE
    assert len(proved - ANY_SIZE_IN_PROSE) >= 0.9 * len(claims)


def test_no_size_is_one_and_none_measured_was_proved(claims: list[dict[str, Any]]):
    for claim in claims:
        proved, measured = claim["sizes"]["proved"], claim["sizes"]["measured"]
        assert 1 not in {n for at in (proved, *measured) for n in at.values()}, claim
        assert not proved or proved not in measured, claim
        costly = claim["measurement_method"] in COSTLY
        assert measured in ([], [{}]) or len(measured) >= 3 or costly, claim


def test_the_sizes_of_a_proof_are_distinct(claims: list[dict[str, Any]]):
    alike = [
        claim["key"]
        for claim in claims
        if len(set(at := claim["sizes"]["proved"].values())) < len(at)
    ]
    assert set(alike) == ALIKE


def test_every_class_that_the_press_names_is_on_some_page(site: Path) -> None:
    pages = [page.read_text("utf-8") for page in site.rglob("*.html")]
    written = {
        name
        for page in pages
        for found in CLASS.findall(page)
        for name in found.split()
    }
    assert written >= CLASSES


def test_the_page_brings_the_engines_style_in_its_own_sheet(site: Path) -> None:
    style = (site / "_static" / "press.css").read_text("utf-8")
    rules = re.findall(
        r"^\.proofread[^{,]*\{", (STATIC / SHEET).read_text("utf-8"), re.M
    )
    assert len(rules) > 30
    assert all(rule in style for rule in rules)
    assert not (site / "_static" / SHEET).exists()
