"""Any smooth function, of numbers or of vectors, and indices with a range."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from ..arguments import at_place, each, of_matrix
from ..declaration import Declaration, Indexed, Name, declare
from ..node import MatrixNode, ScalarNode, dims
from ..numeric.reader import Numeric
from ..numeric.sampling import BENDS, smooth_function
from ..numeric.sources import Source
from ..printing.names import spell
from ..symbolic.jets import jet
from ..symbolic.reader import Symbolic
from .slopes import applied, slope_of_generic


class AppliedScalarFunction(ScalarNode):
    """f(x): any smooth real function of the entries of a vector or matrix."""


class AppliedVectorFunction(MatrixNode):
    """g(x): any smooth function of a column, with m components."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[2], sp.S.One)


class ScalarFunction:
    """Any smooth real function of a vector or matrix: `ScalarFunction("f")(x)`."""

    def __init__(self, name: str):
        self.label = sp.Symbol(name)

    def __call__(self, x: Any) -> AppliedScalarFunction:
        return AppliedScalarFunction(self.label, x)


class VectorFunction:
    """Any smooth function with m components: `VectorFunction("g", m)(x)`."""

    def __init__(self, name: str, components: Any):
        self.label, self.components = sp.Symbol(name), components

    def __call__(self, x: Any) -> AppliedVectorFunction:
        return AppliedVectorFunction(self.label, x, self.components)


def name_of(e: Any) -> Any:
    """A generic function's name alone: a symbol, or one of a column for a map."""
    if isinstance(e, AppliedUndef):
        return sp.Symbol(e.func.__name__)
    if isinstance(e, AppliedVectorFunction):
        return sp.MatrixSymbol(e.args[0].name, e.shape[0], 1)
    return sp.Symbol(e.args[0].name)


# ---- how they are read


def _entries_symbolic(read: Symbolic, x: Any) -> list[Any]:
    """The entries a generic function takes: of a column or a matrix, not of a row."""
    value = read(x)
    if value.rows == 1 < value.cols:
        raise sp.ShapeError(f"a generic function of a {value.shape} row")
    return list(value)


def _scalar_symbolic(read: Symbolic, e: Any) -> Any:
    entries = _entries_symbolic(read, e.args[1])
    return jet(str(e.args[0]), (0,) * len(entries))(*entries)


def _vector_symbolic(read: Symbolic, e: Any) -> Any:
    label, x, m = e.args
    entries, rows = _entries_symbolic(read, x), range(1, read.size(m) + 1)
    made = [jet(f"{label}[{i}]", (0,) * len(entries))(*entries) for i in rows]
    return sp.ImmutableMatrix(made)


def _entries_numeric(read: Numeric, x: Any) -> Any:
    value = np.asarray(read(x))
    if value.ndim == 2 and value.shape[0] == 1 < value.shape[1]:
        raise ValueError(f"a generic function of a {value.shape} row")
    if read.watch:
        read.watch.amplified(np.max(np.abs(value)), 1 / BENDS)
    return value.ravel()


def _scalar_numeric(read: Numeric, e: Any) -> Any:
    return read.values[_key(e)](*_entries_numeric(read, e.args[1]))


def _vector_numeric(read: Numeric, e: Any) -> Any:
    _, x, m = e.args
    components = read.values[_key(e)][: read.count(m)]
    entries = _entries_numeric(read, x)
    return np.array([[g(*entries)] for g in components])


# ---- what they are as names


def _key(e: Any) -> Any:
    return e.func, e.args[0]


def _peer(e: Any) -> Any:
    return "generic", e.func, e.args[1].shape, e.args[2:]


def _renamed(e: Any, other: Any) -> Any:
    return e.func(other.args[0], *e.args[1:])


def _draw_scalar(
    source: Source, e: Any, domain: Any, size: Callable[[Any], int]
) -> Any:
    return smooth_function(source.rng, size(e.args[1].rows) * size(e.args[1].cols))


def _draw_vector(
    source: Source, e: Any, domain: Any, size: Callable[[Any], int]
) -> Any:
    arity, rows = size(e.args[1].rows), size(e.args[2])
    return [smooth_function(source.rng, arity) for _ in range(rows)]


def _is_of_column_or_matrix(e: Any) -> bool:
    """Whether a generic function is of a number, a column or a matrix, not of a row."""
    return dims(e.args[1]) in ((), (1, 1)) or dims(e.args[1])[0] != 1


def _slope(e: Any, at: Any) -> Any:
    """The chain rule, of a function of a vector or matrix or one of its components."""
    return slope_of_generic(e, (), at) if dims(applied(e).args[1]) else None


GENERIC = Indexed(slope=_slope, of=slice(1, 2), total=True)


declare(
    AppliedScalarFunction,
    Declaration(
        amiss=of_matrix(1),
        symbolic=_scalar_symbolic,
        numeric=_scalar_numeric,
        latex=lambda book, e: book.called(spell(e.args[0].name).tex(), e.args[1]),
        fits=_is_of_column_or_matrix,
        states=slice(1, 2),
        labels=lambda e: e.args[:1],
        name=Name(_peer, _renamed, _draw_scalar, _key),
        indexed=GENERIC,
    ),
)
declare(
    AppliedVectorFunction,
    Declaration(
        amiss=each(of_matrix(1), at_place(2)),
        symbolic=_vector_symbolic,
        numeric=_vector_numeric,
        latex=lambda book, e: book.called(
            spell(e.args[0].name, bold=True).tex(), e.args[1]
        ),
        fits=_is_of_column_or_matrix,
        states=slice(1, 2),
        labels=lambda e: e.args[:1],
        lengths=lambda e: e.shape,
        name=Name(_peer, _renamed, _draw_vector, _key),
        indexed=GENERIC,
    ),
)
