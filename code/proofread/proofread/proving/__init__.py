"""What is asked of reader 1: is this claim proved, refuted, or neither?"""

from .cases import Proof, prove

__all__ = ["Proof", "prove"]
