"""What a claim may take as given: relations, and properties of a vector or matrix."""

from __future__ import annotations

from typing import Any

import sympy as sp


class Relation(sp.Basic):
    """lhs op rhs, op one of =, <=, <, >=, >; never evaluated, unlike SymPy's Eq."""

    def __new__(cls, lhs: Any, op: Any, rhs: Any) -> Relation:
        op = op if isinstance(op, sp.Symbol) else sp.Symbol(op)
        return sp.Basic.__new__(cls, sp.sympify(lhs), op, sp.sympify(rhs))

    @property
    def lhs(self) -> Any:
        """The left side."""
        return self.args[0]

    @property
    def op(self) -> str:
        """The relation's sign."""
        return str(self.args[1])

    @property
    def rhs(self) -> Any:
        """The right side."""
        return self.args[2]


def equal(a: Any, b: Any) -> Relation:
    """The hypothesis a = b."""
    return Relation(a, "=", b)


def le(a: Any, b: Any) -> Relation:
    """The hypothesis a ≤ b."""
    return Relation(a, "<=", b)


def lt(a: Any, b: Any) -> Relation:
    """The hypothesis a < b."""
    return Relation(a, "<", b)


def ge(a: Any, b: Any) -> Relation:
    """The hypothesis a ≥ b."""
    return Relation(a, ">=", b)


def gt(a: Any, b: Any) -> Relation:
    """The hypothesis a > b."""
    return Relation(a, ">", b)


class Property(sp.Basic):
    """What is known of one vector or matrix symbol."""

    def __new__(cls, symbol: Any) -> Any:
        return sp.Basic.__new__(cls, symbol)

    @property
    def symbol(self) -> Any:
        """What it is known of."""
        return self.args[0]


class Symmetric(Property):
    """A = Aᵀ."""


class PositiveDefinite(Property):
    """A is symmetric and xᵀAx > 0 for every x other than 0."""


class PositiveSemidefinite(Property):
    """A is symmetric and xᵀAx ≥ 0 for every x."""


class Orthogonal(Property):
    """The columns of Q are orthonormal: QᵀQ = I."""


class Diagonal(Property):
    """Every entry off the diagonal is 0."""


class Unit(Property):
    """A vector of length 1."""


class Simplex(Property):
    """Positive entries that add up to 1."""
