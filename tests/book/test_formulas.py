"""Every formula of the built book is MathML that browsers draw."""

from pathlib import Path
from xml.etree import ElementTree as ET

from press.page.fonts import FORMULA
from press.typeset.elements import CORE, TOKENS


def test_formulas_hold_only_what_mathml_core_allows_there(site: Path) -> None:
    pages = [page.read_text("utf-8") for page in site.rglob("*.html")]
    formulas = {formula for page in pages for formula in FORMULA.findall(page)}
    assert formulas
    parts = [part for formula in formulas for part in ET.fromstring(formula).iter()]
    assert {part.tag for part in parts} <= CORE
    assert not any(len(part) for part in parts if part.tag in TOKENS)
    roots = [part for part in parts if part.tag == "math"]
    assert all(part.get("data-tex") or is_piece(part) for part in roots)


def is_piece(math: ET.Element) -> bool:
    """Whether this is part of a formula, whose LaTeX the box around it has."""
    return set(math.attrib) <= {"displaystyle"}
