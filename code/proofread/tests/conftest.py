"""Shared by the engine's tests: one seeded generator, one corpus of claims."""

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent))  # `from corpus import CLAIMS`


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20240229)
