"""What the press relies on of the engine, which it may not import, is there."""

import re
from dataclasses import fields
from pathlib import Path

from press.typeset import statements
from proofread.bundle import Bundle
from proofread.sphinx import STATIC
from proofread.sphinx.ledger import COUNTED

PRESS = Path(statements.__file__).parents[1]
NAME = re.compile(r"(?<![\w/-])(?:proofread(?:-[a-z]+)+|typed-by-hand)")
PROPERTY = re.compile(r"--proofread-[a-z-]+")
READ = "py", "css", "js", "html"


def sources() -> dict[Path, str]:
    found = (path for kind in READ for path in PRESS.rglob(f"*.{kind}"))
    return {path: path.read_text("utf-8") for path in found}


def test_a_bundle_has_every_field_that_the_press_reads() -> None:
    read = {name for name in vars(statements.Statement) if not name.startswith("_")}
    assert {"key", "kind"} <= read <= {field.name for field in fields(Bundle)}


def test_the_ledger_looks_where_the_press_leaves_its_counts() -> None:
    assert statements.COUNTED == COUNTED


def test_every_class_name_of_the_engine_in_the_press_is_declared() -> None:
    named = {name for text in sources().values() for name in NAME.findall(text)}
    assert named <= statements.CLASSES | {statements.BY_HAND}


def test_python_of_the_press_names_the_engines_classes_in_one_module() -> None:
    python = {path: text for path, text in sources().items() if path.suffix == ".py"}
    naming = {path.name for path, text in python.items() if NAME.search(text)}
    assert naming == {"statements.py"}


def test_the_page_gives_every_color_and_font_that_the_engines_sheet_asks_for() -> None:
    style = (PRESS / "page/theme/static/press.css").read_text("utf-8")
    sheet = (STATIC / statements.SHEET).read_text("utf-8")
    asked = set(re.findall(r"var\((--proofread-[a-z-]+)", sheet))
    assert asked == set(PROPERTY.findall(style))


OUTER = {"proofread-ledger", "proofread-identities", "proofread-proofs"}
ON_CONDITION = re.compile(r":has\((?:[^()]|\([^()]*\))*\)")
COMBINATOR = re.compile(r"[\s>+~]+(?![^(]*\))")  # but for those within brackets
LISTED = re.compile(r",(?![^(]*\))")  # likewise


def subjects(sheet: str) -> list[str]:
    """What each rule of a style sheet styles: its selector's last part."""
    plain = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    selectors = re.findall(r"([^{};]+)\{", ON_CONDITION.sub("", plain))
    return [
        COMBINATOR.split(one.strip())[-1]
        for selector in selectors
        for one in LISTED.split(selector)
    ]


def test_the_press_styles_nothing_inside_a_statement_but_its_own_boxes() -> None:
    style = (PRESS / "page/theme/static/press.css").read_text("utf-8")
    assert ".scrolls" in subjects(style)
    named = {name for part in subjects(style) for name in NAME.findall(part)}
    assert named <= OUTER | {"proofread-scroll"}
