"""The book's pages have what the press names of the engine's HTML, and its style."""

import re
from pathlib import Path

from press.typeset.statements import CLASSES, SHEET
from proofread.sphinx import STATIC

CLASS = re.compile(r'class="([^"]*)"')


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
