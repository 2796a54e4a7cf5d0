"""Figures: sizes that hold their place, colors that follow the page."""

import re

import pytest
from matplotlib.figure import Figure

from mlmath.figures.paper import SVG
from press.page.figures import COLORS, adapt, follow_scheme, size
from press.typeset import outputs

FAINT = {"#fdfdfc", "#d5dade"}  # paper and grid
GRAPHICS = 3  # the contrast that WCAG 2.2 asks of what a drawing is made of


@pytest.fixture
def drawing(tmp_path):
    figure = Figure(figsize=(4, 3))
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="#1f6fb4")
    axes.plot([0, 1], [1, 0], color="#123456")
    path = tmp_path / "drawing.svg"
    figure.savefig(path)
    return path


def test_the_size_of_a_drawing_is_that_of_its_inches(drawing):
    assert size(drawing) == (4 * 96, 3 * 96)


def test_house_colors_change_in_the_dark_and_others_stay(drawing):
    adapt(drawing.parent)
    text = drawing.read_text("utf-8")
    assert "#1f6fb4" in text
    assert COLORS["#1f6fb4"] in text
    assert "stroke: var(--c1f6fb4)" in text
    assert "stroke: #123456" in text


def test_adapting_twice_changes_nothing(drawing):
    adapt(drawing.parent)
    once = drawing.read_text("utf-8")
    adapt(drawing.parent)
    assert drawing.read_text("utf-8") == once


def test_colors_in_attributes_change_too():
    svg = follow_scheme('<svg><path stroke="#1c2126"/></svg>')
    assert '<path style="stroke: var(--c1c2126)"/>' in svg


def contrast(one: str, other: str) -> float:
    """The contrast of two colors, as WCAG defines it."""

    def luminance(color: str) -> float:
        channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in channels
        ]
        return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("color", sorted(COLORS.keys() - FAINT))
def test_every_color_stands_out_on_light_and_on_dark(color):
    assert contrast(color, "#fdfdfc") >= GRAPHICS
    assert contrast(COLORS[color], "#15181c") >= GRAPHICS


TWICE = """from IPython.display import display
svg = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}pt" height="75pt"/>'
drawn, narrow = {"image/svg+xml": svg.format(300)}, {"narrow": svg.format(150)}
display(drawn, metadata={"image/svg+xml": narrow}, raw=True)"""


def test_a_browser_chooses_between_the_drawings_for_page_and_phone(toy):
    toy.chapter("first", TWICE)
    text = (toy.root / "book/first.md").read_text("utf-8")
    alt = ":mystnb: {image: {alt: A line}}\n"
    toy.write("book/first.md", text.replace(":tags: [hide-input]\n", alt))
    made = toy.make()
    assert made.returncode == 0, made.stdout
    found = re.search(r"<picture>(<source[^>]*>)(<img[^>]*>)", toy.page("first"))
    assert found
    assert 'media="(max-width: 47.99rem)"' in found[1]
    assert 'width="200" height="100"' in found[1]
    assert 'width="400"' in found[2]
    assert 'alt="A line"' in found[2]
    for name in re.findall(r'(?:srcset|src)="([^"]*)"', found[0]):
        assert (toy.root / "_build/html" / name).exists()
    notebook = (toy.root / "_build/html/_sources/first.ipynb").read_text("utf-8")
    assert "300pt" in notebook
    assert "150pt" not in notebook


def test_the_books_figures_bring_along_what_the_press_looks_for():
    assert outputs.SVG == SVG
    assert outputs.NARROW == "narrow"
