"""Slopes, gradients, differentials, and what is taken at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..node import is_matrix
from ..nodes import Differential, Entry, Grad, HessianMatrix, Jacobian, Partial
from ..samples import NameKind
from . import applied, brackets
from .layout import (
    Digits,
    Fraction,
    Letter,
    Mark,
    Row,
    Script,
    Sign,
    Unreadable,
    base,
    shown,
)
from .scripts import lower, power, raised, upper
from .shapes import AtPlace, Shaped
from .table import is_sign

if TYPE_CHECKING:
    from .grammar import Parser

UPRIGHT = Letter("d", "upright")
ROUND = Sign("∂")


def is_slope(mark: Mark | None) -> bool:
    """Whether a fraction is d/dx, ∂/∂x or ∂f/∂x."""
    part = base(mark) if mark is not None else None
    if not isinstance(part, Fraction) or not part.top or not part.bottom:
        return False
    sign = base(part.top[0])
    return sign in (UPRIGHT, ROUND) and part.bottom[0] == sign


def slope(parser: Parser) -> Any:
    """A derivative: of what stands above the line, or of what follows."""
    mark = parser.next()
    part = base(mark)
    assert isinstance(part, Fraction)
    by = _variables(parser, part.bottom, base(part.top[0]))
    order = sp.Add(*(count for _, count in by))
    said = parser.whole(upper(part.top[0])) if upper(part.top[0]) else sp.S.One
    if order != said:
        raise Unreadable(f"a derivative of order {said} by {order} variables")
    above = part.top[1:]
    if (made := _partial(parser, above, by)) is not None:
        return raised(parser, made, mark)
    if above:
        inner = parser.inner(above)
        return raised(parser, _derived(parser, inner.ended(inner.sum()), by), mark)
    return _derived(parser, parser.sizes.plain(parser.factor()), by)


def _variables(parser: Parser, row: Row, sign: Mark) -> list[tuple[Any, int]]:
    """By what a derivative is taken, and how often."""
    found: list[tuple[Any, int]] = []
    inner = parser.inner(row)
    while inner.peek() is not None:
        if inner.next() != sign:
            raise Unreadable(f"{shown(row)} below a derivative")
        found.append(_variable(parser, inner.next()))
    return found


def _variable(parser: Parser, mark: Mark) -> tuple[Any, int]:
    count = 1
    if parser.names.get(mark) is None and isinstance(mark, Script) and mark.upper:
        times = parser.whole(mark.upper)
        if times.is_Integer:
            count = int(times)
            mark = Script(mark.base, mark.lower) if mark.lower else mark.base
    known = parser.names.get(mark)
    if known is not None and known.kind is NameKind.FUNCTION:
        parts = list(map(parser.whole, known.arguments))
        return applied.call(parser, known, parts), count
    return parser.whole((mark,)), count


def _partial(parser: Parser, above: Row, by: list[tuple[Any, int]]) -> Any:
    """∂f/∂x of a function f: at the arguments that follow, or at its plain ones."""
    known = parser.names.get(above[0]) if len(above) == 1 else None
    if known is None or known.kind is not NameKind.FUNCTION:
        return None
    if is_sign(parser.peek(), "("):
        parts, closing = brackets.listed(parser, "(")
        if lower(closing) or upper(closing):
            raise Unreadable(f"scripts at {closing}")
    else:
        parts = list(map(parser.whole, known.arguments))
    return _derived(parser, applied.call(parser, known, parts), by)


def _derived(parser: Parser, f: Any, by: list[tuple[Any, int]]) -> Any:
    """The derivative by each variable in turn, the last first."""
    for x, count in reversed(by):
        for _ in range(count):
            f = _by(parser, f, x)
    return f


def _by(parser: Parser, f: Any, x: Any) -> Any:
    """The derivative by one variable."""
    if is_matrix(x):
        return Jacobian(f, x)
    if isinstance(x, AppliedUndef) or not isinstance(x, sp.Symbol | sp.Indexed | Entry):
        held = sp.Dummy("held", real=True)
        return sp.Subs(Partial(f.xreplace({x: held}), held), held, x)
    made = Partial(f, x)
    return Shaped(made, *f.shape) if is_matrix(f) else made


def value_at(parser: Parser, made: Any, bar: Mark) -> Any:
    """What was read, at the values that stand at the foot of a bar."""
    places: list[tuple[Any, Any]] = []
    for part in brackets.split(lower(bar), ","):
        split = part.index(Sign("=")) if Sign("=") in part else -1
        places.append((parser.whole(part[:split]), parser.whole(part[split + 1 :])))
    names, points = zip(*places, strict=True)
    at = AtPlace(made, sp.Tuple(*names), sp.Tuple(*points))
    whole = Shaped(at, *made.shape) if is_matrix(made) else at
    return power(parser, whole, upper(bar))


# ---- by vectors and matrices


def gradient(parser: Parser) -> Any:
    """∇f(x), ∇ₓ of what follows, and the same of second order."""
    mark = parser.next()
    above = upper(mark)
    if above not in ((), (Digits("2"),)):
        raise Unreadable(f"{shown(above)} raised at ∇")
    kind = HessianMatrix if above else Grad
    if lower(mark):
        x = parser.whole(lower(mark))
        body = parser.sizes.plain(parser.factor())
        return kind(parser.sizes.number(body), x)
    parser.holds_back, parser.held = True, ()
    f = parser.factor()
    parser.holds_back = False
    if not hasattr(f, "args") or len(f.args) != 2:
        raise Unreadable("a gradient that does not say by what")
    return power(parser, kind(f, f.args[1]), parser.held)


def differential(parser: Parser) -> Any:
    """d of what follows, as every name moves whose own differential is a name."""
    parser.next()
    moves = {
        whole.made: moved.made
        for moved in parser.names.long
        if moved.marks[0] == UPRIGHT and len(moved.marks) == 2
        and (whole := parser.names.get(moved.marks[1])) is not None
    }  # fmt: skip
    return Differential(parser.sizes.plain(parser.factor()), moves)
