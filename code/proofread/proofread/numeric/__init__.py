"""Reader 2: the tree walked in NumPy, at other sizes and generic values.

`reader` walks the tree and takes complex steps; the other modules are what the rules of
single nodes call.
"""

from .impositions import Rejected, impose
from .reader import NotAnalytic, Numeric, number
from .sampling import SmoothFunction, constants, draw
from .sources import Source
from .watch import Watch

__all__ = [
    "NotAnalytic",
    "Numeric",
    "Rejected",
    "SmoothFunction",
    "Source",
    "Watch",
    "constants",
    "draw",
    "impose",
    "number",
]
