"""Figures on a phone: each is the one drawn for it, with letters that can be read."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

PHONE = {"width": 390, "height": 800}
SMALLEST = 10  # pixels of a letter's em
# Letters are drawn as shapes: of a hundred units to the em, upside down.
SCALE = re.compile(r"scale\(([\d.]+) -[\d.]+\)")
WIDTH = re.compile(r'viewBox="0 0 ([\d.]+) ')
SHOWN = """images => Promise.all(images.map(async image => {
  image.loading = "eager";
  await image.decode();
  return [image.currentSrc, image.getBoundingClientRect().width];
}))"""


@pytest.fixture(scope="module")
def shown(browser, site) -> list[tuple[str, float]]:
    """What a phone takes of all pages that offer a drawing for it, with its width."""
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    page, found = context.new_page(), []
    for path in sorted(site.rglob("*.html")):
        if "<picture>" in path.read_text("utf-8"):
            page.goto(path.as_uri())
            page.add_style_tag(content="* { content-visibility: visible !important }")
            found += page.locator("picture img").evaluate_all(SHOWN)
    context.close()
    assert found, "no page offers a drawing for phones"
    return found


def test_a_phone_takes_the_drawing_made_for_it_and_shows_it_whole(shown):
    for source, width in shown:
        assert source.endswith("-narrow.svg")
        assert 0 < width <= PHONE["width"]


def test_letters_of_figures_can_be_read_on_a_phone(shown):
    for source, width in shown:
        svg = Path(unquote(urlsplit(source).path)).read_text("utf-8")
        drawn = WIDTH.search(svg)
        assert drawn
        pixels = width / float(drawn[1])
        for scale in SCALE.findall(svg):  # none where a figure has no letters
            assert 100 * float(scale) * pixels >= SMALLEST, source


def test_letters_are_found_where_figures_have_them(shown):
    paths = [Path(unquote(urlsplit(source).path)) for source, _ in shown]
    lettered = [p for p in paths if SCALE.search(p.read_text("utf-8"))]
    assert len(lettered) > len(paths) / 2
