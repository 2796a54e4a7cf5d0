"""Typical equations of a course, each a claim as one would show it to a reader.

The first twenty are textbook formulas of every kind the engine was designed on; the
rest reach what those do not: integrals, means, block and Kronecker products, spectra,
inequalities, orders.  `CLAIMS` holds them by key.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import sympy as sp
from sympy import (
    Abs,
    Derivative,
    Determinant,
    HadamardProduct,
    Identity,
    IndexedBase,
    Integral,
    Inverse,
    KroneckerDelta,
    KroneckerProduct,
    MatMul,
    MatrixSymbol,
    Max,
    Product,
    Sum,
    Symbol,
    Trace,
    Transpose,
    exp,
    log,
    oo,
    pi,
    sqrt,
    symbols,
)

from proofread.audit.reviewed import reviewed
from proofread.claim import Claim
from proofread.distributions import Beta, Exponential, Finite, Normal
from proofread.nodes import (
    ArgMax,
    ArgMin,
    Covariance,
    Dot,
    Eigenvalue,
    Elementwise,
    Expectation,
    FrobeniusNorm,
    Grad,
    HessianMatrix,
    Jacobian,
    Maximum,
    Norm,
    PositiveDefinite,
    RandomSample,
    RandomVariable,
    RandomVector,
    Simplex,
    SpectralRadius,
    SquaredNorm,
    Symmetric,
    Unit,
    Variance,
    Vec,
    equal,
    functions,
    gt,
    indices,
)

CLAIMS: dict[str, Claim] = {}
REVIEWED = reviewed(Path(__file__))


def claim_between(lhs, rhs, **parts) -> Claim:
    """A claim of no particular name."""
    return Claim("unnamed", lhs, rhs, **parts)


def claim(key, lhs, rhs, relation="=", *, where=None, given=(), **parts):
    pairs = tuple((where or {}).items())
    CLAIMS[key] = Claim(
        key, lhs, rhs, relation, where=pairs, given=tuple(given), **parts
    )


def size(names):
    return symbols(names, integer=True, positive=True)


def real(names):
    return symbols(names, real=True)


def positive(names):
    return symbols(names, positive=True)


def vector(name, n):
    return MatrixSymbol(name, n, 1)


def product(*factors):
    return MatMul(*factors)


n, m, d, h, r, q = size("n m d h r q")
i, j = indices("i j", n)
k, l = symbols("k l", integer=True)  # noqa: E741
t = real("t")
f, g, u, v = functions("f g u v")

# ---- calculus of one variable

claim(
    "product-rule",
    Derivative(f(t) * g(t), t),
    Derivative(f(t), t) * g(t) + f(t) * Derivative(g(t), t),
)
claim(
    "chain-rule",
    Derivative(f(u(t), v(t)), t),
    Derivative(f(u(t), v(t)), u(t)) * Derivative(u(t), t)
    + Derivative(f(u(t), v(t)), v(t)) * Derivative(v(t), t),
)

# ---- softmax and log-sum-exp

z, p, y = (
    IndexedBase("z", shape=(n,)),
    IndexedBase("p", shape=(n,)),
    IndexedBase("y", shape=(n,)),
)
softmax = {p[i]: exp(z[i]) / Sum(exp(z[l]), (l, 1, n))}
claim(
    "softmax-jacobian",
    Derivative(p[i], z[j]),
    p[i] * (KroneckerDelta(i, j) - p[j]),
    where=softmax,
)
claim(
    "log-sum-exp-hessian",
    Derivative(log(Sum(exp(z[l]), (l, 1, n))), z[i], z[j]),
    p[i] * KroneckerDelta(i, j) - p[i] * p[j],
    where=softmax,
)

# ---- gradients by vectors and matrices

A, X = MatrixSymbol("A", n, n), MatrixSymbol("X", n, n)
x, b = vector("x", n), vector("b", n)
claim(
    "quadratic-form", Grad(product(Transpose(x), A, x), x), product(A + Transpose(A), x)
)
claim(
    "log-determinant",
    Grad(log(Abs(Determinant(X))), X),
    Transpose(Inverse(X)),
    points=6,
)
A_mn, X_nd, B_dm = (
    MatrixSymbol("A", m, n),
    MatrixSymbol("X", n, d),
    MatrixSymbol("B", d, m),
)
claim(
    "trace-of-product",
    Grad(Trace(product(A_mn, X_nd, B_dm)), X_nd),
    product(Transpose(A_mn), Transpose(B_dm)),
)
D, w, target = MatrixSymbol("X", n, d), vector("w", d), vector("y", n)
residual = product(D, w) - target
claim(
    "mean-squared-error",
    Grad(SquaredNorm(residual) / n, w),
    2 / n * product(Transpose(D), residual),
)

# ---- maximum likelihood

xs = IndexedBase("x", shape=(n,))
mu, theta, sigma2 = (
    real("mu"),
    Symbol("theta", positive=True),
    Symbol("sigma2", positive=True),
)


def log_likelihood(mean):
    return Sum(
        -log(2 * pi * sigma2) / 2 - (xs[k] - mean) ** 2 / (2 * sigma2), (k, 1, n)
    )


claim("gaussian-mean", ArgMax(log_likelihood(mu), mu), Sum(xs[k], (k, 1, n)) / n)
claim(
    "gaussian-variance",
    ArgMax(log_likelihood(mu), sigma2),
    Sum((xs[k] - mu) ** 2, (k, 1, n)) / n,
    given=[gt(Sum((xs[k] - mu) ** 2, (k, 1, n)), 0)],
)


claim(
    "bernoulli-likelihood",
    ArgMax(Sum(xs[k] * log(theta) + (1 - xs[k]) * log(1 - theta), (k, 1, n)), theta),
    Sum(xs[k], (k, 1, n)) / n,
    sizes={n: 4},
    domain={xs: (0, 1), theta: (1e-4, 1 - 1e-4)},
)

# ---- cross entropy

s, label, sigma = real("z"), real("y"), functions("sigma")
claim(
    "logistic-gradient",
    Derivative(-label * log(sigma(s)) - (1 - label) * log(1 - sigma(s)), s),
    sigma(s) - label,
    where={sigma(s): 1 / (1 + exp(-s))},
)
claim(
    "cross-entropy-gradient",
    Derivative(-Sum(y[k] * log(p[k]), (k, 1, n)), z[j]),
    p[j] - y[j],
    where=softmax,
    given=[equal(Sum(y[k], (k, 1, n)), 1)],
)

# ---- a low-rank approximation, measured by alternating least squares

spectrum = IndexedBase(Symbol("sigma", positive=True), shape=(r,))
least = Symbol(r"min_rank", positive=True)


def alternating_least_squares(values, rng):
    """The least squared error over rank-q factors, found without a decomposition."""
    s_, rank = np.asarray(values["sigma"]), int(values["q"])
    n_ = len(s_)
    left = np.linalg.qr(rng.normal(size=(n_ + 2, n_)))[0]
    M = left @ np.diag(s_) @ np.linalg.qr(rng.normal(size=(n_, n_)))[0].T
    P = rng.normal(size=(n_, rank))
    for _ in range(300):
        left = np.linalg.lstsq(P, M.T, rcond=None)[0].T
        P = np.linalg.lstsq(left, M, rcond=None)[0].T
    return np.sum((M - left @ P.T) ** 2)


def decreasing(rng, shape):
    """Well separated singular values."""
    return 4 * 0.6 ** np.arange(shape[0]) * rng.uniform(0.9, 1.1, shape)


claim(
    "discarded-energy",
    least,
    Sum(spectrum[k] ** 2, (k, q + 1, r)),
    sizes={r: 3, q: 1},
    oracle=alternating_least_squares,
    measured_only="the minimum over all matrices of rank q is found, not derived",
    domain={spectrum: decreasing},
    tolerance=1e-6,
)

# ---- back-propagation through one hidden layer

W1, W2 = MatrixSymbol("W_1", h, d), MatrixSymbol("W_2", m, h)
inputs, wanted, phi = vector("x", d), vector("t", m), functions("phi")
before = product(W1, inputs)
hidden = Elementwise(phi, before)
error = product(W2, hidden) - wanted
claim(
    "backprop-output",
    Grad(SquaredNorm(error) / 2, W2),
    product(error, Transpose(hidden)),
)
claim(
    "backprop-hidden",
    Grad(SquaredNorm(error) / 2, W1),
    product(
        HadamardProduct(product(Transpose(W2), error), Elementwise(phi, before, 1)),
        Transpose(inputs),
    ),
)

# ---- descent on a quadratic

eta, L, mu_ = positive("eta L mu")
star = product(Inverse(A), b)
claim(
    "descent-contraction",
    x - eta * (product(A, x) - b) - star,
    product(Identity(n) - eta * A, x - star),
)
ends = {mu_: (0.05, 3.0), L: (3.1, 9.0)}
claim(
    "best-step",
    ArgMin(Max(Abs(1 - eta * mu_), Abs(1 - eta * L)), eta),
    2 / (L + mu_),
    domain={**ends, eta: (1e-3, 4.0)},
    points=6,
    measured_only="the least of two crossing branches is not stationary",
)
alpha, beta = positive("alpha beta")
roots = sqrt(L) + sqrt(mu_)


def heavy_ball(curvature):
    return sp.ImmutableMatrix([[1 + beta - alpha * curvature, -beta], [1, 0]])


claim(
    "momentum-rate",
    Max(SpectralRadius(heavy_ball(mu_)), SpectralRadius(heavy_ball(L))),
    (sqrt(L) - sqrt(mu_)) / roots,
    where={alpha: 4 / roots**2, beta: ((sqrt(L) - sqrt(mu_)) / roots) ** 2},
    domain=ends,
    points=12,
    tolerance=1e-6,
    measured_only="the eigenvalues are complex below and coincide at the best step",
)

# ---- bias and variance over any finite distributions

P, Q = IndexedBase("P", shape=(n,)), IndexedBase("Q", shape=(m,))
e, hs = IndexedBase("epsilon", shape=(m,)), IndexedBase("h", shape=(n,))
truth, hbar = real("f"), real("hbar")
claim(
    "bias-variance",
    Sum(P[k] * Q[l] * (truth + e[l] - hs[k]) ** 2, (k, 1, n), (l, 1, m)),
    (truth - hbar) ** 2
    + Sum(P[k] * (hs[k] - hbar) ** 2, (k, 1, n))
    + Sum(Q[l] * e[l] ** 2, (l, 1, m)),
    where={hbar: Sum(P[k] * hs[k], (k, 1, n))},
    given=[
        equal(Sum(P[k], (k, 1, n)), 1),
        equal(Sum(Q[l], (l, 1, m)), 1),
        equal(Sum(Q[l] * e[l], (l, 1, m)), 0),
    ],
    sizes={n: 2, m: 2},
)

# ---- beyond the twenty: integrals and means

a, c = positive("a c")
claim("gaussian-integral", Integral(exp(-a * t**2), (t, -oo, oo)), sqrt(pi / a))
var_x = RandomVariable("x", Normal(mu, sigma2))
claim("normal-second-moment", Expectation(var_x**2), mu**2 + sigma2)
rate = Symbol("lambda", positive=True)
wait = RandomVariable("t", Exponential(rate))
claim("exponential-variance", Variance(wait), 1 / rate**2)
share = RandomVariable("x", Beta(a, c))
claim("beta-mean", Expectation(share), a / (a + c))
sample = RandomSample("x", n, Normal(mu, sigma2))
claim(
    "variance-of-the-mean",
    Variance(Sum(sample[k], (k, 1, n)) / n),
    sigma2 / n,
    sizes={n: 3},
)
noise = RandomVector("epsilon", n, Normal(0, sigma2))
claim(
    "noise-energy",
    Expectation(SquaredNorm(product(A_mn, noise))),
    sigma2 * FrobeniusNorm(A_mn) ** 2,
    sizes={n: 3, m: 2},
)
xv = IndexedBase("v", shape=(n,))
finite = RandomVariable("x", Finite(xv, P))
claim(
    "finite-variance",
    Variance(finite),
    Sum(P[k] * xv[k] ** 2, (k, 1, n)) - Sum(P[k] * xv[k], (k, 1, n)) ** 2,
    given=[Simplex(P)],
)
rho_x, rho_y = (
    RandomVariable("x", Normal(mu, sigma2)),
    RandomVariable("z", Normal(0, 1)),
)
claim("covariance-of-sum", Covariance(rho_x, a * rho_x + rho_y), a * sigma2)

# ---- sums and products of symbolic length

claim("arithmetic-series", Sum(k, (k, 1, n)), n * (n + 1) / 2)
ratio = real("r")
claim(
    "geometric-series",
    Sum(ratio**k, (k, 0, n)),
    (1 - ratio ** (n + 1)) / (1 - ratio),
)
claim(
    "log-of-product",
    log(Product(spectrum[k], (k, 1, r))),
    Sum(log(spectrum[k]), (k, 1, r)),
)

# ---- blocks, Kronecker products, determinants, spectra

B_m, C_nm, D_m = (
    MatrixSymbol("B", n, m),
    MatrixSymbol("C", m, n),
    MatrixSymbol("D", m, m),
)
claim(
    "schur-determinant",
    Determinant(sp.BlockMatrix([[A, B_m], [C_nm, D_m]])),
    Determinant(A) * Determinant(D_m - product(C_nm, Inverse(A), B_m)),
    sizes={n: 2, m: 2},
)
claim(
    "vec-of-product",
    Vec(product(A_mn, X_nd, B_dm)),
    product(KroneckerProduct(Transpose(B_dm), A_mn), Vec(X_nd)),
)
claim(
    "determinant-lemma",
    Determinant(A + product(x, Transpose(b))),
    Determinant(A) * (1 + Dot(b, product(Inverse(A), x))),
)
A2 = MatrixSymbol("A", 2, 2)
claim(
    "eigenvalue-sum",
    Eigenvalue(A2, 1) + Eigenvalue(A2, 2),
    Trace(A2),
    given=[Symmetric(A2)],
)
claim(
    "rayleigh-maximum",
    Maximum(product(Transpose(x), A, x), x, Unit(x)),
    Eigenvalue(A, 1),
    given=[Symmetric(A)],
    measured_only="the largest value over a sphere is searched for",
    sizes={n: 2},
)
claim(
    "parallelogram",
    SquaredNorm(x + b) + SquaredNorm(x - b),
    2 * Norm(x) ** 2 + 2 * Norm(b) ** 2,
)
claim("norm-gradient", Grad(Norm(x), x), x / Norm(x))
claim(
    "hessian-quadratic",
    HessianMatrix(product(Transpose(x), A, x), x),
    A + Transpose(A),
)
claim("jacobian-affine", Jacobian(product(A_mn, x) + vector("b", m), x), A_mn)
claim(
    "ridge",
    ArgMin(SquaredNorm(residual) + a * SquaredNorm(w), w),
    product(Inverse(product(Transpose(D), D) + a * Identity(d)), Transpose(D), target),
    sizes={n: 3, d: 2},
)

# ---- inequalities, with where they are sharp

claim(
    "cauchy-schwarz",
    Dot(x, b) ** 2,
    SquaredNorm(x) * SquaredNorm(b),
    "<=",
    equality={b: 2 * x},
    sizes={n: 2},
)
other = IndexedBase("q", shape=(n,))
claim(
    "gibbs",
    Sum(p[k] * log(other[k]), (k, 1, n)),
    Sum(p[k] * log(p[k]), (k, 1, n)),
    "<=",
    given=[Simplex(p), Simplex(other)],
    equality={other: p},
    measured_only="the logarithm is concave, which no rule of signs sees",
)
claim("log-inequality", log(a), a - 1, "<=", equality={a: 1}, measured_only="concave")
claim(
    "descent-lemma",
    product(Transpose(x), A, x) / 2,
    Eigenvalue(A, 1) / 2 * SquaredNorm(x),
    "<=",
    given=[PositiveDefinite(A)],
    equality={A: a * Identity(n)},
    sizes={n: 2},
    measured_only="the largest curvature bounds every other",
)

# ---- orders

step = Symbol("h", positive=True)
claim(
    "taylor-remainder",
    exp(t + step) - exp(t) - step * exp(t),
    step**2,
    "~",
    variable=step,
)
claim(
    "central-difference-error",
    (f(t + step) - f(t - step)) / (2 * step) - Derivative(f(t), t),
    step**2,
    "~",
    variable=step,
)
claim("quarter-circle", Integral(sqrt(1 - t**2), (t, 0, 1)), pi / 4)
