"""Where a row of MathML may break, and which brackets may break inside."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import TypeAlias
from xml.etree.ElementTree import Element

from ..typeset.brackets import BARS, CLOSING, OPENING
from ..typeset.elements import SCRIPTS, is_operator
from ..typeset.width import height, space, width

QUAD = 1  # em of space, at which an author ends a line
BRACKET, FRACTION = 8, 17  # em, from which on they break inside
RELATIONS = set("=<>≤≥≠∼≈≻⪰∝→↦≡≪≫∈⇒⇔")
SIGNS, TIMES, COMMAS = set("+−±∓"), set("⋅×⊙⊗∘"), set(",;")
LARGE = set("∑∏∫")
UNDER = {"munder", "munderover", "mover"}

Row: TypeAlias = list[Element]


class Break(IntEnum):
    """Where a row breaks: at the first of these that it has."""

    STATEMENT = 0
    RELATION = 1
    SIGN = 2
    COMMA = 3
    FACTOR = 4


def core(element: Element) -> Element:
    """What carries the scripts and marks of an element, however many."""
    scripted = element.tag in SCRIPTS | UNDER
    return core(element[0]) if scripted else element


def is_relation(element: Element) -> bool:
    """Whether this is the sign of a relation, maybe with a word above."""
    return is_operator(core(element), RELATIONS)


def is_sign(element: Element) -> bool:
    """Whether this adds or takes away what follows."""
    return is_operator(element, SIGNS)


# ---- where a row may break


def breaks(row: Sequence[Element]) -> Iterator[tuple[int, Break]]:
    """The places at which a row may break, each before an element."""
    for k, (before, after) in enumerate(pairwise(row), 1):
        if k > 1 and _is_thin(before):
            before = row[k - 2]
        if after.tag != "mspace" and (rank := _between(before, after)) is not None:
            yield k, rank


def _between(before: Element, after: Element) -> Break | None:
    if before.tag == "mspace" and not _is_thin(before):
        return Break.STATEMENT
    if is_operator(before, COMMAS):
        return Break.COMMA
    if _awaits(before):
        return None
    if is_relation(after):
        return Break.RELATION
    if is_sign(after):
        return Break.SIGN
    return Break.FACTOR if _is_factor(before, after) else None


def _is_thin(element: Element) -> bool:
    return element.tag == "mspace" and space(element) < QUAD


def _awaits(element: Element) -> bool:
    """Whether this is an operator or a name, as log, that what follows belongs to."""
    mark = core(element)
    return not _closes(mark) if mark.tag == "mo" else _names_function(mark)


def _names_function(element: Element) -> bool:
    """Whether this is log or the like; lim and its kind reach over a product."""
    *_, last = element.iter()
    return last.tag == "mi" and len(last.text or "") > 1


def _is_factor(before: Element, after: Element) -> bool:
    mark = core(after)
    if mark.tag == "mo":
        return is_operator(mark, LARGE | TIMES)
    tall = "mfrac" in (before.tag, after.tag)
    return tall or (_is_bracket(before) and _is_bracket(after))


# ---- brackets


def grouped(children: Sequence[Element]) -> Row:
    """The row that some elements make: each bracket is one element."""
    _keep_forms(children)
    open_rows: list[Row] = [[]]
    for child in children:
        if _opens(child):
            open_rows.append([child])
        elif _closes(core(child)) and len(open_rows) > 1:
            bracket = Element("mrow")
            bracket.extend([*open_rows.pop(), child])
            open_rows[-1].append(bracket)
        elif len(child) or child.tag != "mrow":
            open_rows[-1].append(child)
    return [element for row in open_rows for element in row]


def _keep_forms(children: Sequence[Element]) -> None:
    """Signs and bars at either end stay what they are there wherever they stand."""
    seen = [child for child in children if child.tag != "mspace"]
    if len(seen) > 1:
        for end, form in ((seen[0], "prefix"), (core(seen[-1]), "postfix")):
            if is_operator(end, SIGNS | BARS):
                end.attrib.setdefault("form", form)


def _opens(element: Element) -> bool:
    is_bar = is_operator(element, BARS) and element.get("form") == "prefix"
    return is_bar or is_operator(element, OPENING)


def _closes(element: Element) -> bool:
    is_bar = is_operator(element, BARS) and element.get("form") == "postfix"
    return is_bar or is_operator(element, CLOSING)


def _is_bracket(element: Element) -> bool:
    """Whether this is a bracket with what it holds, maybe under scripts."""
    row = _base(element)
    return (
        row.tag == "mrow"
        and len(row) > 1
        and is_operator(row[0], OPENING | BARS)
        and is_operator(core(row[-1]), CLOSING | BARS)
    )


def _base(element: Element) -> Element:
    return element[0] if element.tag in SCRIPTS else element


def opened(row: Row) -> Row | None:
    """The row with what its wide brackets hold in their place; None where none is."""
    wide = [element for element in row if _may_open(element)]
    if not wide:
        return None
    return [part for e in row for part in (_opened(e) if e in wide else [e])]


def _may_open(element: Element) -> bool:
    least = {"mrow": BRACKET, "mfrac": FRACTION}.get(_base(element).tag)
    if least is None or width(element) < least:
        return False
    if element.tag in SCRIPTS and not _is_bracket(element):
        return False
    inside = _inside(element)
    if _names_function(inside[0]) and inside[-1].tag == "mfrac":
        return False  # log of a fraction is not log of 1 over what is below its line
    return any(breaks(inside)) or any(map(_may_open, inside))


def _inside(element: Element) -> Row:
    if element.tag == "mfrac":
        top = element[0]
        return grouped(list(top) if top.tag == "mrow" else [top])
    held = list(_base(element))
    return grouped(held[1:-1] if _is_bracket(element) else held)


def _opened(element: Element) -> Row:
    """What stands in the place of a bracket; both its ends keep the size they had."""
    inside = _inside(element)
    if element.tag == "mfrac":
        return _over_one(element, inside)
    if not _is_bracket(element):
        return inside
    row = _base(element)
    high = f"{height(row):.2f}em"
    for end, form in ((row[0], "prefix"), (core(row[-1]), "postfix")):
        end.attrib.setdefault("form", form)
        if not {"stretchy", "minsize"} & set(end.attrib):
            end.attrib |= {"minsize": high, "maxsize": high}
    opening, closing = row[0], row[-1]
    if element is not row:
        row[:] = [Element("mi"), closing]  # alone, it would be set lower
        closing = element
    return [opening, *inside, closing]


def _over_one(fraction: Element, top: Row) -> Row:
    """A fraction with 1 above its line, and in brackets what stood there."""
    size = {"minsize": "1.2em", "maxsize": "1.2em"}
    ends = [Element("mo", size), Element("mo", size)]
    ends[0].text, ends[1].text = "[]"
    one = Element("mn")
    one.text = "1"
    fraction[0] = one
    return [fraction, ends[0], *top, ends[1]]
