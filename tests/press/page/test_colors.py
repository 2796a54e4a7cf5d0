"""Colors stand in one table; what is drawn elsewhere keeps to it."""

import re
from pathlib import Path

from mlmath.figures import style
from press.page.assets import COLORS, STATIC
from press.page.colors import FIGURES, PAGE, custom_properties

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


def test_no_other_file_names_a_color(root):
    kinds = (".py", ".css", ".js", ".svg", ".html")
    rooms = (root / "code/mlmath", root / "code/press")
    found = [path for room in rooms for path in room.rglob("*.*")]
    files = [path for path in found if path.suffix in kinds]
    named = {p.name for p in files if HEX.search(p.read_text("utf-8"))}
    assert named == WRITTEN_IN
