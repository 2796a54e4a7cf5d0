"""A derivative as an equation in a ring with an infinitesimal: eps * eps = 0.

That G is the gradient of f at X is f (X + eps D) = f X + eps <G, D> for every D, and
so it is with Jacobians, differentials and derivatives by one number.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sympy as sp

from ..node import is_matrix
from ..nodes import (
    Differential,
    Grad,
    HessianMatrix,
    Jacobian,
    MatrixDifferential,
)
from .differentiate import Differentiation
from .generic import is_named_slope
from .rules import Unreached
from .slopes import slope
from .writer import Moved, Writer


def says_derivative(e: Any) -> bool:
    """Whether a side of a claim is a derivative that is stated as one."""
    kinds = (*STATED, HessianMatrix)
    return (type(e) in kinds or _at_a_value(e)) and not is_named_slope(e)


def _at_a_value(e: Any) -> bool:
    slope = e.args[0] if isinstance(e, sp.Subs) else None
    return isinstance(slope, sp.Derivative) and len(e.args[1]) == 1


@dataclass(frozen=True)
class Part:
    """A part of what a theorem says: an equation, and the two sides that it is of."""

    left: Any
    right: Any
    says: str


def stated(write: Writer, e: Any, value: Any) -> list[Part]:
    """That a derivative is a value, as an equation; of a second derivative two."""
    write.types["eps"] = "R"
    write.hypotheses["eps * eps = 0"] = "small"
    if isinstance(e, HessianMatrix):
        return _hessian(write, e, value)
    if isinstance(e, sp.Derivative) and len(e.variables) > 1:
        return _repeated(write, e, value)
    say = _at_value if isinstance(e, sp.Subs) else STATED[type(e)]
    return [Part(e, value, say(write, e, value))]


def _is_array(f: Any) -> bool:
    """Whether what is differentiated is a matrix, and not of one entry."""
    return is_matrix(f) and f.shape != (1, 1)


def _equation(write: Writer, f: Any, moved: dict[Any, Moved], tangent: str) -> str:
    side = write.matrix if _is_array(f) else write.number
    with write.moving(moved):
        left = side(f)
    scale = "*:" if _is_array(f) else "*"
    return f"{left} = {side(f)} + eps {scale} {tangent}"


def _direction(write: Writer, x: Any) -> tuple[str, dict[Any, Moved]]:
    """A direction to move a vector or matrix in, and that it is moved."""
    if not isinstance(x, sp.MatrixSymbol):
        raise Unreached("a derivative by what is no name")
    name = write.matrix(x)
    d = write.variable(("direction", x), f"d_{name}", write.shape(x))
    return d, {x: lambda _: f"({name} + eps *: {d})"}


def _gradient(write: Writer, e: Any, value: Any) -> str:
    f, x = e.args
    d, moved = _direction(write, x)
    return _equation(write, f, moved, f"dot {write.matrix(value)} {d}")


def _jacobian(write: Writer, e: Any, value: Any) -> str:
    f, x = e.args
    if not _is_array(f):
        raise Unreached("the Jacobian of a number")
    d, moved = _direction(write, x)
    return _equation(write, f, moved, f"({write.matrix(value)} *m {d})")


def _hessian(write: Writer, e: Any, value: Any) -> list[Part]:
    """That there is a gradient, and the Hessian is its Jacobian."""
    f, x = e.args
    gradient = Differentiation(write.definitions, x).gradient(f)
    if gradient is None:
        raise Unreached("the Hessian of what does not change")
    return [
        *stated(write, Grad(f, x), gradient),
        *stated(write, Jacobian(gradient, x), value),
    ]


def _repeated(write: Writer, e: Any, value: Any) -> list[Part]:
    """A derivative of a derivative, one after the other."""
    before, parts = e.expr, list[Part]()
    for n, x in enumerate(e.variables, 1):
        by = Differentiation(write.definitions, x)
        change = value if n == len(e.variables) else slope(by, before)
        says = _equation(write, before, _by(write, x), write.number(change))
        parts.append(Part(sp.Derivative(before, x, evaluate=False), change, says))
        before = change
    return parts


def _differential(write: Writer, e: Any, value: Any) -> str:
    f, names, steps = e.args
    moved: dict[Any, Moved] = {}
    for x, dx in zip(names, steps, strict=True):
        moved |= _step(write, x, dx)
    side = write.matrix if _is_array(f) else write.number
    return _equation(write, f, moved, side(value))


def _step(write: Writer, x: Any, dx: Any) -> dict[Any, Moved]:
    if isinstance(x, sp.MatrixSymbol):
        text = f"({write.matrix(x)} + eps *: {write.matrix(dx)})"
    elif isinstance(x, sp.Symbol):
        text = f"({write.number(x)} + eps * {write.number(dx)})"
    else:
        raise Unreached("a differential of what is no name")
    return {x: lambda _: text}


def _derivative(write: Writer, e: Any, value: Any) -> str:
    moved = _by(write, e.variables[0])
    return _equation(write, e.expr, moved, write.number(value))


def _by(write: Writer, x: Any) -> dict[Any, Moved]:
    """What a derivative by a number or a member of a family moves."""
    if isinstance(x, sp.Symbol):
        text = f"({write.number(x)} + eps)"
        return {x: lambda _: text}
    if not isinstance(x, sp.Indexed):
        raise Unreached("a derivative by what is no name")
    write.number(x)
    at = [write.index(i) for i in x.indices]
    name = write.names.of(x.base, "")
    if write.definitions.behind(x) is not None:
        raise Unreached("a derivative by a family that is defined")
    return {x.base: lambda places: _moved_member(name, places, at)}


def _moved_member(name: str, places: tuple[str, ...], at: list[str]) -> str:
    same = [f"({i} == {j})%:R" for i, j in zip(places, at, strict=True)]
    return f"({name} {' '.join(places)} + eps * {' * '.join(same)})"


def _at_value(write: Writer, e: Any, value: Any) -> str:
    """A derivative by a letter, taken at a value of it."""
    slope, (letter,), (point,) = e.args
    if slope.variables != (letter,) or write.definitions.holds(letter):
        raise Unreached("a derivative at a value")
    at = write.number(point)
    side = write.matrix if _is_array(slope.expr) else write.number
    with write.moving({letter: lambda _: f"({at} + eps)"}):
        left = side(slope.expr)
    with write.moving({letter: lambda _: at}):
        right = side(slope.expr)
    scale = "*:" if _is_array(slope.expr) else "*"
    return f"{left} = {right} + eps {scale} {side(value)}"


STATED: dict[type, Callable[[Writer, Any, Any], str]] = {
    Grad: _gradient,
    Jacobian: _jacobian,
    Differential: _differential,
    MatrixDifferential: _differential,
    sp.Derivative: _derivative,
}
