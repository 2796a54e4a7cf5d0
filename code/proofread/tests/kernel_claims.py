"""Claims that hold between them every kind of node that the kernel's writer knows."""

import sympy as sp
from sympy import (
    Derivative,
    Determinant,
    HadamardProduct,
    Identity,
    IndexedBase,
    Inverse,
    KroneckerDelta,
    MatrixSymbol,
    OneMatrix,
    Product,
    Sum,
    Symbol,
    Trace,
    Transpose,
    ZeroMatrix,
    exp,
    log,
    symbols,
)

from proofread.claim import Claim
from proofread.distributions import Normal
from proofread.nodes import (
    BasisVector,
    Column,
    Components,
    Diag,
    DiagonalOf,
    Differential,
    Dot,
    Elementwise,
    Expectation,
    Grad,
    HessianMatrix,
    Jacobian,
    MatrixCovariance,
    Norm,
    Orthogonal,
    RandomSample,
    RandomVariable,
    RandomVector,
    Row,
    ScalarFunction,
    Simplex,
    SquaredNorm,
    Symmetric,
    Unit,
    Variance,
    VectorFunction,
    equal,
    functions,
    indices,
)

HALF = sp.Rational(1, 2)
m, n = symbols("m n", integer=True, positive=True)
i, j, v = indices("i j v", n)
k = indices("k", m)
A, B, C = MatrixSymbol("A", m, n), MatrixSymbol("B", n, m), MatrixSymbol("C", m, n)
S, T = MatrixSymbol("S", n, n), MatrixSymbol("T", n, n)
x, y, u = (MatrixSymbol(name, n, 1) for name in "xyu")
b = MatrixSymbol("b", m, 1)
r = MatrixSymbol("r", m, 1)
p, w = IndexedBase("p", shape=(n,)), IndexedBase("w", shape=(n,))
M = IndexedBase("M", shape=(m, n))
s, t, c = symbols("s t c", real=True)
q = Symbol("q", positive=True)
f, phi = functions("f phi")
e, two = RandomVector("e", n, Normal(0, q)), RandomVector("two", 2, Normal(0, q))
d, z = RandomSample("d", n, Normal(0, 4)), RandomVariable("z", Normal(0, 4))
o = RandomVariable("o", Normal(s, HALF))
g, h = ScalarFunction("g"), VectorFunction("h", m)
ONE = sp.OneMatrix(1, 1)
slope = 2 * Transpose(A) * r
soft = exp(w[i]) / Sum(exp(w[v]), (v, 1, n))

PAIRS = [
    (Transpose(A * B), Transpose(B) * Transpose(A)),
    (S + Identity(n), Identity(n) + S),
    (ZeroMatrix(m, n), ZeroMatrix(m, n)),
    (3 * A + C, C + 3 * A + ZeroMatrix(m, n)),
    (Trace(S * T), Trace(T * S)),
    (Dot(A * x, b), Dot(x, Transpose(A) * b)),
    (SquaredNorm(x - y), SquaredNorm(x) - 2 * Dot(x, y) + SquaredNorm(y)),
    (Norm(2 * x), 2 * Norm(x)),
    (Inverse(S) * (S * x), Identity(n) * x),
    (Transpose(Inverse(S)) * x, Inverse(Transpose(S)) * x),
    (Determinant(S * T), Determinant(S) * Determinant(T)),
    (HadamardProduct(A, C), HadamardProduct(C, A)),
    (Diag(x) * y, HadamardProduct(x, y)),
    (DiagonalOf(S + T), DiagonalOf(S) + DiagonalOf(T)),
    (A * BasisVector(j, n), Column(A, j)),
    (Row(A, k) * x, Transpose(Transpose(Row(A, k))) * x),
    (A * OneMatrix(n, 1), Sum(Column(A, j), (j, 1, n))),
    (Components(2 * p[i], i), 2 * Components(p[i], i)),
    (Elementwise(phi, x + y), Elementwise(phi, y + x)),
    (Sum(M[k, i] * p[i], (i, 1, n)), Sum(p[i] * M[k, i], (i, 1, n))),
    (Sum(KroneckerDelta(i, j) * p[j], (j, 1, n)), p[i]),
    (Sum(A[k - 1, i - 1] * p[i], (i, 1, n)), Sum(p[i] * A[k - 1, i - 1], (i, 1, n))),
    (Sum(c, (i, 1, n)) / n, c),
    (sp.Rational(2, 3) * t - 5 * s**3 + t / 7, t * sp.Rational(17, 21) - 5 * s**3),
    (exp(s + t), exp(s) * exp(t)),
    (log(q * q), 2 * log(q)),
    (sp.sqrt(q) * sp.sqrt(q) + 1 / q**2, q + q**-2),
    (
        sp.Matrix([[s, t], [1, 2]]) * sp.Matrix([[1, 0], [c, 3]]),
        sp.Matrix([[s + c * t, 3 * t], [1 + 2 * c, 6]]),
    ),
    (Grad(Dot(x, S * x), x), (S + Transpose(S)) * x),
    (Grad(g(x) ** 2, x), 2 * g(x) * Grad(g(x), x)),
    (Grad(Dot(b, h(x)), x), Transpose(Jacobian(h(x), x)) * b),
    (Jacobian(A * x + b, x), A),
    (Jacobian(Elementwise(phi, x), x), Diag(Elementwise(phi, x, 1))),
    (Derivative(f(t) * exp(-t), t), (Derivative(f(t), t) - f(t)) * exp(-t)),
    (Derivative(Sum(w[j] ** 2, (j, 1, n)), w[i]), 2 * w[i]),
    (sp.Subs(Derivative(g(x + t * u), t), t, 0), Dot(Grad(g(x), x), u)),
    (Differential(Trace(S * T), {S: T}), Trace(T * T)),
    (HessianMatrix(Dot(x, S * x), x), S + Transpose(S)),
    (HessianMatrix(g(x), x), HessianMatrix(g(x + 0 * y), x)),
    (x - Grad(SquaredNorm(x - y) / 2, x), y),
    (Derivative(t**3 * exp(t), t, t), (t**3 + 6 * t**2 + 6 * t) * exp(t)),
    (Derivative(f(t**2), t, t), Derivative(Derivative(f(t**2), t), t)),
    (Expectation(SquaredNorm(x + e)), SquaredNorm(x) + n * q),
    (Variance(Sum(d[i], (i, 1, n)) / n), 4 / n),
    (Variance(z * o), 2 + 4 * s**2),
    (Expectation(o**2 + s), s**2 + s + HALF),
    (MatrixCovariance(2 * two, two), 2 * q * Identity(2)),
    (Sum(q ** (n - i) * (1 - q), (i, 1, n)), 1 - q**n),
    (log(Product(exp(w[i]), (i, 1, n))), Sum(w[i], (i, 1, n))),
    (Grad(Norm(x), x), x / Norm(x)),
    (q**t * q, q ** (t + 1)),
    (sp.pi * q, q * sp.pi),
    (q ** (n - 1) * q, q**n),
    (Sum(q ** (2 * n - 2 * i), (i, 1, n)) * (1 - q**2), 1 - q ** (2 * n)),
    (Derivative(sp.Abs(t) * s, t), s * sp.sign(t)),
    (
        sp.BlockMatrix([[S, T], [T, S]]) * sp.BlockMatrix([[x], [y]]),
        sp.BlockMatrix([[S * x + T * y], [T * x + S * y]]),
    ),
    (sp.BlockMatrix([[S, x]]) * sp.BlockMatrix([[y], [ONE]]), S * y + x),
    (Derivative(f(t**2), t), 2 * t * sp.Subs(Derivative(f(s), s), s, t**2)),
]
OTHERS = [
    Claim("defined", Grad(SquaredNorm(r), x), slope, where=((r, A * x - b),)),
    Claim(
        "softmax",
        Derivative(p[i], w[j]),
        p[i] * (KroneckerDelta(i, j) - p[j]),
        where=((p[i], soft),),
    ),
    Claim("symmetric", Dot(S * x, y), Dot(x, S * y), given=(Symmetric(S),)),
    Claim("unit", SquaredNorm(2 * u), 4, given=(Unit(u),)),
    Claim("orthogonal", SquaredNorm(S * x), SquaredNorm(x), given=(Orthogonal(S),)),
    Claim("simplex", Sum(2 * p[i], (i, 1, n)), 2, given=(Simplex(p),)),
    Claim("given", s * t, 1 - t, given=(equal(t + s * t, 1),)),
    Claim("value", c**2, s**2 - 2 * s + 1, where=((c, s - 1),)),
]
CLAIMS = [Claim(f"pair-{n}", *pair) for n, pair in enumerate(PAIRS)] + OTHERS
