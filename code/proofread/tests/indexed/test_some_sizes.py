"""What holds at some sizes alone is not proved for every size."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
import sympy as sp
from sympy.combinatorics import Permutation

import proofread as pr
from proofread.claim import Claim
from proofread.indexed import proves
from proofread.measuring import meets
from proofread.nodes import Entry
from proofread.points import Kind, Point

n, m = sp.symbols("n m", integer=True, positive=True)
A, B, C, D = (sp.MatrixSymbol(name, n, n) for name in "ABCD")
X, Y = sp.MatrixSymbol("X", n, m), sp.MatrixSymbol("Y", m, n)
x, y, z = (sp.MatrixSymbol(name, n, 1) for name in "xyz")
k, h = sp.symbols("k h", integer=True)
tr, det, inv, dot = sp.Trace, sp.Determinant, sp.Inverse, pr.Dot
one, nothing = sp.Identity(n), sp.ZeroMatrix(n, n)
half, sixth = sp.Rational(1, 2), sp.Rational(1, 6)


def product(*parts: Any) -> Any:
    return sp.MatMul(*parts, evaluate=False)


def add(*parts: Any) -> Any:
    return sp.MatAdd(*parts, evaluate=False)


def power(M: Any, exponent: int) -> Any:
    return product(*[M] * exponent) if exponent > 1 else M


def minus(left: Any, right: Any) -> Any:
    return add(left, product(-1, right))


def alternating(parts: Any) -> Any:
    """The sum over all orders of parts, each product with the sign of its order."""
    orders = permutations(range(len(parts)))
    return add(
        *(product(Permutation(o).signature(), *(parts[q] for q in o)) for o in orders)
    )


def deltas(count: int) -> Any:
    """The determinant of δ between so many free indices and as many others."""
    rows = [pr.indices(f"i_{q}", n) for q in range(count)]
    columns = [pr.indices(f"j_{q}", n) for q in range(count)]
    return sp.Matrix(
        count, count, lambda r, c: sp.KroneckerDelta(rows[r], columns[c])
    ).det()


def gram(*vectors: Any) -> Any:
    """The determinant of the inner products of vectors."""
    size = len(vectors)
    return sp.Matrix(size, size, lambda r, c: dot(vectors[r], vectors[c])).det()


def second(M: Any) -> Any:
    """The second elementary symmetric function of the eigenvalues."""
    return half * (tr(M) ** 2 - tr(power(M, 2)))


def third(M: Any) -> Any:
    squares = 3 * tr(M) * tr(power(M, 2))
    return sixth * (tr(M) ** 3 - squares + 2 * tr(power(M, 3)))


K = minus(A, A.T)
COMMUTATOR = minus(product(A, B), product(B, A))
ADJUGATE = add(power(A, 2), product(-tr(A), A), product(second(A), one))
# by name: a size n at which it holds, and its sides
AT_A_SIZE: dict[str, tuple[int, Any, Any]] = {
    "Cayley and Hamilton, 1": (1, A, product(tr(A), one)),
    "Cayley and Hamilton, 2": (
        2,
        minus(power(A, 2), product(tr(A), A)),
        product(-det(A), one),
    ),
    "Cayley and Hamilton by traces, 2": (
        2,
        minus(power(A, 2), product(tr(A), A)),
        product(-second(A), one),
    ),
    "Cayley and Hamilton, 3": (
        3,
        add(power(A, 3), product(-tr(A), power(A, 2)), product(second(A), A)),
        product(det(A), one),
    ),
    "Cayley and Hamilton by traces, 3": (
        3,
        add(power(A, 3), product(-tr(A), power(A, 2)), product(second(A), A)),
        product(third(A), one),
    ),
    "inverse by the trace, 2": (
        2,
        product(det(A), inv(A)),
        minus(product(tr(A), one), A),
    ),
    "inverse by traces, 3": (3, product(det(A), inv(A)), ADJUGATE),
    "determinant by traces, 1": (1, det(A), tr(A)),
    "determinant by traces, 2": (2, det(A), second(A)),
    "determinant by traces, 3": (3, det(A), third(A)),
    "traces that vanish, 1": (1, second(A), sp.S.Zero),
    "traces that vanish, 2": (2, third(A), sp.S.Zero),
    "determinant of a sum, 1": (1, det(A + B), det(A) + det(B)),
    "determinant of a sum, 2": (
        2,
        det(A + B),
        det(A) + det(B) + tr(A) * tr(B) - tr(A * B),
    ),
    "characteristic polynomial, 2": (2, det(A + one), 1 + tr(A) + det(A)),
    "characteristic polynomial, 3": (3, det(A + one), 1 + tr(A) + second(A) + det(A)),
    "determinant of a multiple, 1": (1, det(2 * A), 2 * det(A)),
    "products that commute, 1": (1, product(A, B), product(B, A)),
    "standard polynomial, 2": (2, alternating([A, B, C, D]), nothing),
    "Hall's identity, 2": (
        2,
        product(power(COMMUTATOR, 2), C),
        product(C, power(COMMUTATOR, 2)),
    ),
    "antisymmetric square, 2": (2, power(K, 2), product(half * tr(power(K, 2)), one)),
    "antisymmetric cube, 3": (3, power(K, 3), product(half * tr(power(K, 2)), K)),
    "antisymmetric δ, 1": (1, deltas(2), sp.S.Zero),
    "antisymmetric δ, 2": (2, deltas(3), sp.S.Zero),
    "vectors that depend, 1": (1, gram(x, y), sp.S.Zero),
    "vectors that depend, 2": (2, gram(x, y, z), sp.S.Zero),
    "vectors that depend, 3": (3, gram(x, y, z, A * x), sp.S.Zero),
    "entries of a product, 1": (1, sp.HadamardProduct(A, B), product(A, B)),
    "an outer product, 1": (1, product(x, x.T), product(pr.SquaredNorm(x), one)),
    "a sum of squares, 3": (
        3,
        sp.Sum(k**2, (k, 1, n)),
        half * (5 * n**2 - 7 * n + 4),
    ),
    "a sum of cubes, 3": (
        3,
        sp.Sum(k**3, (k, 1, n)),
        half * (19 * n**2 - 41 * n + 24),
    ),
    "a factorial, 3": (3, sp.Product(k, (k, 1, n)), half * (3 * n**2 - 7 * n + 6)),
    "a factor that vanishes, 3": (
        3,
        product((n - 1) * (n - 2) * (n - 3), A, B),
        product((n - 1) * (n - 2) * (n - 3), B, A),
    ),
    "a sum of its first entries, 3": (
        3,
        sp.Sum(Entry(x, k, 1), (k, 1, n)) * sp.Product(n - k, (k, 1, 3)),
        sp.Product(n - k, (k, 1, 3)),
    ),
}
projector = product(X, inv(X.T * X), X.T)
# by name: equations that hold where m = n
SQUARE: dict[str, tuple[Any, Any]] = {
    "inverse of a product": (inv(product(X, Y)), product(inv(Y), inv(X))),
    "determinant of a product": (det(product(X, Y)), det(X) * det(Y)),
    "determinants of a product either way": (det(product(X, Y)), det(product(Y, X))),
    "projection on all of it": (projector, one),
    "trace of a projection": (tr(projector), sp.S(n)),
    "an inverse of a square": (
        product(X, inv(product(X.T, X))),
        sp.Transpose(inv(X)),
    ),
    "a count of places": (pr.SquaredNorm(sp.OneMatrix(n, m)), n**2),
    "a trace of ones": (tr(product(sp.OneMatrix(n, m), sp.OneMatrix(m, n))), m**2),
    "a sum over the other range": (
        sp.Sum(Entry(X, k, h), (k, 1, n), (h, 1, m)),
        sp.Sum(Entry(X, k, h), (k, 1, m), (h, 1, n)),
    ),
    "a trace over the other range": (
        tr(product(X, Y)),
        sp.Sum(Entry(product(X, Y), k, k), (k, 1, m)),
    ),
}
MISFITS: dict[str, tuple[Any, Any]] = {
    "a product of itself": (product(X, X), product(X, X)),
    "a chain that breaks": (product(X, X, Y), product(X, X, Y)),
    "a trace of what is not square": (tr(product(X, Y, X)), tr(product(X, Y, X))),
    "an inner product of unlike shapes": (dot(X, Y), dot(Y, X)),
    "a column on the wrong side": (product(Y, X, x), product(Y, X, x)),
}


def claim(lhs: Any, rhs: Any, **options: Any) -> Claim:
    return Claim("tried", lhs, rhs, **options)


def holds_at(sides: tuple[Any, ...], size: int) -> bool:
    """What NumPy says of an equation where n and m are this number."""
    at = {n: sp.Integer(size), m: sp.Integer(size)}
    return meets(claim(*(side.xreplace(at) for side in sides)), Point(Kind.NEAR, 0))


@pytest.mark.parametrize("name", AT_A_SIZE)
def test_what_holds_at_some_size_and_not_at_the_next_is_not_proved(name: str) -> None:
    size, *sides = AT_A_SIZE[name]
    assert holds_at(tuple(sides), size)
    assert not holds_at(tuple(sides), size + 1)
    assert not proves(claim(*sides))


@pytest.mark.parametrize("name", SQUARE)
def test_what_holds_where_all_is_square_is_not_proved(name: str) -> None:
    assert holds_at(SQUARE[name], 3)
    assert not proves(claim(*SQUARE[name]))


@pytest.mark.parametrize("name", MISFITS)
def test_what_fits_no_shape_is_not_proved(name: str) -> None:
    assert not proves(claim(*MISFITS[name]))
