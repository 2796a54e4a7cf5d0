"""How wide a formula is on a page: the one estimate that the press has.

The engine has its own, of LaTeX (`proofread.printing.width`): it breaks equations into
lines before anything is set.
"""

from xml.etree.ElementTree import Element

from .elements import APPLY, SCRIPTS, STACKS

LETTER, TIGHT, SPACED, SCRIPT = 0.6, 0.45, 1.3, 0.7
INVISIBLE = {APPLY, "\u2062", "\u2063", "\u2064"}


def width(element: Element) -> float:
    """About how wide MathML is set, in em: enough to choose between two layouts."""
    inside = [width(child) for child in element]
    if element.tag in STACKS:
        return max(inside, default=0)
    if element.tag in SCRIPTS:
        return inside[0] + SCRIPT * max(inside[1:])
    if element.tag == "mo":
        return _operator_width(element)
    return sum(inside) + LETTER * len(element.text or "")


def _operator_width(operator: Element) -> float:
    text = operator.text or ""
    if text in INVISIBLE:
        return 0
    if len(text) > 1:
        return LETTER * len(text)
    tight = operator.get("lspace") == "0" or operator.get("stretchy") == "false"
    return TIGHT if tight else SPACED
