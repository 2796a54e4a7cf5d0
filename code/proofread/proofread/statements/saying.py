"""What a claim has to say besides being true, as measuring tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ..binding import CLOSED, bound, free
from ..claim import Claim
from ..declaration import declared
from ..distributions import Random
from ..measuring import holds
from ..node import MatrixNode, ScalarNode, dims
from ..nodes import (
    AppliedScalarFunction,
    AppliedVectorFunction,
    BasisVector,
    Column,
    Entry,
    Row,
)
from ..numeric import constants
from ..points import near, reader_at
from ..printing import latex
from ..scope import reach
from ..trivial import says_nothing
from .recording import failure
from .reliance import Reliance
from .verdicts import require_needed

DRAWS, FIRST = 6, 700  # points at which values are compared, none of them measured at
CALCULUS = (sp.Derivative, sp.Integral, sp.Limit, sp.Sum, sp.Product)
COMPOUND = (ScalarNode, MatrixNode, *CALCULUS, sp.Determinant, sp.Trace, sp.Inverse)
ATOMS = (AppliedScalarFunction, AppliedVectorFunction, BasisVector, Column, Entry, Row)
"""As general as the names in them."""


def require_said(claims: list[Claim], relies: Reliance) -> None:
    """Refuse what is idle, and what says nothing, or less than what is true.

    claims: one alone, or the lines of a derivation, which together lead somewhere too.
    """
    first, last = claims[0], claims[-1]
    require_needed(first.key, claims, relies)
    whole = first.changed(rhs=last.rhs, line=None)
    for claim in (*claims, whole):
        if what := says_nothing(claim):
            line = f"line {claim.number}: " if claim.line else ""
            raise failure(claim.key, "engine", line + what)
    for claim in claims:
        require_open(claim)
    if not first.line:
        require_general(first)


def require_open(claim: Claim) -> None:
    """Refuse hypotheses that leave one single value for all names of the sides."""
    if claim.given and (names := _pinned(claim)):
        what = f"the hypotheses leave one single value for {', '.join(names)}"
        what += ": it says nothing; state it at that value"
        raise failure(claim.key, "engine", what)


def _pinned(claim: Claim) -> list[str]:
    """The names of the sides, where each has one value alone; else none."""
    nodes = reach(sp.Tuple(*claim.sides), claim.definitions)
    if any(isinstance(q, Random) for q in nodes):
        return []
    keys = {name.key(q) for q in nodes if (name := declared(q).name)}
    points = [reader_at(claim, near(FIRST + k)).values for k in range(DRAWS)]
    keys = (keys & points[0].keys()) - claim.sizes.keys()
    drawn = {k: [np.asarray(constants(values[k])) for values in points] for k in keys}
    if all(np.allclose(d, d[0], atol=0) for d in drawn.values()):
        return sorted(map(str, keys))
    return []


def require_general(claim: Claim) -> None:
    """Refuse a claim that holds of anything in the place of a compound part."""
    for part in _parts(claim):
        try:
            general = holds(_replaced(claim, part))
        except (TypeError, ValueError, LookupError):
            continue
        if general:
            what = f"it holds of anything in the place of ${latex(part)}$"
            raise failure(claim.key, "engine", f"{what}: state the general one")


def _parts(claim: Claim) -> Iterator[Any]:
    """The compound parts of both sides that nothing around them varies or binds."""
    left, right = (set(sp.preorder_traversal(side)) for side in claim.sides)
    found = (q for q in left & right if isinstance(q, COMPOUND))
    for part in sorted(found, key=sp.default_sort_key):
        around = [q for q in left | right if q != part and q.has(part)]
        fixed = not any(_moves(q, free(part)) for q in around)
        if free(part) and fixed and not isinstance(part, ATOMS):
            yield part


def _moves(e: Any, names: frozenset[Any]) -> bool:
    """Whether a node takes some of these names at other values than around it."""
    states = declared(e).states
    stated = () if states is None else e.args[states]
    variables = [a for a in e.args if states is not None and a not in stated]
    own = free(sp.Tuple(*variables)).union(bound(e))
    return isinstance(e, CLOSED) or not names.isdisjoint(own)


def _replaced(claim: Claim, part: Any) -> Claim:
    """The claim with a fresh name of the same shape throughout."""
    shape = dims(part)
    fresh = sp.MatrixSymbol("_any", *shape) if shape else sp.Symbol("_any", real=True)
    by = {part: fresh}
    return claim.changed(
        lhs=claim.lhs.xreplace(by),
        rhs=claim.rhs.xreplace(by),
        given=tuple(h.xreplace(by) for h in claim.given),
        equality={k: v.xreplace(by) for k, v in claim.equality.items()},
    )
