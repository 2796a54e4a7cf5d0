"""What a claim rests on besides its hypotheses: its conditions.

Assumptions on names are left out where the claim is proved without them; parts of it
have to exist; functions have to be smooth; sizes have to suit one another.
"""

from .conditions import Assumed, conditions_of, rests_on

__all__ = ["Assumed", "conditions_of", "rests_on"]
