"""The library's MathML, where browsers would set it otherwise than TeX.

The library knows TeX's spacing and alphabets. What is left comes of browsers: how they
place scripts and stretch brackets, and which characters a font draws.
"""

import re
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from .brackets import fit_brackets
from .elements import APPLY, CORE, is_operator

PRIMES = set("′″‴⁗")
LINE_BELOW, OVERLINE = "\u0332", "‾"


class FormulaError(ValueError):
    """A formula that cannot be set, and why."""

    def __init__(self, tex: str, reason: str) -> None:
        super().__init__(f"cannot set {tex!r}\n    {reason}")


def polished(tex: str, markup: str) -> Element:
    """The element <math> of one formula, with its LaTeX as data-tex.

    Raises FormulaError if a browser would leave part of it out.
    """
    math = ET.fromstring(markup.replace("&ApplyFunction;", APPLY))
    if foreign := {part.tag for part in math.iter()} - CORE:
        reason = f"browsers do not draw what it needs: {', '.join(sorted(foreign))}"
        raise FormulaError(tex, reason)
    fit_brackets(math)
    for element in list(math.iter()):
        _set_prime(element)
        _draw_overline(element)
    math.attrib = {"data-tex": tex, **math.attrib}
    return math


def _set_prime(element: Element) -> None:
    """A prime stands behind its letter: fonts draw it raised already."""
    prime = element[-1] if element.tag in {"msup", "msubsup"} else element
    if prime is element or not is_operator(prime, PRIMES):
        return
    prime.attrib |= {"lspace": "0", "rspace": "0"}
    element.remove(prime)
    primed = element
    if element.tag == "msubsup":
        element.tag = "msub"
        primed = ET.Element("mrow")
        primed.append(element[0])
        element[0] = primed
    else:
        element.tag = "mrow"
    primed.append(prime)


def _draw_overline(element: Element) -> None:
    """The library takes the line below, which not every browser stretches."""
    if element.tag == "mover" and element[1].text == LINE_BELOW:
        element[1].text = OVERLINE


def html(math: Element) -> str:
    """The element as a page has it."""
    return re.sub(r"(?<=<mspace) />", "/>", ET.tostring(math, encoding="unicode"))
