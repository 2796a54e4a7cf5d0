r"""Reading formulas: from MathML or LaTeX, as they are seen, to the engine's trees.

It shares no code with the printer.  `layout` is what a formula looks like; `mathml` and
`tex` make it; `Parser` reads it, given a list of `Names`; `Statement` has the names and
numbers of a statement, and `fault` says whether a rendering of it says what was proved.

    row = tex.layout(r"\mathbf{x}^{\top}\mathbf{A}\mathbf{x} \ge 0")
    signs, sides = Parser(row, names, Sizes()).relation()

Raises Unreadable at what it cannot read.
"""

from .checking import Formulas, fault
from .comparing import Misread, compare
from .grammar import Parser
from .layout import Row, Unreadable
from .shapes import Sizes
from .statement import Statement
from .table import Name, Names

__all__ = [
    "Formulas",
    "Misread",
    "Name",
    "Names",
    "Parser",
    "Row",
    "Sizes",
    "Statement",
    "Unreadable",
    "compare",
    "fault",
]
