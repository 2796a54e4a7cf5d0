"""What is asked of reader 2: by how much do the two sides differ?"""

from .comparison import Disagreement
from .measurement import Measurement, holds, measure

__all__ = ["Disagreement", "Measurement", "holds", "measure"]
