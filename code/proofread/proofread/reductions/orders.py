"""Orders: by Taylor, from the derivatives at 0."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..claim import Claim
from ..node import dims
from ..nodes import Components, Relation
from ..scope import reach
from .known import ZERO, Known
from .measured import require_order
from .parts import Follows, Reduction, Unshown, Witness, equation


def order(claim: Claim, witness: Witness) -> Reduction:
    """All derivatives at 0 below the order vanish, that of the order does not."""
    t, whole = claim.variable, witness.whole
    power = claim.rhs.as_base_exp()[1]
    if claim.toward != 0 or claim.rhs != t**power or not power.is_Integer or power < 1:
        raise Unshown("an order other than a power at 0")
    s = sp.Symbol(t.name, real=True)
    _require_apart(t, s, whole, claim)
    shown = equation(claim, t**witness.times * claim.lhs, whole.xreplace({s: t}))
    Known(shown, claim.sides).require_smooth(whole, s)
    _require_no_zero(witness.leading)
    total = int(power) + witness.times
    slopes = [_slope(whole, s, k) for k in range(total + 1)]
    zero = sp.ZeroMatrix(*dims(whole)) if dims(whole) else ZERO
    equations = [equation(claim, e, zero) for e in slopes[:-1]]
    equations.append(equation(claim, slopes[-1], witness.leading))
    equations = equations if shown.lhs == shown.rhs else [shown, *equations]
    require_order(claim)
    condition = Relation(witness.leading, "!=", zero)
    follows = (Follows.NOTHING,) * (len(equations) - 1)
    return Reduction(tuple(equations), (*follows, Follows.ORDER), (condition,))


def _require_apart(t: Any, s: Any, whole: Any, claim: Claim) -> None:
    """Refuse t in what names stand for, and s, which is t without a sign, elsewhere."""
    used = {s} if s == t else set[Any]()
    hidden = reach(sp.Tuple(*claim.given, *_stood_for(whole, claim)), claim.definitions)
    if t in hidden | (reach(whole, claim.definitions) - used):
        raise Unshown(f"{t} is in a hypothesis or a value")
    if s in reach(sp.Tuple(*claim.expressions()), claim.definitions) - used:
        raise Unshown(f"{s} has two meanings")


def _stood_for(e: Any, claim: Claim) -> list[Any]:
    """The names that a term reaches, and their values."""
    nodes = reach(e, claim.definitions)
    found = ((q, claim.definitions.lookup(q)) for q in nodes)
    return [part for q, value in found if value for part in (q, value[0])]


def _require_no_zero(leading: Any) -> None:
    """Refuse 0 as the first derivative that is not 0."""
    if (leading.args[0] if isinstance(leading, Components) else leading) == 0:
        raise Unshown("the first derivative that is not shown to be 0 is 0")


def _slope(e: Any, t: Any, k: int) -> Any:
    """The k-th derivative at 0."""
    return sp.Subs(sp.Derivative(e, (t, k)) if k else e, t, 0)
