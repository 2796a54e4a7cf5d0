"""Derivatives by an entry, pushed inwards until none is left: one rule a form."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from .. import nodes as nd
from ..nodes.entries import Entry, Partial, Slope, applied
from .line import Line
from .matrices import entry, total

GENERIC = (nd.AppliedScalarFunction, nd.AppliedVectorFunction)
SMOOTH = (sp.exp, sp.log, sp.sin, sp.cos, sp.tanh, sp.sinh, sp.cosh, sp.erf, sp.gamma)


def name_of(at: Any) -> Any:
    """The name that an entry is of."""
    if isinstance(at, Entry):
        return at.args[0]
    return at.base if isinstance(at, sp.Indexed) else at


def depends(line: Line, e: Any, name: Any) -> bool:
    """Whether a name occurs in e, or in what stands for the names in it."""
    seen: set[Any] = set()
    pending = [e]
    while pending:
        for q in sp.preorder_traversal(pending.pop()):
            if q == name:
                return True
            if q not in seen:
                seen.add(q)
                found = line.definitions.lookup(q)
                pending += [found[0]] if found else []
    return False


def derived(line: Line, e: Any) -> Any:
    """A derivative, one step further in; None where no rule applies yet."""
    f, at = e.args
    name = name_of(at)
    if isinstance(f, Entry) and f.args[0] == name and isinstance(at, Entry):
        return _deltas(f.args[1:], at.args[1:])
    if f == at:
        return sp.S.One
    if isinstance(f, sp.Indexed) and f.base == name:
        return _deltas(f.indices, at.indices)
    if not depends(line, f, name):
        return sp.S.Zero
    return _of_form(line, f, at, name)


def _of_form(line: Line, f: Any, at: Any, name: Any) -> Any:
    if isinstance(f, sp.Add):
        return sp.Add(*[Partial(a, at) for a in f.args])
    if isinstance(f, sp.Mul):
        return _of_product(line, f, at, name)
    if isinstance(f, sp.Sum):
        return sp.Sum(Partial(f.function, at), *f.limits)
    if isinstance(f, sp.Pow):
        return _of_power(line, f, at, name)
    if line.definitions.lookup(f):
        return None
    return _of_function(line, f, at)


def _deltas(here: Any, there: Any) -> Any:
    """The derivative of an entry by another of the same name."""
    pairs = zip(here, there, strict=True)
    return sp.Mul(*[sp.KroneckerDelta(a, b) for a, b in pairs])


def _of_product(line: Line, f: Any, at: Any, name: Any) -> Any:
    moved = [a for a in f.args if depends(line, a, name)]
    others = ([b for b in f.args if b != a] for a in moved)
    pairs = zip(moved, others, strict=True)
    return sp.Add(*[sp.Mul(Partial(a, at), *rest) for a, rest in pairs])


def _of_power(line: Line, f: Any, at: Any, name: Any) -> Any:
    if not depends(line, f.exp, name):
        return f.exp * f.base ** (f.exp - 1) * Partial(f.base, at)
    if not depends(line, f.base, name):
        return sp.log(f.base) * f * Partial(f.exp, at)
    return None


def _of_function(line: Line, f: Any, at: Any) -> Any:
    if isinstance(f, SMOOTH):
        return f.fdiff(1) * Partial(f.args[0], at)
    if isinstance(f, AppliedUndef) and len(f.args) == 1:
        return Slope(f, 1) * Partial(f.args[0], at)
    if isinstance(f, Slope) and len(f.args) == 2:
        inside, order = f.args
        return Slope(inside, order + 1) * Partial(next(iter(inside.args)), at)
    if isinstance(f, Slope) or isinstance(applied(f), GENERIC):
        return _of_generic(line, f, at)
    matrix = f.args[0] if isinstance(f, Entry) else None
    if isinstance(matrix, sp.Inverse):
        return _of_inverse(line, f, at)
    return _of_determinant(line, f, at) if isinstance(f, sp.Determinant) else None


def _of_generic(line: Line, f: Any, at: Any) -> Any:
    inside, places = (f.args[0], f.args[1:]) if isinstance(f, Slope) else (f, ())
    argument = applied(inside).args[1]
    return total(
        line,
        argument,
        lambda k, q: Slope(inside, *places, k, q) * Partial(entry(argument, k, q), at),
    )


def _of_inverse(line: Line, f: Any, at: Any) -> Any:
    inverse, i, j = f.args
    a = inverse.arg
    return -total(
        line,
        a,
        lambda k, q: (
            Entry(inverse, i, k) * Partial(Entry(a, k, q), at) * Entry(inverse, q, j)
        ),
    )


def _of_determinant(line: Line, f: Any, at: Any) -> Any:
    a, inverse = f.arg, sp.Inverse(f.arg)
    return f * total(
        line,
        a,
        lambda k, q: Entry(inverse, q, k) * Partial(entry(a, k, q), at),
    )
