"""Reader 1: the tree at concrete small sizes, entry by entry, in exact algebra.

`reader` walks the tree; the other modules register one rule for each node.
"""

from . import algebra, calculus, chance, names, spectra  # noqa: F401
from .assumptions import assume
from .calculus import limit
from .reader import Symbolic, Undecided, number

__all__ = ["Symbolic", "Undecided", "assume", "limit", "number"]
