"""Colors stand in one table; what is drawn elsewhere keeps to it."""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from mlmath.figures import style
from press.page.assets import COLORS, STATIC
from press.page.colors import FIGURES, PAGE, custom_properties
from press.typeset.statements import SHEET
from proofread import sphinx as statements

HEX = re.compile(r"#[0-9a-f]{6}\b", re.IGNORECASE)
WRITTEN_IN = {"colors.py", "style.py", "icon.svg"}


def test_figures_are_drawn_in_the_colors_that_change_in_the_dark():
    drawn = {name.lower(): getattr(style, name.upper()) for name in FIGURES}
    assert drawn == {name: color.light for name, color in FIGURES.items()}


def test_no_color_is_drawn_that_the_table_does_not_hold():
    source = Path(style.__file__).read_text("utf-8")
    assert set(HEX.findall(source)) == {color.light for color in FIGURES.values()}


def test_the_icon_is_blue_in_light_and_in_dark():
    assert HEX.findall((STATIC / "icon.svg").read_text("utf-8")) == [*PAGE["blue"]]


def test_the_style_sheet_takes_every_color_from_the_table():
    sheet = (STATIC / "press.css").read_text("utf-8")
    assert sheet.count(COLORS) == 1
    assert HEX.findall(sheet) == []
    assert custom_properties().count("light-dark(") == len(PAGE)


def test_what_stands_in_for_the_table_in_other_themes_is_as_it_is():
    own = (STATIC / "press.css").read_text("utf-8")
    named = re.findall(r"--proofread-(\w+): var\(--(\w+)\)", own)
    sheet = (statements.STATIC / SHEET).read_text("utf-8")
    standing_in = re.findall(r"--proofread-(\w+), light-dark\((.*?), (.*?)\)", sheet)
    table = {name: tuple(PAGE[color]) for name, color in named if color in PAGE}
    assert len(standing_in) == 4
    assert len(HEX.findall(sheet)) == 8
    assert all(table[name] == tuple(pair) for name, *pair in standing_in)


def test_no_other_file_names_a_color(root):
    kinds = (".py", ".css", ".js", ".svg", ".html")
    rooms = (root / "code/mlmath", root / "code/press")
    found = [path for room in rooms for path in room.rglob("*.*")]
    files = [path for path in found if path.suffix in kinds]
    named = {p.name for p in files if HEX.search(p.read_text("utf-8"))}
    assert named == WRITTEN_IN


# ---- lines of a figure can be told apart, also by those who see no red from green

LINES = FIGURES.keys() - {"paper", "grid"}
# Pairs that no figure sets side by side without a dash or a word.
CLOSE = ({"orange", "gold"}, {"green", "red"}, {"muted", "red"})
TOLD_APART = 15  # the distance in CIELAB from which colors of thin lines differ
SEEN = {  # linear RGB as it is seen; Machado, Oliveira and Fernandes (2009)
    "by most": np.eye(3),
    "without green cones": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "without red cones": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
}
XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
)


def lab(color: str, eye: np.ndarray) -> np.ndarray:
    """A color in CIELAB, as an eye sees it."""
    c = np.array([int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    x = XYZ @ np.clip(eye @ linear, 0, 1) / XYZ.sum(axis=1)
    f = np.where(x > 0.008856, np.cbrt(x), 7.787 * x + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("eye", SEEN)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colors_of_lines_are_told_apart_by_every_eye(scheme, eye):
    seen = {n: lab(getattr(FIGURES[n], scheme), SEEN[eye]) for n in sorted(LINES)}
    for one, other in combinations(seen, 2):
        if {one, other} not in CLOSE:
            gap = np.linalg.norm(seen[one] - seen[other])
            assert gap >= TOLD_APART, (one, other)
