"""Terms of matrices, and what NumPy says that they are.

A term is read twice: as a tree for the prover, and by NumPy alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import sympy as sp

import proofread as pr
from proofread.nodes import Entry

n, m = sp.symbols("n m", integer=True, positive=True)
k = sp.Symbol("k", integer=True)
SHAPES = {"A": (n, n), "B": (n, n), "X": (n, m), "Y": (m, n), "x": (n, 1), "y": (m, 1)}
NAMES = {name: sp.MatrixSymbol(name, *shape) for name, shape in SHAPES.items()}
STEP = 1e-30  # of a derivative, along the imaginary axis
Values = dict[str, Any]
Shape = tuple[Any, ...]


@dataclass(frozen=True)
class Term:
    """A node and its parts; a name or a number has none."""

    kind: str
    parts: tuple[Term, ...] = ()
    name: str = ""

    def with_part(self, at: int, part: Term) -> Term:
        """The same with another part."""
        return Term(self.kind, (*self.parts[:at], part, *self.parts[at + 1 :]))


def node(kind: str, *parts: Term) -> Term:
    return Term(kind, parts)


def named(name: str) -> Term:
    return Term("name", (), name)


# ---- as a tree


def product(*parts: Any) -> Any:
    return sp.MatMul(*parts, evaluate=False)


TREES: dict[str, Callable[..., Any]] = {
    "product": product,
    "sum": lambda a, b: sp.MatAdd(a, b, evaluate=False),
    "hadamard": lambda a, b: sp.HadamardProduct(a, b, evaluate=False),
    "transpose": sp.Transpose,
    "inverse": sp.Inverse,
    "diagonal": pr.DiagonalOf,
    "diagonal matrix": pr.Diag,
    "scaled": product,
    "gradient": lambda a: pr.Grad(a, NAMES["x"]),
    "trace": sp.Trace,
    "inner": pr.Dot,
    "square": pr.SquaredNorm,
    "determinant": sp.Determinant,
    "total": lambda a: sp.Sum(Entry(a, k, 1), (k, 1, a.shape[0])),
    "times": sp.Mul,
    "plus": sp.Add,
}


def tree(t: Term) -> Any:
    """The term as the prover reads it."""
    if t.kind == "name":
        return NAMES.get(t.name) or sp.sympify(t.name, {"n": n, "m": m})
    return TREES[t.kind](*map(tree, t.parts))


# ---- by NumPy


def _alike(made: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """What takes two arrays of one shape: NumPy would stretch others."""

    def strict(a: Any, b: Any) -> Any:
        if np.shape(a) != np.shape(b):
            raise ValueError("shapes differ")
        return made(a, b)

    return strict


def _square(made: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def strict(a: Any) -> Any:
        if a.shape[0] != a.shape[1]:
            raise ValueError("not square")
        return made(a)

    return strict


def _of_column(made: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def strict(a: Any) -> Any:
        if a.shape[1] != 1:
            raise ValueError("no column")
        return made(a)

    return strict


VALUES: dict[str, Callable[..., Any]] = {
    "product": np.matmul,
    "sum": _alike(np.add),
    "hadamard": _alike(np.multiply),
    "transpose": np.transpose,
    "inverse": _square(np.linalg.inv),
    "diagonal": _square(lambda a: np.diag(a)[:, None]),
    "diagonal matrix": _of_column(lambda a: np.diag(a[:, 0])),
    "scaled": lambda c, a: c * a,
    "trace": _square(np.trace),
    "inner": _alike(lambda a, b: (a * b).sum()),
    "square": lambda a: (a * a).sum(),
    "determinant": _square(np.linalg.det),
    "total": _of_column(np.sum),
    "times": lambda a, b: a * b,
    "plus": lambda a, b: a + b,
}


def value(t: Term, at: Values) -> Any:
    """What the term is; ValueError where shapes do not fit."""
    if t.kind == "name":
        return at[t.name] if t.name in at else float(t.name)
    if t.kind == "gradient":
        return _slopes(t.parts[0], at)
    return VALUES[t.kind](*(value(part, at) for part in t.parts))


def _slopes(t: Term, at: Values) -> Any:
    """The derivatives of a number by the entries of x, all digits right."""
    moves = 1j * STEP * np.eye(len(at["x"]))[:, :, None]
    moved = [value(t, {**at, "x": at["x"] + move}) for move in moves]
    return np.imag(moved)[:, None] / STEP


def values(rng: np.random.Generator, rows: int, columns: int) -> Values:
    """Random values of all names at n = rows and m = columns."""
    size: dict[Any, int] = {n: rows, m: columns, 1: 1}
    drawn = {
        name: rng.normal(size=(size[r], size[c])) for name, (r, c) in SHAPES.items()
    }
    return {**drawn, "n": float(rows), "m": float(columns)}
