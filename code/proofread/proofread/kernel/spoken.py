"""What a claim speaks of, its definitions too."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..claim import Claim


def speaks_of(claim: Claim, *kinds: type) -> bool:
    """Whether a claim speaks of nodes of a kind."""
    return bool(_nodes(claim, *kinds))


def speaks_of_exp(claim: Claim) -> bool:
    """Whether a claim speaks of exp, or of a power that is one."""
    real = (not x.is_number and not x.is_integer for x in _exponents(claim))
    return any(real) or speaks_of(claim, sp.exp)


def whole_exponents(claim: Claim) -> set[Any]:
    """The symbols that stand in whole exponents: sizes too."""
    whole = (x for x in _exponents(claim) if x.is_integer and not x.is_Integer)
    letters = {k for x in whole for k in x.free_symbols}
    return {k for k in letters if k.is_Symbol and k.is_nonnegative}


def _exponents(claim: Claim) -> list[Any]:
    return [p.exp for p in _nodes(claim, sp.Pow)]


def _nodes(claim: Claim, *kinds: type) -> set[Any]:
    return claim.definitions.atoms(sp.Tuple(*claim.expressions()), *kinds)
