"""Matrices whose entries are given: identity, zeros, ones, blocks, tables."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from ...declaration import NONE, Declaration, Indexed, declare
from ...numeric import reader as measured
from ...numeric.reader import Numeric
from ...printing.binding import POWER, PRODUCT, Tex
from ...printing.book import Book
from ...symbolic.reader import Symbolic, number
from ..notation import by_place


def _sizes_symbolic(read: Symbolic, e: Any) -> tuple[int, int]:
    return read.size(e.rows), read.size(e.cols)


def _sizes_numeric(read: Numeric, e: Any) -> tuple[int, int]:
    return read.count(e.rows), read.count(e.cols)


def _shape(e: Any) -> tuple[Any, ...]:
    return e.shape


declare(
    sp.Identity,
    Declaration(
        symbolic=lambda read, e: sp.ImmutableMatrix(sp.eye(read.size(e.rows))),
        numeric=lambda read, e: np.eye(read.count(e.rows)),
        latex=lambda book, e: Tex(r"\mathbf{I}"),
        states=slice(0),
        lengths=_shape,
        indexed=Indexed(lambda e, i, j: sp.KroneckerDelta(i, j), of=NONE, total=True),
    ),
)
declare(
    sp.ZeroMatrix,
    Declaration(
        symbolic=lambda read, e: sp.ImmutableMatrix(
            sp.zeros(*_sizes_symbolic(read, e))
        ),
        numeric=lambda read, e: np.zeros(_sizes_numeric(read, e)),
        latex=lambda book, e: Tex(r"\mathbf{0}"),
        states=slice(0),
        lengths=_shape,
        indexed=Indexed(lambda e, i, j: sp.S.Zero, of=NONE, total=True),
    ),
)


def _ones_latex(book: Book, e: Any) -> Tex:
    if e.cols == 1:
        return Tex(r"\mathbf{1}")
    if e.rows == 1:
        return Tex(r"\mathbf{1}^{\top}", POWER)
    return Tex(r"\mathbf{1}\mathbf{1}^{\top}", PRODUCT)


declare(
    sp.OneMatrix,
    Declaration(
        symbolic=lambda read, e: sp.ImmutableMatrix(sp.ones(*_sizes_symbolic(read, e))),
        numeric=lambda read, e: np.ones(_sizes_numeric(read, e)),
        latex=_ones_latex,
        states=slice(0),
        lengths=_shape,
        indexed=Indexed(lambda e, i, j: sp.S.One, of=NONE, total=True),
    ),
)


def _table_symbolic(read: Symbolic, e: Any) -> Any:
    return sp.ImmutableMatrix(e.rows, e.cols, [number(read(a)) for a in e.flat()])


def _table_numeric(read: Numeric, e: Any) -> Any:
    return np.array([measured.number(read(a)) for a in e.flat()]).reshape(e.shape)


def _table_entry(e: Any, i: Any, j: Any) -> Any:
    """Each number where its place is."""
    rows, columns = e.shape
    return sp.Add(
        *(
            e[p, q] * by_place((i, j), (p + 1, q + 1))
            for p in range(rows)
            for q in range(columns)
        )
    )


def _table_latex(book: Book, e: Any) -> Tex:
    rows = [" & ".join(book.tex(e[i, j]) for j in range(e.cols)) for i in range(e.rows)]
    return Tex(r"\begin{bmatrix} " + r" \\ ".join(rows) + r" \end{bmatrix}")


declare(
    sp.MatrixBase,
    Declaration(
        symbolic=_table_symbolic,
        numeric=_table_numeric,
        latex=_table_latex,
        indexed=Indexed(_table_entry),
    ),
)


def _grid(e: Any) -> list[list[Any]]:
    grid = e.blocks
    return [[grid[i, j] for j in range(grid.cols)] for i in range(grid.rows)]


def _blocks_symbolic(read: Symbolic, e: Any) -> Any:
    rows = [[sp.Matrix(read(block)) for block in row] for row in _grid(e)]
    whole = sp.Matrix.vstack(*[sp.Matrix.hstack(*row) for row in rows])
    return sp.ImmutableMatrix(whole)


def _blocks_numeric(read: Numeric, e: Any) -> Any:
    return np.block([list(map(read, row)) for row in _grid(e)])


declare(
    sp.BlockMatrix,
    Declaration(
        symbolic=_blocks_symbolic,
        numeric=_blocks_numeric,
        latex=lambda book, e: _table_latex(book, e.blocks),
    ),
)
