"""Any smooth function, and its derivatives, for the symbolic reader.

SymPy differentiates an undefined function of an expression into nests of Subs and
Derivative that do not compare.  A jet carries its order instead: the derivative of f by
its second argument is one more function, f with orders (0, 1), at the same arguments.
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import Any

import sympy as sp
from sympy.core.function import FunctionClass


class Jet(sp.Function):
    """A derivative of a generic function, at its arguments."""

    label: str
    orders: tuple[int, ...]
    is_extended_real = True
    is_finite = True

    @classmethod
    def eval(cls, *args: Any) -> Any:
        return None


@cache
def jet(label: str, orders: tuple[int, ...]) -> Any:
    """The function `label` differentiated `orders[k]` times by its k-th argument."""

    def fdiff(self: Any, argindex: int = 1) -> Any:
        raised = tuple(n + (k == argindex - 1) for k, n in enumerate(orders))
        return jet(label, raised)(*self.args)

    members = {
        "label": label,
        "orders": orders,
        "fdiff": fdiff,
        "nargs": len(orders),
    }
    return FunctionClass(f"{label}{list(orders)}", (Jet,), members)


def canonical(e: Any) -> Any:
    """The expression with every jet's arguments expanded, so that equals look alike."""
    return e.replace(_is_jet, _expanded)


def as_symbols(e: Any) -> Any:
    """The expression with each distinct outermost jet replaced by a real symbol."""
    e = canonical(e)
    return e.xreplace({q: sp.Dummy("jet", real=True) for q in e.atoms(Jet)})


@cache
def sample_polynomial(label: str, arity: int) -> tuple[tuple[sp.Symbol, ...], sp.Expr]:
    """A generic polynomial of degree five in place of the function of that name."""
    xs = tuple(sp.Dummy(f"x{k}", real=True) for k in range(arity))
    seed = zlib.crc32(label.encode())
    w = [sp.Rational(2 + (seed >> (3 * k)) % 11, 13 + k) for k in range(arity)]
    u = sum(a * x for a, x in zip(w, xs, strict=True))
    v = sum(a * x for a, x in zip(reversed(w), xs, strict=True)) + sp.Rational(1, 3)
    crossed = sp.prod(xs) if arity > 1 else 0
    bend = sp.Rational(seed % 7 + 2, 17)
    return xs, u + bend * u**2 - v**3 / 5 + u**4 / 7 + v**5 / 11 + crossed / 3


@cache
def _sample(label: str, orders: tuple[int, ...]) -> Any:
    xs, body = sample_polynomial(label, len(orders))
    for x, order in zip(xs, orders, strict=True):
        body = sp.diff(body, x, order)
    return sp.Lambda(xs, body)


def concrete(e: Any) -> Any:
    """The expression with every generic function replaced by its sample polynomial."""
    return e.replace(_is_jet, _sampled)


def _is_jet(q: Any) -> bool:
    return isinstance(q, Jet)


def _expanded(q: Any) -> Any:
    return q.func(*map(sp.expand, q.args))


def _sampled(q: Any) -> Any:
    return _sample(q.label, q.orders)(*q.args)
