"""Whether what a reader sees states a relation: a formula's MathML, or plain words.

What stands in a script says no more than where it belongs, unless it begins with its
sign: a brace over 2 + 2 with “= 5” beneath states that they are equal.
"""

from __future__ import annotations

import re
from html import unescape
from xml.etree import ElementTree as ET

ARROWS = "\u2190-\u21ff\u27f0-\u27ff\u2900-\u297f"
COMPARED = (
    "=<>~＝＜＞﹦≔≕\u2208-\u220d\u221d\u2226\u223c-\u2292\u22a2\u22a3\u22a5-\u22b8"
)
RARE = "\u22c8-\u22cd\u22d0\u22d1\u22d4-\u22ed\u2a6c-\u2a78\u2a7d-\u2abc\u27c2"
DIVIDES = "∣∤"
MARKS = re.compile(f"[{ARROWS}{COMPARED}{RARE}{DIVIDES}]")
BEGINS = re.compile(rf"[\s&]*(?:{MARKS.pattern})")
ASIDE = re.compile(r"[([|‖][^()\[\]|‖]*[)\]|‖]")  # what is within brackets: p(y ∣ x)
IN_WORDS = re.compile(
    r"\b(?:equals?|is|are|exceeds?|implies|iff|divides|belongs|at (?:most|least)"
    r"|(?:less|greater|more|smaller|larger) than|(?:proportional|equal) to)\b"
)
RAISED = "\u00b2\u00b3\u00b9\u2070-\u209f"
ALPHABETS = "\U0001d400-\U0001d7ff"
SET = re.compile(f"[\u2200-\u22ff{RAISED}{ALPHABETS}]")  # a program has none of these
WORD = re.compile(rf"[^\W\d_{RAISED}{ALPHABETS}]{{2,}}")
NAME = re.compile(r"\{[^}]*\}")  # the namespace of a tag
SCRIPTS = {"msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts"}
NOT_SEEN = {"annotation", "annotation-xml", "mphantom"}


def states_in_formula(markup: str) -> bool:
    """Whether a formula's MathML states a relation; one that cannot be read does."""
    if not MARKS.search(unescape(markup.partition(">")[2])) and "mtext" not in markup:
        return False
    try:
        math = parsed(markup)
    except ET.ParseError:
        return True
    said = (part.text or "" for part in math.iter() if name_of(part) == "mtext")
    return states_in_marks(read(math)) or any(map(IN_WORDS.search, said))


def holds_rows_that_state(markup: str) -> bool:
    """Whether a formula is set in rows, as a display is, that state a relation."""
    if "<mtable" not in markup:
        return False
    rows = (part for part in parsed(markup).iter() if name_of(part) == "mtable")
    return any(states_in_marks(read(row)) for row in rows)


def marks(markup: str) -> str:
    """The marks of a formula, or of words, in their order."""
    return read(parsed(markup)) if markup.startswith("<math") else markup


def parsed(markup: str) -> ET.Element:
    """A formula's MathML, its letters by their names put in."""
    return ET.fromstring(re.sub(r"&(?!#|lt;|gt;|amp;|quot;)\w+;", _letter, markup))


def states_in_marks(text: str) -> bool:
    """Whether a text holds the mark of a relation; a bar within brackets is none."""
    found = {*MARKS.findall(text)}
    return bool(found - {"∣"}) or bool("∣" in found and "∣" in ASIDE.sub("", text))


def is_bare(text: str) -> bool:
    """Whether a text is a relation, and no word explains it."""
    return states_in_marks(text) and not WORD.search(text)


def is_set(text: str) -> bool:
    """Whether a line of typewriter is a relation written as mathematics is set."""
    return is_bare(text) and bool(SET.search(text))


def read(part: ET.Element) -> str:
    """The marks of a formula in their order, without scripts."""
    name = name_of(part)
    if name in NOT_SEEN:
        return ""
    if name == "mspace":
        return " "
    inner = list(part)
    if name in SCRIPTS and inner:
        scripts = (read(script) for script in inner[1:])
        return read(inner[0]) + "".join(s for s in scripts if BEGINS.match(s))
    return (part.text or "") + "".join(read(each) for each in inner)


def name_of(part: ET.Element) -> str:
    """The tag of a part, without its namespace."""
    return NAME.sub("", part.tag)


def _letter(found: re.Match[str]) -> str:
    return unescape(found[0])
