"""Vectors and matrices, by the operations that MathComp has of them."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..node import is_matrix
from ..nodes import (
    BasisVector,
    Column,
    Components,
    Diag,
    DiagonalOf,
    Elementwise,
    Row,
)
from .functions import at_entries, mapped
from .rules import Unreached, matrices
from .scalars import added
from .sums import summed
from .writer import Writer


def is_array(e: Any) -> bool:
    """Whether a term is a matrix, or a sum of matrices."""
    return is_matrix(e) or (isinstance(e, sp.Sum) and is_matrix(e.function))


@matrices.of(sp.MatrixSymbol)
def _name(write: Writer, e: Any) -> str:
    if e in write.moved:
        return write.moved[e](())
    kind = write.shape(e)
    if found := write.stands_for(e):
        if write.depends(found[0]):
            return write.matrix(found[0])
        name = write.variable(e, e.name, kind)
        write.define(e, name, lambda: write.matrix(found[0]))
        return name
    return write.variable(e, e.name, kind)


@matrices.of(sp.MatAdd, sp.Add)
def _sum_of_terms(write: Writer, e: Any) -> str:
    return added([write.matrix(a) for a in e.args])


@matrices.of(sp.MatMul, sp.Mul)
def _product(write: Writer, e: Any) -> str:
    arrays = [a for a in e.args if is_array(a)]
    if not arrays:
        raise Unreached("a number where a matrix stands")
    scale = sp.Mul(*(a for a in e.args if not is_array(a)))
    texts = [write.matrix(a) for a in arrays]
    body = f"({' *m '.join(texts)})" if len(texts) > 1 else texts[0]
    if scale == 1:
        return body
    return f"(- {body})" if scale == -1 else f"({write.number(scale)} *: {body})"


@matrices.of(sp.Sum)
def _sum(write: Writer, e: Any) -> str:
    return summed(write, e, write.matrix)


@matrices.of(sp.Transpose)
def _transpose(write: Writer, e: Any) -> str:
    return f"{write.matrix(e.arg)}^T"


@matrices.of(sp.Inverse)
def _inverse(write: Writer, e: Any) -> str:
    with write.at_rest():
        write.assume(f"{write.matrix(e.arg)} \\in unitmx", "invertible")
    return f"(invmx {write.matrix(e.arg)})"


@matrices.of(sp.MatPow)
def _power(write: Writer, e: Any) -> str:
    if e.exp == -1:
        return _inverse(write, sp.Inverse(e.base))
    if not (e.exp.is_Integer and 0 < e.exp < 6):
        raise Unreached("a matrix to a power that is no number")
    return f"({' *m '.join([write.matrix(e.base)] * int(e.exp))})"


@matrices.of(sp.Identity)
def _identity(write: Writer, e: Any) -> str:
    return f"(1%:M : {write.shape(e)})"


@matrices.of(sp.ZeroMatrix)
def _zero(write: Writer, e: Any) -> str:
    return f"(0 : {write.shape(e)})"


@matrices.of(sp.OneMatrix)
def _ones(write: Writer, e: Any) -> str:
    return f"(const_mx 1 : {write.shape(e)})"


@matrices.of(sp.MatrixBase)
def _written_out(write: Writer, e: Any) -> str:
    rows = [[write.number(a) for a in row] for row in e.tolist()]
    told = "; ".join(f"[:: {'; '.join(row)}]" for row in rows)
    return f"(@rows R {e.rows} {e.cols} [:: {told}])"


@matrices.of(sp.BlockMatrix)
def _blocks(write: Writer, e: Any) -> str:
    """Of two rows of two blocks, or of one row or one column of blocks."""
    texts = [[write.matrix(b) for b in row] for row in e.blocks.tolist()]
    if [len(row) for row in texts] == [2, 2]:
        return f"(block_mx {' '.join(b for row in texts for b in row)})"
    if len(texts) == 1:
        return _joined("row_mx", texts[0])
    if len(texts[0]) == 1:
        return _joined("col_mx", [row[0] for row in texts])
    raise Unreached("blocks in more than two rows and columns")


def _joined(join: str, blocks: list[str]) -> str:
    *others, last = blocks
    for block in reversed(others):
        last = f"({join} {block} {last})"
    return last


@matrices.of(sp.HadamardProduct)
def _entrywise_product(write: Writer, e: Any) -> str:
    first, *rest = map(write.matrix, e.args)
    for other in rest:
        first = f"(had {first} {other})"
    return first


@matrices.of(Diag)
def _diag(write: Writer, e: Any) -> str:
    return f"(diag {write.matrix(e.args[0])})"


@matrices.of(DiagonalOf)
def _diagonal(write: Writer, e: Any) -> str:
    return f"(diagonal {write.matrix(e.args[0])})"


@matrices.of(Column)
def _column(write: Writer, e: Any) -> str:
    return f"(col {write.index(e.args[1], e.args[0].cols)} {write.matrix(e.args[0])})"


@matrices.of(Row)
def _row(write: Writer, e: Any) -> str:
    return f"(row {write.index(e.args[1], e.args[0].rows)} {write.matrix(e.args[0])})"


@matrices.of(BasisVector)
def _basis(write: Writer, e: Any) -> str:
    return f"(delta_mx {write.index(*e.args)} 0 : {write.shape(e)})"


@matrices.of(Components)
def _components(write: Writer, e: Any) -> str:
    body, letter = e.args
    place = write.fresh_place(letter, letter.upper)
    with write.binding({letter: place}):
        text = write.number(body)
    return f"(\\col_({place} < {write.size(letter.upper)}) {text})"


@matrices.of(Elementwise)
def _elementwise(write: Writer, e: Any) -> str:
    function, argument, order = e.args
    (letter,) = function.variables
    if name := mapped(write, function.expr, letter, int(order)):
        return f"(map_mx {name} {write.matrix(argument)})"
    if order != 0:
        raise Unreached("the derivative of a rule, entry by entry")
    return at_entries(write, function.expr, letter, argument)
