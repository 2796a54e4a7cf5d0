"""The printer: what it sets, and that no two meanings look alike."""

from __future__ import annotations

import cmath
from collections.abc import Callable
from typing import Any

import numpy as np
import sympy as sp

from proofread.nodes import (
    ArgMin,
    Elementwise,
    Grad,
    SquaredNorm,
    functions,
)
from proofread.printing import latex, scalars
from proofread.printing.binding import Tex

x, y, t = sp.symbols("x y t", real=True)
n, d = sp.symbols("n d", integer=True, positive=True)
k = sp.Symbol("k", integer=True)
f, g, phi = functions("f g phi")
A, B = sp.MatrixSymbol("A", n, n), sp.MatrixSymbol("B", n, n)
u, v = sp.MatrixSymbol("u", n, 1), sp.MatrixSymbol("v", n, 1)

# ---- two meanings never look alike: random trees against a meaning for every node


def opaque(name: str, *values: Any) -> Any:
    """An arbitrary function of its name and arguments: what any operator might mean."""
    constant = sum(ord(letter) * 0.37**place for place, letter in enumerate(name))
    return sum(np.cos(constant + (2 + i) * z) for i, z in enumerate(values)) + constant


def meaning(e: Any, at: dict) -> Any:
    """The value of a tree where sums and products are real and all else is opaque."""
    if e in at:
        return at[e]
    if e.is_Number:
        return complex(e)
    parts = [meaning(a, at) for a in e.args if not isinstance(a, sp.Tuple | sp.Lambda)]
    exact: dict[type, Callable] = {
        sp.Add: lambda: sum(parts),
        sp.Mul: lambda: np.prod(parts),
        sp.Pow: lambda: parts[0] ** parts[1],
        sp.exp: lambda: cmath.exp(parts[0]),
        sp.MatAdd: lambda: sum(parts),
        sp.MatMul: lambda: product(parts),
        sp.Transpose: lambda: parts[0].T,
        sp.Inverse: lambda: np.linalg.inv(parts[0]),
        sp.HadamardProduct: lambda: np.multiply(*parts),
        SquaredNorm: lambda: np.sum(parts[0] ** 2),
        sp.Trace: lambda: np.trace(parts[0]),
        sp.Determinant: lambda: np.linalg.det(parts[0]),
    }
    rule = exact.get(e.func)
    return rule() if rule else opaque(e.func.__name__, *parts)


def product(parts: list) -> Any:
    """The product of numbers and matrices."""
    made: Any = 1
    for part in parts:
        made = made @ part if np.ndim(made) and np.ndim(part) else made * part
    return made


SCALAR_UNARY = [
    lambda e: sp.Mul(-1, e, evaluate=False),
    lambda e: sp.Pow(e, 2, evaluate=False),
    lambda e: sp.Pow(e, -1, evaluate=False),
    lambda e: sp.Pow(e, sp.S.Half, evaluate=False),
    lambda e: sp.log(e, evaluate=False),
    lambda e: sp.sin(e, evaluate=False),
    lambda e: f(e),
    lambda e: ArgMin(e, t),
    lambda e: sp.Derivative(e, t, evaluate=False),
    lambda e: sp.Sum(e, (k, 1, n)),
    lambda e: sp.Limit(e, t, 0),
    lambda e: sp.Abs(e, evaluate=False),
]
SCALAR_BINARY = [
    lambda a, b: sp.Add(a, b, evaluate=False),
    lambda a, b: sp.Add(a, sp.Mul(-1, b, evaluate=False), evaluate=False),
    lambda a, b: sp.Mul(a, b, evaluate=False),
    lambda a, b: sp.Mul(a, sp.Pow(b, -1, evaluate=False), evaluate=False),
    lambda a, b: sp.Pow(a, b, evaluate=False),
    lambda a, b: a + b,
    lambda a, b: a * b,
]
MATRIX_UNARY = [
    lambda e: sp.MatMul(-1, e),
    lambda e: sp.MatMul(x, e),
    lambda e: sp.Transpose(e),
    lambda e: sp.Inverse(e),
    lambda e: Elementwise(phi, e),
    lambda e: sp.MatMul(SquaredNorm(e), e),
    lambda e: sp.MatMul(sp.Trace(e) + x, e),
    lambda e: sp.MatMul(sp.Determinant(e), e),
    lambda e: sp.MatMul(1 / SquaredNorm(e), e),
    lambda e: Grad(sp.Trace(e), A),
]
MATRIX_BINARY = [
    lambda a, b: sp.MatAdd(a, b),
    lambda a, b: sp.MatAdd(a, sp.MatMul(-1, b)),
    lambda a, b: sp.MatMul(a, b),
    lambda a, b: sp.HadamardProduct(a, b),
]


def small_trees(leaves: list, unary: list, binary: list) -> list:
    """Every tree of two operations over the leaves, and the parts of these."""
    one = [op(a) for op in unary for a in leaves]
    one += [op(a, b) for op in binary for a in leaves for b in leaves]
    two = [op(a) for op in unary for a in one]
    two += [op(a, b) for op in binary for a in one for b in leaves[:2]]
    two += [op(a, b) for op in binary for a in leaves[:2] for b in one]
    return leaves + one + two


def alike(trees: list, at: dict) -> list[tuple[str, Any, Any]]:
    """Pairs of trees that print alike and mean different things."""
    seen: dict[str, tuple[Any, Any]] = {}
    found = []
    for tree in trees:
        try:
            with np.errstate(all="ignore"):
                value = meaning(tree, at)
        except (ZeroDivisionError, OverflowError, np.linalg.LinAlgError):
            continue
        if not np.all(np.isfinite(value)):
            continue
        first, known = seen.setdefault(latex(tree), (tree, value))
        if np.shape(known) != np.shape(value) or not np.allclose(
            known, value, rtol=1e-6
        ):
            found.append((latex(tree), first, tree))
    return found


AT = {x: 0.83, y: 1.37, t: 0.59, k: 1.19, n: 2.23}
NUMBERS = [x, t, sp.Integer(2), sp.Rational(1, 3)]


def test_numbers_of_different_meaning_never_print_alike():
    assert alike(small_trees(NUMBERS, SCALAR_UNARY, SCALAR_BINARY), AT) == []


def test_matrices_of_different_meaning_never_print_alike(rng):
    at = {A: rng.normal(size=(3, 3)), B: rng.normal(size=(3, 3)), x: 0.83}
    assert alike(small_trees([A, B], MATRIX_UNARY, MATRIX_BINARY), at) == []


def test_the_search_finds_a_printer_that_forgets_its_brackets(monkeypatch):
    monkeypatch.setattr(scalars, "bracket", lambda text, pair="()": Tex(text))
    assert alike(small_trees(NUMBERS[:2], SCALAR_UNARY, SCALAR_BINARY), AT)
