"""The checker takes a step that its rule shows, and none that is off by anything.

Each step is put to it on both sides of a claim "old = old": were a false one taken, the
claim would be too.  Free indices are `Idx`; those of sums are symbols.
"""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp

from proofread import nodes as nd
from proofread.indexed.checker import Refused
from proofread.indexed.proof import ARITHMETIC, FACTS

from .letters import (
    A,
    B,
    D,
    E,
    P,
    S,
    T,
    X,
    a,
    b,
    c,
    h,
    i,
    j,
    k,
    m,
    n,
    over,
    p,
    s,
    step,
    t,
    v,
    x,
    y,
    z,
)

Case = tuple[Any, ...]
phi, psi = nd.functions("phi psi")
f, g = nd.ScalarFunction("f")(x), nd.VectorFunction("g", m)(x)
fX = nd.ScalarFunction("f")(X)
ti = sp.Symbol("t", real=True)
inv = sp.Inverse
Q, R = sp.MatrixSymbol("Q", n, n), sp.MatrixSymbol("R", n, m)
u = sp.MatrixSymbol("u", n, 1)
one = sp.MatrixSymbol("o", 1, 1)
AB, BA = sp.MatMul(A, B), sp.MatMul(B, A)
lam = sp.Symbol("lambda", real=True)
soft = sp.exp(z[i]) / over(sp.exp(z[h]), h)
inner = over(E(x, k, 1) * E(y, k, 1), k)
at, i2 = E(x, i, 1), nd.indices("a", n)

DEFINITION: list[tuple[Any, Any, list[Any]]] = [
    (E(A.T, s, i), E(A, i, s), [E(A, s, i), E(A.T, i, s), -E(A, i, s)]),
    (E(X.T, i, j), E(X, j, i), [E(X, i, j), E(X, i, i), E(S, j, i)]),
    (
        E(X + 2 * S, i, j),
        E(X, i, j) + E(2 * S, i, j),
        [E(X, i, j) - E(2 * S, i, j), E(X, i, j) + E(S, i, j), E(X, i, j)],
    ),
    (
        E(AB, i, j),
        over(E(A, i, p) * E(B, p, j), p),
        [
            over(E(A, i, p) * E(B, p, i), p),
            over(E(A, j, p) * E(B, p, i), p),
            2 * over(E(A, i, p) * E(B, p, j), p),
            over(E(A, i, p), p),
            over(E(X, i, k) * E(X, k, j), k),
        ],
    ),
    (
        E(3 * X * S, i, j),
        3 * over(E(X, i, k) * E(S, k, j), k),
        [
            over(E(X, i, k) * E(S, k, j), k),
            3 * over(E(S, i, k) * E(X, k, j), k),
            3 * over(E(X, k, i) * E(S, k, j), k),
        ],
    ),
    (
        E(X * S * T, i, j),
        over(E(X, i, k) * E(sp.MatMul(S, T), k, j), k),
        [over(E(X, i, k) * E(sp.MatMul(T, S), k, j), k)],
    ),
    (
        E(X**3, i, j),
        over(E(X, i, k) * E(X**2, k, j), k),
        [over(E(X, i, k) * E(X**3, k, j), k), E(X, i, j) ** 3],
    ),
    (E(x * y.T, i, j), E(x, i, 1) * E(y.T, 1, j), [E(x, j, 1) * E(y.T, 1, i)]),
    (E(sp.Identity(n), i, j), D(i, j), [1, D(i, i), 2 * D(i, j)]),
    (E(sp.ZeroMatrix(n, n), i, j), sp.S.Zero, [1]),
    (E(sp.OneMatrix(n, n), i, j), sp.S.One, [D(i, j), 0]),
    (
        E(sp.HadamardProduct(X, S), i, j),
        E(X, i, j) * E(S, i, j),
        [E(X, i, j) * E(S, j, i), over(E(X, i, k) * E(S, k, j), k)],
    ),
    (E(nd.Diag(x), i, j), D(i, j) * E(x, i, 1), [E(x, i, 1), D(i, j)]),
    (E(nd.DiagonalOf(X), i, 1), E(X, i, i), [E(X, i, 1)]),
    (E(nd.Column(X, j), i, 1), E(X, i, j), [E(X, j, i)]),
    (E(nd.Row(X, j), 1, i), E(X, j, i), [E(X, i, j)]),
    (E(nd.BasisVector(j, n), i, 1), D(i, j), [1, D(i, i)]),
    (E(nd.Components(z[i] ** 2, i), j, 1), z[j] ** 2, [z[i] ** 2, z[j]]),
    (
        E(nd.Elementwise(sp.exp, X), i, j),
        sp.exp(E(X, i, j)),
        [sp.exp(E(X, j, i)), E(X, i, j), sp.sin(E(X, i, j))],
    ),
    (
        E(nd.Elementwise(sp.Lambda(ti, phi(ti)), X, 1), i, j),
        sp.Subs(P(phi(ti), ti), ti, E(X, i, j)),
        [
            sp.Subs(P(P(phi(ti), ti), ti), ti, E(X, i, j)),
            sp.Subs(P(phi(ti), ti), ti, E(X, j, i)),
            sp.Subs(P(psi(ti), ti), ti, E(X, i, j)),
            nd.Slope(phi(E(X, i, j)), 2),
            phi(E(X, i, j)),
        ],
    ),
    (
        E(nd.Elementwise(sp.Lambda(ti, sp.sin(ti)), X, 1), i, j),
        sp.Subs(P(sp.sin(ti), ti), ti, E(X, i, j)),
        [sp.sin(E(X, i, j)), -sp.cos(E(X, i, j)), sp.Subs(sp.sin(ti), ti, E(X, i, j))],
    ),
    (E(nd.Grad(f, x), i, 1), P(f, E(x, i, 1)), [P(f, E(x, j, 1)), P(f, E(y, i, 1))]),
    (E(nd.Jacobian(g, x), s, i), P(E(g, s, 1), E(x, i, 1)), [P(f, E(x, i, 1))]),
    (
        E(nd.HessianMatrix(f, x), i, j),
        P(P(f, E(x, i, 1)), E(x, j, 1)),
        [P(P(f, E(x, j, 1)), E(x, i, 1)), P(f, E(x, j, 1))],
    ),
    (
        E(nd.Differential(X * S, {X: T}), i, j),
        over(P(E(X * S, i, j), E(X, k, h)) * E(T, k, h), k, h),
        [
            over(P(E(X * S, i, j), E(X, k, h)) * E(T, h, k), k, h),
            over(P(E(X * S, i, j), E(S, k, h)) * E(T, k, h), k, h),
        ],
    ),
    (
        nd.Differential(f, {x: y}),
        over(P(f, E(x, k, 1)) * E(y, k, 1), k),
        [over(P(f, E(x, k, 1)), k), over(P(f, E(x, k, 1)) * E(x, k, 1), k)],
    ),
    (
        nd.Differential(a * b, {a: c, b: lam}),
        P(a * b, a) * c + P(a * b, b) * lam,
        [P(a * b, a) * c, P(a * b, a) * c - P(a * b, b) * lam],
    ),
    (
        sp.Trace(AB),
        over(E(AB, k, k), k),
        [over(E(AB, k, h), k, h), over(E(A, k, p), k, p)],
    ),
    (
        nd.Dot(A, B.T),
        over(E(A, k, p) * E(B.T, k, p), k, p),
        [over(E(A, k, p), k, p), over(E(A, k, p) * E(A, k, p), k, p)],
    ),
    (nd.SquaredNorm(A), over(E(A, k, p) ** 2, p, k), [over(E(A, k, p), k, p)]),
    (
        nd.Norm(x),
        sp.sqrt(over(E(x, k, 1) ** 2, k)),
        [over(E(x, k, 1) ** 2, k), -sp.sqrt(over(E(x, k, 1) ** 2, k))],
    ),
    (nd.Norm(x, 1), over(sp.Abs(E(x, k, 1)), k), [over(E(x, k, 1), k)]),
    (X[i - 1, j - 1], E(X, i, j), [E(X, j, i)]),
    (
        sp.Derivative(phi(a), (a, 2)),
        P(P(phi(a), a), a),
        [P(phi(a), a), P(P(phi(a), a), b)],
    ),
    (sp.Subs(a**2 * b, a, c), c**2 * b, [a**2 * b, c * b]),
    (E(sp.Sum(z[p] * X, (p, 1, m)), i, j), over(E(z[p] * X, i, j), p), [0]),
]
DEFINITION[-1:] = [
    (
        E(sp.Sum(v[p - 1, 0] * X, (p, 1, m)), i, j),
        over(E(v[p - 1, 0] * X, i, j), p),
        [over(E(X, i, j), p), E(v[p - 1, 0] * X, i, j)],
    ),
]

SUMS: list[tuple[str, Any, Any, list[Any]]] = [
    (
        "linearity",
        over(2 * E(x, k, 1) + a * E(y, k, 1), k),
        2 * over(E(x, k, 1), k) + a * over(E(y, k, 1), k),
        [
            2 * over(E(x, k, 1), k) + over(E(y, k, 1), k),
            2 * over(E(x, k, 1), k) - a * over(E(y, k, 1), k),
            over(E(x, k, 1), k) + a * over(E(y, k, 1), k),
        ],
    ),
    (
        "linearity",
        over(E(x, i, 1) * E(y, k, 1), k),
        E(x, i, 1) * over(E(y, k, 1), k),
        [E(x, i, 1) * E(y, i, 1), E(x, j, 1) * over(E(y, k, 1), k)],
    ),
    (
        "split",
        over(E(x, k, 1) * E(y, h, 1), k, h),
        over(E(x, k, 1), k) * over(E(y, h, 1), h),
        [
            over(E(x, k, 1), k) * over(E(y, k, 1), k) ** 2,
            over(E(x, k, 1), k) + over(E(y, h, 1), h),
            over(E(x, k, 1) * E(y, k, 1), k),
        ],
    ),
    (
        "split",
        over(E(x, k, 1) * E(y, k, 1), k),
        inner,
        [over(E(x, k, 1), k) * over(E(y, k, 1), k)],
    ),
    (
        "count",
        over(E(x, k, 1), k, p),
        m * over(E(x, k, 1), k),
        [n * over(E(x, k, 1), k), over(E(x, k, 1), k), m**2 * over(E(x, k, 1), k)],
    ),
    (
        "nest",
        E(y, i, 1) * over(E(x, k, 1), k) ** 2,
        over(E(y, i, 1) * over(E(x, k, 1), k) * E(x, h, 1), h),
        [
            over(E(y, i, 1) * E(x, h, 1), h),
            over(E(y, h, 1) * E(x, h, 1), h),
            over(E(y, i, 1) * over(E(x, k, 1), k) ** 2 * E(x, h, 1), h),
        ],
    ),
    (
        "nest",
        over(E(y, k, 1) * over(E(X, k, h), h), k),
        over(E(y, k, 1) * E(X, k, h), k, h),
        [over(E(y, k, 1) * E(X, h, k), k, h), over(E(y, k, 1) * E(X, k, k), k)],
    ),
    (
        "rename",
        over(E(x, k, 1), k),
        over(E(x, h, 1), h),
        [over(E(x, h, 1) ** 2, h), over(E(y, h, 1), h)],
    ),
    (
        "rename",
        over(E(X, k, h) * E(x, k, 1), k, h),
        over(E(X, h, k) * E(x, h, 1), k, h),
        [over(E(X, h, k) * E(x, k, 1), k, h)],
    ),
    (
        "delta",
        over(E(x, k, 1) * D(k, i), k),
        E(x, i, 1),
        [E(x, j, 1), 2 * E(x, i, 1), over(E(x, k, 1), k), E(x, i, 1) * D(i, j)],
    ),
    (
        "delta",
        over(E(X, k, h) * D(k, h), k, h),
        over(E(X, k, k), k),
        [over(E(X, k, h), k, h)],
    ),
    (
        "delta",
        E(x, i, 1) * D(i, j),
        E(x, j, 1) * D(i, j),
        [E(x, j, 1), E(y, j, 1) * D(i, j)],
    ),
    ("delta", over(E(A, i, p) * D(p, 1), p), E(A, i, 1), [E(A, 1, 1)]),
]
ABSOLUTE = E(X, k, h) * sp.exp(E(x, k, 1))

RING: list[tuple[Any, Any, list[Any]]] = [
    ((a + b) ** 2, a**2 + 2 * a * b + b**2, [a**2 + b**2, a**2 + a * b + b**2]),
    (1 / a + 1 / b, (a + b) / (a * b), [(a - b) / (a * b), 1 / (a + b)]),
    ((a**2 - b**2) / (a - b), a + b, [a - b, (a + b) / (a - b)]),
    (sp.exp(a + b) - 1, sp.exp(a) * sp.exp(b) - 1 + a - a, [sp.exp(a) + sp.exp(b) - 1]),
    ((sp.exp(a) + 1) * sp.exp(-a), 1 + sp.exp(-a), [1 + sp.exp(a), 1 - sp.exp(-a)]),
    (sp.sqrt(a) * (sp.sqrt(a) + b), a + sp.sqrt(a) * b, [a + b, a**2 + sp.sqrt(a) * b]),
    ((a + b) ** sp.Rational(3, 2), (a + b) * sp.sqrt(a + b), [sp.sqrt(a + b)]),
    ((sp.sqrt(a + 1) - 1) * (sp.sqrt(a + 1) + 1), a, [a + 1, -a]),
    (a * (b + inner), a * b + a * inner, [b + a * inner]),
    (a / (1 + 1 / b), a * b / (b + 1), [a / (b + 1)]),
]

DERIVE: list[tuple[Any, Any, list[Any]]] = [
    (P(E(x, j, 1), at), D(j, i), [1, D(j, j), 0, 2 * D(i, j)]),
    (
        P(E(X, i, 1), E(X, j, i2)),
        D(i, j) * D(1, i2),
        [D(j, 1) * D(i2, i), D(j, i), D(i, j) + D(1, i2)],
    ),
    (P(z[j], z[i]), D(j, i), [1, 0]),
    (P(a, a), sp.S.One, [0, a]),
    (P(E(y, j, 1), at), sp.S.Zero, [1, D(j, i)]),
    (P(a + b * c, a), P(a, a), [P(a, a) - P(b * c, a), P(b * c, a), 2 * P(a, a)]),
    (
        P(a * sp.sin(a), a),
        P(a, a) * sp.sin(a) + a * P(sp.sin(a), a),
        [
            P(a, a) * P(sp.sin(a), a),
            a * P(sp.sin(a), a),
            P(a, a) * sp.sin(a) - a * P(sp.sin(a), a),
        ],
    ),
    (
        P(a**3, a),
        3 * a**2 * P(a, a),
        [3 * a**2, a**2 * P(a, a), 3 * a**3 * P(a, a), 2 * a**2 * P(a, a)],
    ),
    (
        P(b**a, a),
        sp.log(b) * b**a * P(a, a),
        [a * b ** (a - 1) * P(b, a), b**a * P(a, a)],
    ),
    (P(sp.log(a), a), P(a, a) / a, [P(a, a), -P(a, a) / a]),
    (
        P(over(E(x, k, 1) ** 2, k), at),
        over(P(E(x, k, 1) ** 2, at), k),
        [over(P(E(x, k, 1), at), k)],
    ),
    (
        P(phi(a**2), a),
        nd.Slope(phi(a**2), 1) * P(a**2, a),
        [
            nd.Slope(phi(a**2), 1),
            nd.Slope(phi(a**2), 2) * P(a**2, a),
            phi(a**2) * P(a**2, a),
        ],
    ),
    (
        P(nd.Slope(phi(a), 1), a),
        nd.Slope(phi(a), 2) * P(a, a),
        [nd.Slope(phi(a), 1) * P(a, a)],
    ),
    (
        P(f, at),
        over(nd.Slope(f, k, 1) * P(E(x, k, 1), at), k),
        [over(nd.Slope(f, k, 1), k), nd.Slope(f, i, 1) * P(E(x, i, 1), at)],
    ),
    (
        P(fX, E(X, i, j)),
        over(nd.Slope(fX, k, h) * P(E(X, k, h), E(X, i, j)), k, h),
        [over(nd.Slope(fX, h, k) * P(E(X, k, h), E(X, i, j)), k, h)],
    ),
    (
        P(nd.Slope(f, j, 1), at),
        over(nd.Slope(f, j, 1, k, 1) * P(E(x, k, 1), at), k),
        [over(nd.Slope(f, k, 1) * P(E(x, k, 1), at), k)],
    ),
    (
        P(E(g, s, 1), at),
        over(nd.Slope(E(g, s, 1), k, 1) * P(E(x, k, 1), at), k),
        [over(nd.Slope(E(g, t, 1), k, 1) * P(E(x, k, 1), at), k)],
    ),
    (
        P(E(inv(X), i, j), E(X, 1, 1)),
        -over(E(inv(X), i, k) * P(E(X, k, h), E(X, 1, 1)) * E(inv(X), h, j), k, h),
        [
            over(E(inv(X), i, k) * P(E(X, k, h), E(X, 1, 1)) * E(inv(X), h, j), k, h),
            -over(E(inv(X), i, k) * P(E(X, h, k), E(X, 1, 1)) * E(inv(X), h, j), k, h),
        ],
    ),
    (
        P(sp.Determinant(X), E(X, i, j)),
        over(E(nd.Cofactors(X), k, h) * P(E(X, k, h), E(X, i, j)), k, h),
        [over(E(nd.Cofactors(X), h, k) * P(E(X, k, h), E(X, i, j)), k, h)],
    ),
    (P(D(i, j), a), sp.S.Zero, [1, D(i, j)]),
    (P(a**b * sp.Abs(b), a), P(a**b, a) * sp.Abs(b), [P(a**b, a)]),
]

GIVEN: list[tuple[str, Any, Any, tuple[Any, ...], list[Any]]] = [
    (
        "hypothesis",
        E(S, i, j),
        E(S, j, i),
        (nd.Symmetric(S),),
        [E(S, i, i), E(T, j, i)],
    ),
    ("hypothesis", E(S, i, j), E(S, j, i), (nd.PositiveDefinite(S),), [-E(S, j, i)]),
    (
        "hypothesis",
        E(S, i, j),
        D(i, j) * E(S, i, j),
        (nd.Diagonal(S),),
        [D(i, j), E(S, i, i)],
    ),
    ("hypothesis", over(E(R, k, s) * E(R, k, t), k), D(s, t), (nd.Orthogonal(R),), [1]),
    (
        "hypothesis",
        over(E(Q, i, k) * E(Q, j, k), k),
        D(i, j),
        (nd.Orthogonal(Q),),
        [1, a * D(i, j), D(i, j) * E(Q, i, j)],
    ),
    ("hypothesis", over(E(u, k, 1) ** 2, k), sp.S.One, (nd.Unit(u),), [0, n]),
    ("hypothesis", over(E(u, k, 1), k), sp.S.One, (nd.Simplex(u),), [0, n]),
    ("hypothesis", over(z[k], k), sp.S.One, (nd.Simplex(z),), [0]),
    (
        "hypothesis",
        E(X * x, i, 1),
        E(lam * x, i, 1),
        (nd.equal(X * x, lam * x),),
        [E(x, i, 1), E(lam * x, j, 1)],
    ),
    ("hypothesis", a, b + c, (nd.equal(a, b + c),), [b, b - c]),
    ("inverse", over(E(X, i, k) * E(inv(X), k, j), k), D(i, j), (), [1, E(X, i, j)]),
    ("inverse", over(E(inv(X), i, k) * E(X, k, j), k), D(i, j), (), [a * D(i, j)]),
    ("inverse", E(inv(S), i, j), E(inv(S.T), j, i), (), [E(S, j, i), E(inv(S), j, i)]),
    ("inverse", E(inv(A * A.T), i, j), E(inv(A * A.T), j, i), (), [E(A * A.T, j, i)]),
    ("inverse", E(inv(X.T + X), i, j), E(inv(X.T + X), j, i), (), [E(inv(X), j, i)]),
    (
        "inverse",
        E(inv(X.T * S * X), i, j),
        E(inv(X.T * S.T * X), j, i),
        (),
        [E(inv(X.T * S * X), j, i), E(inv(X.T * S.T * X), i, j)],
    ),
    ("inverse", E(inv(X.T), i, j), E(inv(X), j, i), (), [E(inv(X), i, j), E(X, j, i)]),
    ("inverse", E(inv(one), 1, 1), 1 / E(one, 1, 1), (), [E(one, 1, 1)]),
    ("inverse", E(inv(nd.Diag(x)), i, j), D(i, j) / E(x, i, 1), (), [1 / E(x, i, 1)]),
    (
        "order of derivatives",
        nd.Slope(fX, i, j, 1, 1),
        nd.Slope(fX, 1, 1, i, j),
        (),
        [nd.Slope(fX, j, i, 1, 1), nd.Slope(fX, i, j)],
    ),
]
ADMISSIBLE: list[Case] = [
    *(("definition", old, new, ()) for old, new, _ in DEFINITION),
    *((rule, old, new, ()) for rule, old, new, _ in SUMS),
    *(("ring", old, new, ()) for old, new, _ in RING),
    *(("derive", old, new, ()) for old, new, _ in DERIVE),
    *((rule, old, new, given) for rule, old, new, given, _ in GIVEN),
]
FALSE: list[Case] = [
    *(("definition", old, bad, ()) for old, _, bads in DEFINITION for bad in bads),
    *((rule, old, bad, ()) for rule, old, _, bads in SUMS for bad in bads),
    *(("ring", old, bad, ()) for old, _, bads in RING for bad in bads),
    *(("derive", old, bad, ()) for old, _, bads in DERIVE for bad in bads),
    *((rule, old, bad, given) for rule, old, _, given, bads in GIVEN for bad in bads),
]


KINDS = (ARITHMETIC, FACTS)  # names of one procedure


def told(case: Case) -> str:
    return f"{case[0]}: {case[1]} = {case[2]}"


@pytest.mark.parametrize("case", ADMISSIBLE, ids=told)
def test_a_step_that_its_rule_shows_is_taken(case: Case) -> None:
    rule, old, new, given = case
    step(rule, old, new, given=given)


@pytest.mark.parametrize("case", FALSE, ids=told)
def test_a_step_that_is_off_by_anything_is_refused(case: Case) -> None:
    rule, old, bad, given = case
    with pytest.raises(Refused, match="left side, step 1"):
        step(rule, old, sp.sympify(bad), given=given)


@pytest.mark.parametrize("case", ADMISSIBLE, ids=told)
def test_a_step_under_the_name_of_another_rule_is_refused(case: Case) -> None:
    rule, old, new, given = case
    others = {"definition", "derive", "hypothesis", "inverse", "where", "delta"}
    alike = next((set(kind) for kind in KINDS if rule in kind), {rule})
    if rule in ARITHMETIC and isinstance(old, sp.Sum):  # a fact may add 0 to a sum
        alike |= set(FACTS)
    for other in sorted(others - alike):
        with pytest.raises(Refused):
            step(other, old, new, given=given)


def test_a_hypothesis_that_is_not_stated_is_none() -> None:
    for rule, old, new, given, _ in GIVEN:
        if given:
            with pytest.raises(Refused):
                step(rule, old, new)
