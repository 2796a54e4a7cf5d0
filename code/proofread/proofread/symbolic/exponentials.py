"""Exact exponentials of matrices, as far as elementary functions of roots reach."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .reader import Undecided


def exponential(a: Any) -> Any:
    """e to the power of an explicit square matrix, by a closed form.

    Of a diagonal, of one with zeros on and below the diagonal, and of 2 by 2 where the
    eigenvalues are apart by twice a polynomial or an imaginary one.
    """
    n = a.rows
    if a.is_diagonal():
        return sp.ImmutableMatrix(sp.diag(*(sp.exp(a[i, i]) for i in range(n))))
    if all(a[i, j] == 0 for i in range(n) for j in range(n) if i >= j):
        powers = (a**k / sp.factorial(k) for k in range(n))
        return sp.ImmutableMatrix(sum(powers, sp.zeros(n, n)))
    if n != 2:
        raise Undecided("the exponential of a matrix has no closed form here")
    return _of_two(a)


def _of_two(a: Any) -> Any:
    """e^τ (cosh δ + N sinh δ / δ), for A = τ + N and N² = δ²."""
    middle = a.trace() / 2
    rest = a - middle * sp.eye(2)
    square = sp.expand(-rest.det())
    real, turning = _root(square), _root(-square)
    if square == 0:
        even, odd = sp.S.One, sp.S.One
    elif real is not None:
        even, odd = sp.cosh(real), sp.sinh(real) / real
    elif turning is not None:
        even, odd = sp.cos(turning), sp.sin(turning) / turning
    else:
        raise Undecided("eigenvalues that are roots have no exponential here")
    made = sp.exp(middle) * (even * sp.eye(2) + odd * rest)
    return sp.ImmutableMatrix(made.applyfunc(sp.expand))


def _root(square: Any) -> Any:
    """A polynomial whose square it is; None where there is none."""
    number, factors = sp.factor_list(square)
    root = sp.sqrt(number)
    if not root.is_Rational or any(times % 2 for _, times in factors):
        return None
    return root * sp.Mul(*(f ** (times // 2) for f, times in factors))
