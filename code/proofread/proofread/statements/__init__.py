"""What a chapter writes: `claim`, `definition`, `derivation`, `refute`.

Each checks itself where it stands, shows itself, and raises ClaimError when it fails.
"""

from .claims import claim, definition, refute
from .derivations import derivation
from .lines import step
from .recording import Statement
from .reliance import Definition
from .verdicts import idle_parts

__all__ = [
    "Definition",
    "Statement",
    "claim",
    "definition",
    "derivation",
    "idle_parts",
    "refute",
    "step",
]
