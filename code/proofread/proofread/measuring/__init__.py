"""What is asked of reader 2: by how much do the two sides differ?"""

from .attack import attack, enlarge
from .measurement import Measurement, at_edges, holds, measure, meets
from .sides import Disagreement
from .trial import Attack

__all__ = [
    "Attack",
    "Disagreement",
    "Measurement",
    "at_edges",
    "attack",
    "enlarge",
    "holds",
    "measure",
    "meets",
]
