"""An arg min or arg max that does not exist: said, instead of where a search ended."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..claim import Claim
from ..measuring import Disagreement
from ..nodes import Extremizer
from ..numeric import Numeric, number
from ..numeric.extremes import beyond
from ..printing import latex
from ..slips import attempt


def no_extreme(claim: Claim, worst: Disagreement) -> str:
    """Which extreme the search did not find between its ends; empty where it did."""
    brackets: dict[Any, Any] = {
        s: d for s, d in claim.domain.items() if isinstance(d, tuple)
    }
    read = Numeric(worst.values, claim.definitions, brackets)
    for q in sp.preorder_traversal(sp.Tuple(*claim.sides)):
        if isinstance(q, Extremizer) and (told := attempt(lambda q=q: _told(read, q))):
            return told
    return ""


def _told(read: Numeric, q: Any) -> str:
    x = q.args[1]
    if (ends := beyond(read, x, float(number(read(q))))) is None:
        return ""
    word, (low, high) = "maximum" if q.largest else "minimum", ends
    where = f"for ${latex(x)}$ between {low:g} and {high:g}"
    return (
        f"${latex(q)}$ does not exist: there is no {word} {where};"
        " a domain says where else to look"
    )
