"""What a claim takes as given, as hypotheses of its theorem.

An inequality is left out: the theorem is then the stronger.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from ..node import is_matrix
from ..nodes import (
    Orthogonal,
    PositiveDefinite,
    PositiveSemidefinite,
    Property,
    Relation,
    Simplex,
    Symmetric,
    Unit,
)
from .rules import Unreached
from .writer import Writer


def assume_given(write: Writer) -> None:
    """All that the claim takes as given; raises Unreached."""
    for given in write.claim.given:
        if isinstance(given, Relation):
            _relation(write, given)
        elif isinstance(given, Property):
            _property(write, given)
        else:
            raise Unreached(f"{type(given).__name__} as given")


def _relation(write: Writer, given: Any) -> None:
    if given.op != "=":
        return
    is_array = any(is_matrix(side) for side in (given.lhs, given.rhs))
    side = write.matrix if is_array else write.number
    told = f"{side(given.lhs)} = {side(given.rhs)}"
    write.assume(told if is_array else f"{told} :> R", "given")


def _property(write: Writer, given: Any) -> None:
    if not isinstance(given.symbol, sp.IndexedBase) and write.stands_for(given.symbol):
        raise Unreached("a property of what is defined")
    kind: type = given.__class__
    say = PROPERTIES.get(kind)
    if say is None:
        raise Unreached(f"{kind.__name__} as given")
    say(write, given.symbol)


def _symmetric(write: Writer, symbol: Any) -> None:
    a = write.matrix(symbol)
    write.assume(f"{a}^T = {a}", "symmetric")


def _orthogonal(write: Writer, symbol: Any) -> None:
    q = write.matrix(symbol)
    write.assume(f"{q}^T *m {q} = 1%:M", "orthonormal")
    if symbol.rows == symbol.cols:
        write.assume(f"{q} *m {q}^T = 1%:M", "orthonormal")


def _unit(write: Writer, symbol: Any) -> None:
    u = write.matrix(symbol)
    write.assume(f"dot {u} {u} = 1", "unit_length")


def _simplex(write: Writer, symbol: Any) -> None:
    if isinstance(symbol, sp.IndexedBase):
        n = write.size(symbol.shape[0])
        p = write.variable(symbol, str(symbol.label), f"'I_{n} -> R")
        write.assume(f"\\sum_(k_ < {n}) {p} k_ = 1", "sums_to_1")
    else:
        p, n = write.matrix(symbol), write.size(symbol.rows)
        write.assume(f"\\sum_(k_ < {n}) {p} k_ 0 = 1", "sums_to_1")


PROPERTIES: dict[type, Callable[[Writer, Any], None]] = {
    Symmetric: _symmetric,
    PositiveDefinite: _symmetric,
    PositiveSemidefinite: _symmetric,
    Orthogonal: _orthogonal,
    Unit: _unit,
    Simplex: _simplex,
}
