"""What is asked of reader 2: by how much do the two sides differ?"""

from .comparison import Disagreement
from .measurement import Measurement, at_edges, holds, measure, meets

__all__ = ["Disagreement", "Measurement", "at_edges", "holds", "measure", "meets"]
