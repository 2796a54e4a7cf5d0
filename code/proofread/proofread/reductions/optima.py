"""Optima: what a function lacks at one place is positive at every other."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..binding import put_all
from ..claim import Claim
from ..node import extent
from ..scope import reach
from .known import NAMES, ZERO, Known, told_alike
from .measured import require_found, require_met
from .parts import Follows, Reduction, Unshown, Witness, equation

PLAIN = sp.Symbol("x", positive=True).assumptions0


def optimum(claim: Claim, witness: Witness) -> Reduction:
    """The gap is by how much any value is worse than the one at the place."""
    (f, x), at = claim.lhs.args, claim.rhs
    f = -f if claim.lhs.largest else f
    _require_free(x, claim, at)
    main, gap, flat = _change(f, x, at, claim, witness)
    known = Known(main, [f, at])
    conditions = _conditions(known, put_all(f, {x: at}), at, x)
    known.given += conditions
    known.require_values(gap, witness.back)
    _require_alone(known, gap, witness)
    require_met(claim, conditions)
    require_found(claim)
    made = (
        {Follows.NOTHING: main, Follows.FLAT: flat} if flat else {Follows.SIGNED: main}
    )
    if x - at != witness.back:
        made[Follows.ALONE] = equation(claim, x - at, witness.back)
    return Reduction(tuple(made.values()), tuple(made), conditions, gap)


def _require_alone(known: Known, gap: Any, witness: Witness) -> None:
    """Refuse a gap that may be 0 at another place, or negative."""
    if witness.part not in known.zeros(gap):
        raise Unshown(f"{gap} may be 0 where {witness.part} is not")
    if not _vanishes(witness.back, witness.part):
        raise Unshown(f"{witness.back} may be no 0 where {witness.part} is")


def _conditions(known: Known, there: Any, at: Any, x: Any) -> tuple[Any, ...]:
    """That the place is one for x, where the function has a value."""
    found = [*known.to_have_a_value(there), *known.to_be_like(at, x)]
    for h in found:
        if h.lhs.is_zero or (h.op == ">" and h.lhs.is_nonpositive):
            raise Unshown(f"{h} never holds")
    plain = {told_alike(h.lhs): h for h in found if h.op == ">"}
    zero = {told_alike(h.lhs): h for h in found if h.op != ">"}
    return tuple((zero | plain).values())


def _change(f: Any, x: Any, at: Any, claim: Claim, witness: Witness) -> Any:
    """How a function changes from the place to x, the gap, and that this is all.

    Where names are given, it is how it changes from any other place.
    """
    if not witness.names:
        change = f - put_all(f, {x: at})
        return equation(claim, change, witness.gap), witness.gap, None
    z, step = witness.names
    if z == step or not all(_is_new(name, x, claim) for name in witness.names):
        raise Unshown(f"{z} or {step} has another meaning")
    change = f - put_all(f, {x: z})
    right = witness.gap + put_all(witness.other, {step: x - z})
    flat = equation(claim, put_all(witness.other, {z: at}), ZERO)
    return equation(claim, change, right), put_all(witness.gap, {z: at}), flat


def _is_new(z: Any, x: Any, claim: Claim) -> bool:
    """Whether a name is of the kind of x, and of nothing else in a claim."""
    like = type(z) is type(x) is sp.MatrixSymbol and z.shape == x.shape
    nodes = (q for e in claim.expressions() for q in sp.preorder_traversal(e))
    return like and str(z) not in {str(q) for q in nodes if isinstance(q, NAMES)}


def _require_free(x: Any, claim: Claim, at: Any) -> None:
    """Refuse a variable that means something outside of the function."""
    values = [*claim.given, *(q for pair in claim.where for q in pair), at]
    if x in reach(sp.Tuple(*values), claim.definitions):
        raise Unshown(f"{x} is free elsewhere")
    if extent(x) != extent(at):
        raise Unshown("sides of different shapes")
    if not isinstance(x, (sp.Symbol, sp.MatrixSymbol)):
        raise Unshown(f"{x} is no plain name")
    if isinstance(x, sp.Symbol) and not x.assumptions0.items() <= PLAIN.items():
        raise Unshown(f"more is assumed of {x} than its sign")


def _vanishes(e: Any, part: Any) -> bool:
    """Whether a product is 0 where a part of it is."""
    if e in (part, -part):
        return True
    if isinstance(e, sp.Add) and isinstance(part, sp.Add):  # the same but for a number
        return e.primitive()[1] in (part.primitive()[1], -part.primitive()[1])
    inner = isinstance(e, (sp.Mul, sp.MatMul, sp.Transpose))
    return inner and any(_vanishes(a, part) for a in e.args)
