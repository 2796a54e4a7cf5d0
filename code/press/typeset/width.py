"""How wide and how high a formula is on a page: the estimates that the press has.

The engine has its own, of LaTeX (`proofread.printing.width`): it breaks equations into
lines before anything is set.
"""

from xml.etree.ElementTree import Element

from .elements import APPLY, SCRIPTS, STACKS

LETTER, TIGHT, SPACED, SCRIPT = 0.6, 0.45, 1.3, 0.7
LINE, LARGE, RULED = 1.0, 1.4, 0.3
SUMS = {"∑", "∏", "∫"}
INVISIBLE = {APPLY, "\u2062", "\u2063", "\u2064"}


def width(element: Element) -> float:
    """About how wide MathML is set, in em: enough to choose between two layouts."""
    inside = [width(child) for child in element]
    if element.tag in STACKS:
        return max(inside, default=0)
    if element.tag in SCRIPTS:
        return inside[0] + SCRIPT * max(inside[1:])
    if element.tag == "mspace":
        return space(element)
    if element.tag == "mo":
        return _operator_width(element)
    return sum(inside) + LETTER * len(element.text or "")


def space(element: Element) -> float:
    """How wide an <mspace> is, in em."""
    return float(element.get("width", "0em").removesuffix("em"))


def height(element: Element) -> float:
    """About how high MathML is set in a display, in em, and a bracket around it."""
    inside = [height(child) for child in element]
    if element.tag == "mfrac":
        return sum(inside) + RULED
    if element.tag in {"munder", "munderover"}:
        return inside[0] + SCRIPT * sum(inside[1:])
    if element.tag in SCRIPTS:
        return max(inside[0], SCRIPT * (1 + max(inside[1:])))
    return max(inside, default=LARGE if element.text in SUMS else LINE)


def _operator_width(operator: Element) -> float:
    text = operator.text or ""
    if text in INVISIBLE:
        return 0
    if len(text) > 1:
        return LETTER * len(text)
    tight = operator.get("lspace") == "0" or operator.get("stretchy") == "false"
    return TIGHT if tight else SPACED
