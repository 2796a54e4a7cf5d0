"""The elements of MathML Core: what browsers draw."""

from xml.etree.ElementTree import Element

TOKENS = {"mi", "mn", "mo", "ms", "mspace", "mtext"}  # these hold text only
SCRIPTS = {"msub", "msup", "msubsup"}
STACKS = {"mfrac", "munder", "mover", "munderover", "mtable"}
ROWS = {"math", "mrow", "mstyle", "mpadded", "mphantom", "msqrt", "mtr", "mtd"}
CORE = TOKENS | SCRIPTS | STACKS | ROWS | {"mroot", "mmultiscripts", "mprescripts"}
APPLY = "\u2061"


def is_operator(element: Element, characters: set[str]) -> bool:
    """Whether this is one of these operators."""
    return element.tag == "mo" and element.text in characters
