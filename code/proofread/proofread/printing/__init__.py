"""Mathematics as a good textbook sets it: `latex(tree)`.

Every equation of a book is printed from the tree that was checked, never typed by hand.
"""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..node import is_matrix
from ..relations import SIGNS
from .binding import join_terms
from .book import Book
from .layout import width
from .names import NAMES

__all__ = ["NAMES", "displayed", "distributed", "latex", "relation_latex", "width"]

_BOOK = Book({"order": None})


def latex(e: Any) -> str:
    """The LaTeX of any tree of SymPy and of this package."""
    return str(_BOOK.tex(sp.sympify(e)))


def relation_latex(op: str) -> str:
    """The sign of a relation: =, <=, <, >=, >, ~ or ∝."""
    return SIGNS[op]


def distributed(x: Any) -> str:
    """How a random symbol is distributed: x ∼ N(μ, σ²), or x₁, …, xₙ iid."""
    return _BOOK.distributed(x)


def displayed(lhs: Any, relation: str, rhs: Any, limit: float = 62) -> str:
    """An equation for display, broken over lines where it is wider than the limit.

    The limit counts letters; 62 fill a page's column.  A short left side keeps its
    relation beside it; a long one stands on a line of its own.
    """
    left, sign = latex(lhs), relation_latex(relation)
    if width(left) + width(latex(rhs)) + 2 <= limit:
        return f"{left} {sign} {latex(rhs)}"
    beside = width(left) <= limit / 2
    first, *rest = broken(rhs, limit - (width(left) if beside else 2))
    start = (
        [f"{left} &{sign} {first}"]
        if beside
        else [f"&{left}", rf"&\quad {sign} {first}"]
    )
    indent = r"&\quad" if beside else r"&\quad\quad"
    rows = start + [f"{indent} {line}" for line in rest]
    return r"\begin{aligned} " + r" \\ ".join(rows) + r" \end{aligned}"


def broken(e: Any, room: float) -> list[str]:
    """An expression in lines: the terms of a sum, as many to a line as fit."""
    if not isinstance(e, sp.Add | sp.MatAdd):
        return [latex(e)]
    lines: list[str] = []
    for negative, term in _BOOK.matrix_terms(e) if is_matrix(e) else _BOOK.terms(e):
        term = join_terms([(False, term)])
        sign = "-" if negative else "+" if lines else ""
        if lines and width(lines[-1]) + width(term) + 2 <= room:
            lines[-1] += f" {sign} {term}"
        else:
            lines.append(f"{sign} {term}" if lines else f"{sign}{term}")
    return lines
