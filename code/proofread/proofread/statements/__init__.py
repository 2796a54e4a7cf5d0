"""What a chapter writes: `claim`, `definition`, `derivation`, `refute`.

Each checks itself where it stands, shows itself, and raises ClaimError when it fails.
"""

from .claims import claim, definition, refute
from .derivations import derivation
from .lines import step
from .needed import idle_parts
from .recording import Statement
from .reliance import Definition

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
