"""What equations show a claim that is none: an inequality, an optimum, an order.

The last inference from equations to a claim, by signs that are declared with the nodes.
A search finds the `Witness`; what is said here is trusted as the checker is.
"""

from __future__ import annotations

import sympy as sp

from ..claim import Claim
from ..relations import ORDERED
from .inequalities import inequality
from .optima import optimum
from .orders import order
from .parts import EXTREMIZERS, Follows, Reduction, Unshown, Witness

__all__ = ["EXTREMIZERS", "Follows", "Reduction", "Unshown", "Witness", "reduction"]


def reduction(claim: Claim, witness: Witness) -> Reduction:
    """What shows a claim by a witness; raises Unshown where it does not."""
    if claim.oracle or claim.prover:
        raise Unshown("it has an oracle or a prover")
    if any(q.has(sp.I) for q in claim.expressions()):
        raise Unshown("numbers that may not be real")
    if claim.cases(claim.sizes) != [{}]:
        raise Unshown("an index that is free")
    if claim.relation in ORDERED:
        return inequality(claim, witness)
    if claim.relation == "~":
        return order(claim, witness)
    if isinstance(claim.lhs, EXTREMIZERS):
        return optimum(claim, witness)
    raise Unshown(f"nothing is known of the relation {claim.relation}")
