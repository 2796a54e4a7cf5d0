"""Reader 2: the tree walked in NumPy, at other sizes and generic values.

`reader` walks the tree and takes complex steps; the other modules register one rule for
each node.
"""

from . import algebra, calculus, chance, extremes, functions, names  # noqa: F401
from .reader import NotAnalytic, Numeric, number

__all__ = ["NotAnalytic", "Numeric", "number"]
