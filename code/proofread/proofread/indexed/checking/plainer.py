"""Rules for what is written plainer: zeros, logarithms and roots of products."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .terms import dims
from .world import World


def plain(old: Any, new: Any, world: World) -> bool:
    """Zeros left out of sums of matrices, ones and nothing times out of products."""
    return _plainer(old) == _plainer(new)


def _plainer(e: Any) -> Any:
    if not e.args or not e.has(sp.MatAdd, sp.MatMul):
        return e
    args = [_plainer(a) for a in e.args]
    if isinstance(e, (sp.MatAdd, sp.MatMul)):  # brackets do not matter
        args = [b for a in args for b in (a.args if a.func == e.func else (a,))]
    if isinstance(e, sp.MatAdd):
        args = [a for a in args if not isinstance(a, sp.ZeroMatrix)]
        args.sort(key=sp.default_sort_key)
    elif isinstance(e, sp.MatMul):
        if any(a == 0 or isinstance(a, sp.ZeroMatrix) for a in args):
            return sp.ZeroMatrix(*e.shape)
        args = [a for a in args if a != 1 and not isinstance(a, sp.Identity)]
        args += [] if any(map(dims, args)) else [sp.Identity(e.rows)]
    else:
        return e.func(*args)
    if not args:
        return sp.ZeroMatrix(*e.shape)
    return args[0] if len(args) == 1 and dims(args[0]) else e.func(*args)


def is_positive(e: Any, world: World, *, strictly: bool = True) -> bool:
    """Whether a number is positive, or not negative, by what it is made of."""
    if e.is_number:
        return bool(e.is_positive) or (e.is_zero is True and not strictly)
    if isinstance(e, (sp.Symbol, sp.Indexed)):
        name = getattr(e, "base", e)
        known = not world.definitions.holds(name)
        return known and bool(getattr(name, "label", name).is_positive)
    if isinstance(e, (sp.Add, sp.Mul)):
        return all(is_positive(a, world, strictly=strictly) for a in e.args)
    if isinstance(e, sp.Pow):
        even = e.exp.is_Integer and e.exp % 2 == 0
        return (even and not strictly) or is_positive(e.base, world)
    if isinstance(e, (sp.Sum, sp.Product)):  # of no term, a logarithm has no value
        return is_positive(e.function, world, strictly=strictly)
    return isinstance(e, sp.exp) or (isinstance(e, sp.Abs) and not strictly)


def logarithm(old: Any, new: Any, world: World) -> bool:
    """log of a product or power of positive numbers, of an exponential."""
    if not isinstance(old, sp.log):
        return False
    (u,) = old.args
    if isinstance(u, sp.exp):
        return new == u.exp
    if u.is_Rational and u > 0:
        return new == sp.log(u.p) - sp.log(u.q)
    if isinstance(u, sp.Product) and is_positive(u, world):
        return new == sp.Sum(sp.log(u.function), *u.limits)
    if isinstance(u, sp.Pow) and is_positive(u.base, world):
        return new == u.exp * sp.log(u.base)
    logs = map(sp.log, u.args)
    return isinstance(u, sp.Mul) and is_positive(u, world) and new == sp.Add(*logs)


def root(old: Any, new: Any, world: World) -> bool:
    """(f g)^c = f^c g^c, where f is not negative."""
    if not isinstance(old, sp.Pow) or not isinstance(old.base, sp.Mul):
        return False
    for f in old.base.args:
        rest = sp.Mul(*(a for a in old.base.args if a != f))
        known = is_positive(f, world, strictly=False)
        if known and new == f**old.exp * rest**old.exp:
            return True
    return False
