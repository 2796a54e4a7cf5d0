"""How the symbolic reader differentiates, sums, integrates and takes limits."""

from __future__ import annotations

from functools import reduce

import sympy as sp
from sympy.core.function import AppliedUndef

from .. import nodes as nd
from ..work import INTEGRAL, LIMIT, spend_on
from .jets import Jet
from .reader import Undecided, number, product, rule


@rule(nd.Grad)
def _grad(read, e):
    f, x = e.args
    held, actual = read.free_and_actual(x)
    value = sp.sympify(number(read.freed(frozenset([x]))(f)))
    return held.applyfunc(lambda s: sp.diff(value, s).xreplace(actual))


@rule(nd.Jacobian)
def _jacobian(read, e):
    f, x = e.args
    held, actual = read.free_and_actual(x)
    value = read.freed(frozenset([x]))(f)
    value = value if nd.is_matrix(value) else sp.ImmutableMatrix([value])
    return sp.ImmutableMatrix(
        len(value), len(held), lambda i, j: sp.diff(value[i], held[j])
    ).xreplace(actual)


@rule(nd.HessianMatrix)
def _hessian(read, e):
    f, x = e.args
    held, actual = read.free_and_actual(x)
    value = number(read.freed(frozenset([x]))(f))
    return sp.ImmutableMatrix(
        len(held), len(held), lambda i, j: sp.diff(value, held[i], held[j])
    ).xreplace(actual)


@rule(nd.Differential, nd.MatrixDifferential)
def _differential(read, e):
    f, variables, changes = e.args
    t, moved, actual = sp.Dummy("t", real=True), {}, {}
    for x, dx in zip(variables, changes, strict=True):
        held, stands_for = read.free_and_actual(x)
        moved[x] = held + t * read(dx)
        actual.update(stands_for)
    value = read.freed(frozenset(variables)).within(moved)(f)
    slope = lambda v: sp.diff(v, t).xreplace({t: sp.S.Zero}).doit().xreplace(actual)  # noqa: E731
    return value.applyfunc(slope) if nd.is_matrix(value) else slope(sp.sympify(value))


@rule(sp.Derivative)
def _derivative(read, e):
    value, actual, inner = e.expr, {}, read
    held = []
    for v, order in e.variable_count:
        if isinstance(v, AppliedUndef):
            free = sp.Dummy(str(v.func), real=True)
            inner, actual[free] = inner.within({v: free}), read(v)
        else:
            free, stands_for = read.free_and_actual(v)
            inner = inner.freed(frozenset([getattr(v, "base", v)]))
            actual.update(stands_for)
        held.append((free, order))
    value = number(inner(value))
    for free, order in held:
        value = _differentiate(value, free, int(order))
    return value.xreplace(actual) if actual else value


def _differentiate(value, by, order):
    if nd.is_matrix(value):
        return value.applyfunc(lambda q: sp.diff(q, by, order))
    return sp.diff(value, by, order)


@rule(sp.Subs)
def _subs(read, e):
    free = read.freed(frozenset(e.variables))
    point = {
        free(v): number(read(p)) for v, p in zip(e.variables, e.point, strict=True)
    }
    return number(free(e.expr)).subs(point, simultaneous=True)


@rule(sp.Limit)
def _limit(read, e):
    expr, variable, target, side = e.args
    value = number(read.freed(frozenset([variable]))(expr))
    one_sided = str(side) == "-" or variable.is_positive or target.is_infinite
    return limit(value, variable, read(target), str(side) if one_sided else "+-")


def limit(value: sp.Expr, variable: sp.Symbol, target: sp.Expr, side: str) -> sp.Expr:
    """The limit of an explicit expression: by l'Hôpital for jets, else SymPy's own."""
    spend_on(value, LIMIT)
    if not value.has(Jet):
        return sp.limit(value, variable, target, side)
    top, bottom = sp.together(value).as_numer_denom()
    for _ in range(6):
        at = {variable: target}
        t, b = (sp.expand(q.xreplace(at)) for q in (top, bottom))
        if b != 0:
            return t / b
        if sp.simplify(t) != 0:
            raise Undecided("the limit is infinite")
        top, bottom = sp.diff(top, variable), sp.diff(bottom, variable)
    raise Undecided("no limit after six derivatives")


@rule(sp.Integral)
def _integral(read, e):
    variables = [lim[0] for lim in e.limits]
    value = number(read.freed(frozenset(variables))(e.function))
    for variable, *bounds in e.limits:
        spend_on(value, INTEGRAL)
        value = sp.integrate(value, (variable, *map(read, bounds)))
    if value.has(sp.Integral):
        raise Undecided("no antiderivative found")
    return value


@rule(sp.Sum, sp.Product)
def _sum(read, e):
    (k, low, high), *inner = reversed(e.limits)
    body = e.func(e.function, *reversed(inner)) if inner else e.function
    low, high = read(low), read(high)
    if not (low.is_Integer and high.is_Integer):
        counter = sp.Symbol(k.name, integer=True, nonnegative=True)
        term = read.within({k: counter})(body)
        spend_on(term, INTEGRAL)
        total = e.func(term, (counter, low, high)).doit()
        if total.has(sp.Sum, sp.Product):
            raise Undecided("no closed form of a sum found")
        return total
    if high < low:
        raise ValueError(f"empty range {low}..{high} of {k}")
    terms = [
        number(read.within({k: sp.Integer(v)})(body)) for v in range(low, high + 1)
    ]
    return reduce(lambda a, b: a + b if isinstance(e, sp.Sum) else product(a, b), terms)


@rule(sp.log)
def _log(read, e):
    """log |u| is read as half of log u², which has a derivative wherever u is not 0."""
    inner = number(read(e.args[0]))
    return (
        sp.log(inner.args[0] ** 2) / 2 if isinstance(inner, sp.Abs) else sp.log(inner)
    )


@rule(sp.KroneckerDelta)
def _delta(read, e):
    return sp.Integer(int(read(e.args[0]) == read(e.args[1])))


@rule(sp.Piecewise)
def _piecewise(read, e):
    return sp.Piecewise(*[(number(read(v)), read(c)) for v, c in e.args])
