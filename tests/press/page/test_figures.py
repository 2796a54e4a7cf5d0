"""Figures: sizes that hold their place, colors that follow the page."""

import pytest
from matplotlib.figure import Figure

from press.page.figures import COLORS, adapt, follow_scheme, size

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
