"""Functions of which nothing is known, and their derivatives, which have names."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..nodes import (
    AppliedScalarFunction,
    AppliedVectorFunction,
    Grad,
    HessianMatrix,
    Jacobian,
)
from .functions import ELEMENTARY, function, named
from .rules import Unreached, matrices, numbers
from .writer import Writer


@numbers.of(sp.Derivative)
def _slope_of_generic(write: Writer, e: Any) -> str:
    """f'(x), f of which nothing is known."""
    if not isinstance(e.expr, AppliedUndef) or write.stands_for(e.expr):
        raise Unreached("a derivative inside")
    if len(e.expr.args) != 1 or set(e.variables) != {e.expr.args[0]}:
        raise Unreached("a derivative inside")
    (x,) = e.expr.args
    order = len(e.variables)
    f = function(write, e.expr.func.__name__, order, moved=write.depends(x))
    return f"({f} {write.number(x)})"


@numbers.of(sp.Subs)
def _slope_at(write: Writer, e: Any) -> str:
    """f'(u) at u = g(x)."""
    slope, letters, values = e.args
    if not isinstance(slope, sp.Derivative) or len(letters) != 1:
        raise Unreached("a derivative inside")
    if slope.expr.args != (letters[0],) or named(slope.expr) is None:
        raise Unreached("a derivative inside")
    if type(slope.expr) in ELEMENTARY or write.stands_for(slope.expr):
        raise Unreached("a derivative inside")
    name, order = named(slope.expr) or "", len(slope.variables)
    f = function(write, name, order, moved=write.depends(values[0]))
    return f"({f} {write.number(values[0])})"


def _generic(write: Writer, e: Any) -> tuple[str, str]:
    """A generic function of a matrix, and its gradient or Jacobian."""
    label, x = e.args[:2]
    if write.definitions.has_function(e):
        raise Unreached("a function of a vector that is defined")
    domain = write.shape(x)
    vector = isinstance(e, AppliedVectorFunction)
    image = write.shape(e) if vector else "R"
    slope = f"'M[R]_({write.size(e.rows)}, {write.size(x.rows)})" if vector else domain
    f = write.variable((e.func, label), str(label), f"{domain} -> {image}")
    wish = f"{'jacobian' if vector else 'gradient'}_{label}"
    g = write.variable((e.func, label, 1), wish, f"{domain} -> {slope}")
    if write.depends(x):
        moves = f"eps *: ({g} X_ *m D_)" if vector else f"eps * dot ({g} X_) D_"
        told = f"forall X_ D_ : {domain}, {f} (X_ + eps *: D_) = {f} X_ + {moves}"
        write.assume(told, f"slope_of_{f}")
    return f, g


@numbers.of(AppliedScalarFunction)
def _scalar_function(write: Writer, e: Any) -> str:
    f, _ = _generic(write, e)
    return f"({f} {write.matrix(e.args[1])})"


@matrices.of(AppliedVectorFunction)
def _vector_function(write: Writer, e: Any) -> str:
    f, _ = _generic(write, e)
    return f"({f} {write.matrix(e.args[1])})"


@matrices.of(Grad, Jacobian)
def _slope(write: Writer, e: Any) -> str:
    """The gradient or Jacobian of a generic function at its argument."""
    f, x = e.args
    generic = AppliedScalarFunction if isinstance(e, Grad) else AppliedVectorFunction
    if not isinstance(f, generic) or f.args[1] != x:
        raise Unreached("a derivative inside")
    _, slope = _generic(write, f)
    if write.depends(x):
        _assume_curvature(write, f, slope)
    return f"({slope} {write.matrix(x)})"


def _hessian_of(write: Writer, f: Any) -> str:
    """The Hessian of a generic function of a column."""
    _, label, x = f.func, f.args[0], f.args[1]
    n = write.size(x.rows)
    kind = f"{write.shape(x)} -> 'M[R]_{n}"
    h = write.variable((f.func, label, 2), f"hessian_{label}", kind)
    write.assume(f"forall X_, ({h} X_)^T = {h} X_", f"{h}_symmetric")
    return h


def _assume_curvature(write: Writer, f: Any, slope: str) -> None:
    """What the derivative of a generic function's gradient is."""
    x = f.args[1]
    if isinstance(f, AppliedVectorFunction) or x.cols != 1:
        raise Unreached("the derivative of a gradient")
    moves = f"eps *: ({_hessian_of(write, f)} X_ *m D_)"
    told = f"{slope} (X_ + eps *: D_) = {slope} X_ + {moves}"
    write.assume(f"forall X_ D_ : {write.shape(x)}, {told}", f"slope_of_{slope}")


@matrices.of(HessianMatrix)
def _curvature(write: Writer, e: Any) -> str:
    """The Hessian of a generic function at its argument."""
    f, x = e.args
    if not is_named_slope(e) or write.depends(x):
        raise Unreached("a derivative inside")
    _generic(write, f)
    return f"({_hessian_of(write, f)} {write.matrix(x)})"


def is_named_slope(e: Any) -> bool:
    """Whether a derivative is one of a generic function at a place: it has a name."""
    if isinstance(e, (Grad, Jacobian, HessianMatrix)):
        generic = (AppliedScalarFunction, AppliedVectorFunction)
        return isinstance(e.args[0], generic) and e.args[0].args[1] == e.args[1]
    if isinstance(e, sp.Subs):
        slope = e.args[0]
        if isinstance(slope, sp.Derivative) and isinstance(slope.expr, AppliedUndef):
            return slope.expr.args == tuple(e.args[1])
    return False
