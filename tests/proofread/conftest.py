"""Lets the tests of the engine share one corpus: `from corpus import CLAIMS`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
