"""Reader 1: the tree at concrete small sizes, entry by entry, in exact algebra.

`reader` walks the tree; the other modules are what the rules of single nodes call.
"""

from .assumptions import assume
from .limits import limit
from .reader import Symbolic, Undecided, number

__all__ = ["Symbolic", "Undecided", "assume", "limit", "number"]
