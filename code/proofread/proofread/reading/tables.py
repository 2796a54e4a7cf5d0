"""Tables in brackets: matrices entry by entry or block by block, and cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sympy as sp

from ..node import is_matrix
from . import brackets, conditions
from .layout import CLOSING, OPENING, Table, Unreadable, Word

if TYPE_CHECKING:
    from .grammar import Parser


def table(parser: Parser, opening: str) -> Any:
    """A matrix of numbers or of blocks, or cases, after its opening bracket."""
    held = parser.next()
    assert isinstance(held, Table)
    if opening == "{":
        return _cases(parser, held)
    closing = parser.expect(CLOSING[OPENING.index(opening)])
    grid = [[parser.whole(cell) for cell in row] for row in held.rows]
    if any(is_matrix(parser.sizes.plain(cell)) for row in grid for cell in row):
        return brackets.placed(parser, _blocks(parser, grid), closing)
    cells = [list(map(parser.sizes.number, row)) for row in grid]
    return brackets.placed(parser, sp.ImmutableMatrix(cells), closing)


def _blocks(parser: Parser, grid: list[list[Any]]) -> Any:
    """Blocks beside each other have as many rows, above each other as many columns."""
    for row in grid:
        for block in row[1:]:
            parser.sizes.same(row[0].shape[0], block.shape[0])
    for column in zip(*grid, strict=True):
        for block in column[1:]:
            parser.sizes.same(column[0].shape[1], block.shape[1])
    solved = [[parser.sizes.solved(block) for block in row] for row in grid]
    return sp.BlockMatrix(solved)


def _cases(parser: Parser, held: Table) -> Any:
    cases: list[tuple[Any, Any]] = []
    for value, condition in held.rows:
        if condition == (Word("otherwise"),):
            told: Any = sp.true
        elif condition[:1] == (Word("if"),):
            told = conditions.comparison(parser.inner(condition[1:]))
        else:
            raise Unreadable("a case without its condition")
        cases.append((parser.sizes.number(parser.whole(value)), told))
    return sp.Piecewise(*cases, evaluate=False)
