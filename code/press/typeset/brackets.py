"""Brackets, as tall and as close as in print."""

from itertools import pairwise
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from .elements import APPLY, SCRIPTS, STACKS, is_operator

OPENING, CLOSING, BARS = set("([{⟨⌈⌊"), set(")]}⟩⌉⌋"), set("|‖")
LETTERS = {"mi", "mn", "mspace"}  # a space is one that was asked for
TALL = STACKS | {"msqrt", "mroot"}


def fit_brackets(math: Element) -> None:
    """Browsers stretch a bracket that need not be, and none that has an exponent."""
    for element in list(math.iter()):
        _base_on_both(element)
    for element in math.iter():
        if _is_pair(element):
            _keep_small(element)
        _close_up(element)


def _base_on_both(row: Element) -> None:
    r"""An exponent after \bigr) belongs to the pair and what it holds.

    Alone under its exponent, the bracket would be set lower than the opening one.
    """
    position = 0
    while position < len(row):
        script, opened = row[position], None
        if script.tag in SCRIPTS and _is_large(script[0], CLOSING):
            opened = _opening_of(row, position)
        if opened is not None:
            base = ET.Element("mrow")
            base.extend([*row[opened:position], script[0]])
            script[0] = base
            del row[opened:position]
            position = opened
        position += 1


def _opening_of(row: Element, position: int) -> int | None:
    depth = 1
    for before in range(position - 1, -1, -1):
        bracket = row[before]
        closing = bracket[0] if bracket.tag in SCRIPTS else bracket
        depth += _is_large(closing, CLOSING) - _is_large(bracket, OPENING)
        if depth == 0:
            return before
    return None


def _is_large(element: Element, brackets: set[str]) -> bool:
    return is_operator(element, brackets) and "minsize" in element.attrib


def _is_pair(element: Element) -> bool:
    r"""Whether this is what \left and \right enclose."""
    return (
        element.tag == "mrow"
        and len(element) > 1
        and is_operator(element[0], OPENING | BARS)
        and is_operator(element[-1], CLOSING | BARS)
    )


def _keep_small(row: Element) -> None:
    """Brackets around what is no taller than a letter are as tall as a letter."""
    if any(part.tag in TALL or "minsize" in part.attrib for part in row.iter()):
        return
    for bracket in (row[0], row[-1]):
        bracket.attrib.pop("lspace", None)
        bracket.attrib.pop("rspace", None)
        bracket.set("stretchy", "false")


def _close_up(row: Element) -> None:
    """Brackets stand as close to a letter when they are tall as when they are not."""
    for before, after in pairwise(row):
        opened, closed = _base(after), _base(before)
        if _is_pair(opened) and _is_letter(closed):
            opened[0].attrib.pop("lspace", None)
        if _is_pair(opened) and is_operator(before, {APPLY}):
            before.attrib.pop("lspace", None)
        if _is_pair(closed) and _is_letter(opened):
            closed[-1].attrib.pop("rspace", None)


def _base(element: Element) -> Element:
    """What carries the scripts of an element."""
    return element[0] if element.tag in SCRIPTS else element


def _is_letter(element: Element) -> bool:
    if element.tag in {"mrow", "mover"} and not _is_pair(element):
        return any(part.tag in LETTERS for part in element)
    return element.tag in LETTERS
