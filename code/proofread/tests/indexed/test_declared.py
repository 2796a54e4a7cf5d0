"""Every meaning, slope and equation that is declared holds when it is measured.

The index reader takes them as they stand, and so does its checker.
"""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from sympy.core.function import AppliedUndef
from sympy.matrices.expressions.matexpr import MatrixElement

from proofread import nodes as nd
from proofread.binding import put_all
from proofread.claim import Claim
from proofread.declaration import declaration_of, declared_kinds, indexed, said
from proofread.distributions import (
    Bernoulli,
    Beta,
    Binomial,
    ChiSquared,
    Exponential,
    Finite,
    Gamma,
    Laplace,
    Normal,
    Poisson,
    StudentT,
    Uniform,
)
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.node import dims, is_matrix
from proofread.nodes.notation import meaning

n, m = sp.symbols("n m", integer=True, positive=True)
A, X, S = sp.MatrixSymbol("A", n, m), sp.MatrixSymbol("X", n, n), nd.Diag
B, Y = sp.MatrixSymbol("B", n, m), sp.MatrixSymbol("Y", n, n)
x, y, u = (sp.MatrixSymbol(name, n, 1) for name in "xyu")
one, W = sp.MatrixSymbol("o", 1, 1), sp.MatrixSymbol("W", 2, 2)
a, b, t = sp.symbols("a b t", real=True)
c = sp.Symbol("c", positive=True)
z = sp.IndexedBase("z", shape=(n,))
i, j = nd.indices("i j", n)
s = nd.indices("s", m)
phi = nd.functions("phi")
f, g = nd.ScalarFunction("f")(x), nd.VectorFunction("g", m)(x)
E = nd.Entry
k = sp.Symbol("k", integer=True)
mean = nd.Expectation
v = sp.Symbol("v", positive=True)
normal = Normal(a, v)
r, r2 = (nd.RandomVariable(name, normal) for name in ("r", "q"))
R, C = nd.RandomVector("R", n, Bernoulli(b)), nd.RandomVector("C", n, Normal(0, v))
D, F = (nd.RandomSample(name, n, Bernoulli(b)) for name in ("D", "F"))
share = sp.IndexedBase("h", shape=(n,))
drawn = nd.RandomVariable("W", Finite(z, share))
rising = nd.RandomSample("U", n, Uniform(-c, v))
waits = nd.RandomSample("V", n, Exponential(c))
pair = nd.MultivariateNormal(sp.Matrix([a, b]), sp.Matrix([[2, 1], [1, 3]]))
N = nd.RandomVector("N", 2, pair)
known = nd.equal(E(N, 2, 1), t)
LAWS = [
    normal,
    Laplace(a, c),
    Exponential(c),
    Gamma(c + 1, v),
    Beta(c + 1, v + 1),
    Uniform(0, c),
    Bernoulli(b),
    Binomial(n, b),
    Poisson(c),
    ChiSquared(c),
]


def is_its_own(kind: type) -> bool:
    """Whether what a class is in index notation is said of no base of it."""
    own = declaration_of(kind).indexed
    return bool(own) and all(
        declaration_of(k).indexed is not own for k in kind.__mro__[1:]
    )


def says(kind: type, *fields: str) -> bool:
    """Whether one of these is declared of a class."""
    known: Any = declaration_of(kind).indexed
    return any(getattr(known, name) for name in fields)


KNOWN = {k for k in declared_kinds() if is_its_own(k)}

MEANINGS: list[Any] = [
    A.T,
    A + 2 * B,
    sp.Sum(z[j] * X, (j, 1, n)) + sp.Sum(z[j] * Y, (j, 1, n)),
    3 * X * A,
    sp.Mul(a, sp.Sum(z[j] * X, (j, 1, n))),
    X**3,
    sp.MatPow(X, 1),
    sp.MatPow(X, m + 1),
    sp.MatPow(nd.Diag(x), m),
    sp.ImmutableMatrix([[a, b], [b * c, 1]]),
    sp.Sum(z[k], (k, 2, 2)),
    sp.Product(z[k], (k, 2, 2)),
    sp.Identity(n),
    sp.ZeroMatrix(n, m),
    sp.OneMatrix(n, m),
    sp.HadamardProduct(A, B),
    nd.Diag(x),
    nd.DiagonalOf(X),
    nd.Column(A, s),
    nd.Row(A, i),
    nd.BasisVector(i, n),
    nd.Components(z[i] ** 2, i),
    nd.Elementwise(sp.Lambda(t, sp.sin(t) * t), A),
    nd.Elementwise(sp.Lambda(t, sp.sin(t) * t), A, 1),
    nd.Grad(nd.Dot(x, X * x), x),
    nd.Jacobian(nd.Elementwise(sp.sin, X * x), x),
    nd.HessianMatrix(nd.Dot(x, X * x), x),
    nd.Differential(X * Y, {X: Y, Y: X}),
    nd.Differential(nd.Dot(x, y) * a, {x: u, a: b}),
    sp.ImmutableMatrix([[a * b]]),
    sp.Derivative(nd.VectorFunction("g", n)(a * x + y), a),
    sp.Subs(nd.VectorFunction("g", n)(t * x + y), t, a),
    sp.Derivative(phi(a) * b, (a, 2)),
    sp.Subs(a**2 * b, a, c),
    sp.Sum(z[j] * X, (j, 1, n)),
    sp.Trace(X * Y),
    nd.Dot(A, B),
    nd.SquaredNorm(A),
    nd.FrobeniusNorm(A),
    nd.Norm(x),
    nd.Norm(x, 1),
    X[i - 1, j - 1],
    nd.Divergence(c, sp.exp(a)),
    sp.loggamma(c * v),
    sp.beta(c, v),
    nd.Entropy(normal),
    nd.KullbackLeibler(Laplace(a, c), normal),
    mean(r * A),
    nd.Variance(r * b),
    nd.Variance(one * r),
    nd.Covariance(r, r * b + r2),
    nd.Covariance(r * x, r2 * y + r * x),
    nd.Rank(A),
]
MOVED: list[tuple[Any, Any]] = [
    (E(X, i, j), E(X, j, 1)),
    (z[i], z[j]),
    (a, a),
    (phi(a**2), a),
    (nd.Slope(phi(a * b), 1), a),
    (f, E(x, i, 1)),
    (nd.AppliedScalarFunction(sp.Symbol("f"), A * nd.Column(A.T, 1)), E(A, i, s)),
    (E(g, s, 1), E(x, i, 1)),
    (nd.Slope(f, j, 1), E(x, i, 1)),
    (nd.Slope(E(g, s, 1), j, 1), E(x, i, 1)),
    (sp.Determinant(X), E(X, i, j)),
    (sp.Determinant(X.T * X), E(X, i, j)),
    (sp.Determinant(one), E(one, 1, 1)),
    (sp.log(sp.Abs(a - c * a**2)), a),
    (sp.polygamma(1, a * c), a),
    (sp.Abs(a - b), a),
    (E(sp.Inverse(X), i, 1), E(X, j, 1)),
    (E(sp.Inverse(X.T * X), i, 1), E(X, j, 1)),
    (a + b * a, a),
    (a * sp.sin(a) * b, a),
    (c**a, a),
    (c ** (a * c), c),
    (sp.Sum(E(x, j, 1) ** 3, (j, 1, n)), E(x, i, 1)),
    (E(nd.MatrixExponential(a**2 * X), i, 1), a),
    (E(nd.MatrixExponential(a * W), 1, 2), E(W, 2, 1)),
    (sp.floor(a - c), a),
    (sp.ceiling(a - c), a),
]
FUNCTIONS = sorted(
    (
        k
        for k in KNOWN - {sp.polygamma}
        if issubclass(k, sp.Function) and says(k, "slope")
    ),
    key=str,
)
HELD: list[Any] = [
    nd.Symmetric(X),
    nd.PositiveDefinite(X),
    nd.PositiveSemidefinite(X),
    nd.Diagonal(X),
    nd.LowerTriangular(X),
    nd.UpperTriangular(X),
    nd.Orthogonal(X),
    nd.Unit(u),
    nd.Simplex(u),
    nd.Simplex(z),
    nd.equal(a, 2 * b),
]
PLUS = nd.PseudoInverse
A1, H, BA = PLUS(A), sp.Transpose(PLUS(A)), PLUS(B.T * A)
GROWN = nd.MatrixExponential
SHORTENED: list[tuple[Any, ...]] = [
    (A, A1, A),
    (A1, A, A1),
    (A.T, A, A1),
    (A1, A, A.T),
    (H, A1, A),
    (A, A1, H),
    (A.T, H),
    (H, A.T),
    (PLUS(A), A, BA),
    (BA, B.T, PLUS(B.T)),
    (sp.Transpose(BA), PLUS(A), A),
    (B.T, PLUS(B.T), sp.Transpose(BA)),
    (GROWN(a * X), X, Y),
    (Y, GROWN(a * X), GROWN(b * X)),
    (GROWN(X), GROWN(-X)),
    (GROWN(X + X * X), GROWN(b * X + sp.Identity(n))),
]
FACTS: list[Any] = [
    sp.Inverse(X),
    sp.Inverse(X.T),
    sp.Inverse(one),
    sp.Inverse(nd.Diag(x)),
    nd.Slope(f, i, 1, j, 1),
    sp.log(sp.exp(a), evaluate=False),
    sp.log(sp.Rational(2, 3)),
    sp.log(c * sp.exp(a)),
    sp.log(c**a),
    sp.log(sp.Product(sp.exp(z[i]), (i, 1, n))),
    sp.sqrt(sp.Sum(z[i] ** 2, (i, 1, n)) * (1 + b)),
    sp.log(c ** sp.sin(a) * (b + 1) / 2),
    sp.log(sp.Product(c ** z[i] * (z[i] ** 2 + 1), (i, 1, n))),
    (a - b) * sp.Abs(a - b) * sp.sign(a - b),
    (a - b) / sp.Abs(a - b),
    c * sp.sign(a - b) / sp.Abs(a - b),
    (a * (b - c)) ** n,
    sp.Limit((sp.sin(t * b) - sp.sin(a * b)) / (t - a), t, a),
    sp.Determinant(X.T),
    sp.Determinant(sp.Inverse(X)),
    sp.Determinant(nd.Diag(x)),
    sp.Determinant(X * Y),
    sp.Determinant(a * A * A.T),
    sp.Determinant(-X),
    sp.Determinant(sp.MatPow(X, m + 1)),
    sp.Determinant(one),
    sp.Determinant(W),
    sp.Determinant(W + sp.Transpose(W)),
    sp.Determinant(sp.ImmutableMatrix([[a, b], [c, 2]])),
    sp.Determinant(sp.ImmutableMatrix([[a, 0, 0], [b, c, 0], [1, a, 2]])),
    sp.Determinant(sp.ImmutableMatrix([[a, b, 1], [0, c, a], [0, 0, 2]])),
    nd.Cofactors(X),
    nd.Cofactors(one),
    nd.Cofactors(X.T * Y),
    sp.Inverse(X * Y),
    nd.Dot(A, B),
    nd.SquaredNorm(A),
    nd.Norm(x),
    nd.FrobeniusNorm(A),
    *(
        nd.PseudoInverse(q)
        for q in (A, A.T, nd.PseudoInverse(A), sp.Inverse(X), sp.Identity(n), c * A)
    ),
    *(
        nd.PseudoInverse(q)
        for q in (A.T * A, A * A.T, x * y.T, x, x.T, sp.ZeroMatrix(n, m))
    ),
    nd.PseudoInverse(nd.PseudoInverse(A) * A),
    nd.PseudoInverse(A * nd.PseudoInverse(A)),
    *(
        nd.MatrixExponential(q)
        for q in (X, a * X + b * sp.Identity(n), sp.ZeroMatrix(n, n), a * nd.Diag(x))
    ),
    nd.MatrixExponential(a * X * Y * sp.Inverse(X)),
    sp.Determinant(nd.MatrixExponential(X)),
    *(sp.MatMul(*q) for q in SHORTENED),
    sp.Sum(c**k / k, (k, 2, n)),
    sp.Product(c + k, (k, 1, n + 1)),
    sp.Sum(sp.cos(sp.pi * k / n), (k, 0, n)),
    sp.Sum(c**k, (k, 1, n)) + sp.Sum(c**k, (k, n + 1, n + m)),
    sp.Sum(c ** (1 - k) - c**-k, (k, 1, n)),
    sp.Sum(a ** (2 * n - 2 * k) - a ** (2 * n - 2 * k + 2), (k, 1, n)),
    mean(a),
    mean(r + b * r2),
    mean(a * r),
    mean(sp.Sum(D[k] * z[k], (k, 1, n))),
    mean(r**2 * r2),
    mean(D[i] * D[j]),
    mean(D[i] ** 2 * D[j]),
    mean(D[i] * F[j]),
    mean(D[1] * D[j]),
    mean(D[i] * sp.Max(b, D[j])),
    mean(E(R, i, 1) ** 2 * E(R, j, 1)),
    mean(D[i] * D[j] * D[1]),
    mean(D[i] ** 2),
    mean(sp.Max(0, E(C, i, 1)) ** 2),
    mean(sp.Max(0, nd.RandomVariable("r", Laplace(0, c))) ** 4),
    mean(sp.Max(0, nd.RandomVariable("r", Uniform(-c, c))) ** 2),
    *(mean(nd.OrderStatistic(rising, q) ** k) for q in (1, i, n) for k in (1, 2, 3)),
    mean(nd.OrderStatistic(waits, 1) ** 2),
    nd.ConditionalExpectation(E(N, 1, 1), known),
    nd.ConditionalExpectation(E(N, 2, 1), known),
    nd.ConditionalExpectation(2 * E(N, 1, 1) + b * E(N, 2, 1), known),
    nd.ConditionalExpectation(a, known),
    nd.Quantile(Normal(a, v), b),
    nd.Quantile(Normal(a, v / n), b**2),
    nd.Quantile(Normal(0, 1), 1 - b),
    nd.Quantile(Laplace(0, c), 1 - b),
    nd.Quantile(StudentT(c), 1 - b),
    nd.Quantile(Exponential(c), b),
    nd.Quantile(Uniform(-c, v), b),
    nd.Quantile(Laplace(a, c), b),
    nd.Quantile(Beta(c + 1, 1), b),
    *(mean(nd.RandomVariable("r", law) ** k) for law in LAWS for k in range(1, 5)),
]
OF_SHARES = [mean(drawn**2), mean(sp.Max(0, drawn) ** 3 + drawn * a)]


SIGNED: list[Any] = [
    nd.SquaredNorm(A),
    nd.Norm(x),
    nd.Norm(x, 1),
    nd.Norm(x, sp.oo),
    nd.FrobeniusNorm(A),
    sp.Abs(a),
    nd.Divergence(c, v),
    nd.Indicator(a > c),
]
SIGNS: list[tuple[Any, Any]] = [
    (nd.PositiveDefinite(X), nd.Dot(x, X * x)),
    (nd.PositiveSemidefinite(X), nd.Dot(x, X * x)),
    (nd.Simplex(u), E(u, i, 1)),
    (nd.Simplex(z), z[i]),
]


def holds(lhs: Any, rhs: Any, *given: Any) -> None:
    domain = dict.fromkeys((a, b, c), (0.4, 0.9))
    tried = Claim("declared", lhs, rhs, given=given, domain=domain, points=2)
    assert measure(tried).judgment is Judgment.HOLDS, (lhs, rhs)


def placed(e: Any) -> Any:
    """The entry of a matrix at two indices; a number."""
    ends = zip("pq", dims(e) if is_matrix(e) or dims(e) else (), strict=False)
    at = [1 if k == 1 else sp.Idx(name, (1, k)) for name, k in ends]
    return E(e, *at) if at else e


@pytest.mark.parametrize("e", MEANINGS, ids=str)
def test_what_a_node_means_is_what_it_is(e: Any) -> None:
    holds(placed(e), meaning(placed(e)))


@pytest.mark.parametrize("pair", MOVED, ids=str)
def test_a_slope_is_the_derivative(pair: tuple[Any, Any]) -> None:
    f, by = pair
    node = f.args[0] if isinstance(f, E) else f
    slope: Any = indexed(node).slope
    holds(nd.Partial(f, by), slope(f, by))


@pytest.mark.parametrize("kind", FUNCTIONS, ids=str)
def test_a_function_that_is_smooth_has_this_derivative(kind: Any) -> None:
    if not issubclass(kind, AppliedUndef):
        slope: Any = indexed(kind(a * b)).slope
        holds(nd.Partial(kind(a * b), a), slope(kind(a * b), a))


@pytest.mark.parametrize("h", HELD, ids=str)
def test_a_hypothesis_says_what_it_imposes(h: Any) -> None:
    measured(said(h), h)


@pytest.mark.parametrize("e", FACTS, ids=str)
def test_what_holds_of_a_node_holds(e: Any) -> None:
    measured(said(e))


@pytest.mark.parametrize("e", OF_SHARES, ids=str)
def test_a_mean_over_values_is_weighted_by_their_shares(e: Any) -> None:
    measured(said(e), nd.Simplex(share))


def measured(equations: Any, *given: Any) -> None:
    found = list(equations)
    assert found
    for equation in found:
        at = {
            k: sp.Idx(f"k{q}", (1, n))
            for q, (k, n) in enumerate(equation.places)
            if k != 1
        }
        sides = (put_all(e, at) for e in (equation.left, equation.right))
        holds(*map(placed, sides), *given)


@pytest.mark.parametrize("e", SIGNED, ids=str)
def test_what_is_never_negative_is_0_with_what_it_says(e: Any) -> None:
    zero: Any = indexed(e).zero
    names = {q: q * 0 for q in e.atoms(sp.MatrixSymbol)} or {a: 0, c: v}
    positive(e)
    holds(e.xreplace(names), 0)
    assert zero(e).xreplace(names) in (0, sp.ZeroMatrix(n, m), sp.ZeroMatrix(n, 1))


@pytest.mark.parametrize("pair", SIGNS, ids=str)
def test_a_hypothesis_imposes_the_signs_that_it_says(pair: tuple[Any, Any]) -> None:
    h, e = pair
    positive(e, h)


def positive(e: Any, *given: Any) -> None:
    tried = Claim("declared", e, 0, ">=", given=given)
    assert measure(tried).judgment is Judgment.HOLDS, e


def test_every_declared_sign_is_measured() -> None:
    assert {k for k in KNOWN if says(k, "zero")} <= bases({type(e) for e in SIGNED})
    signed = {k for k in declared_kinds() if issubclass(k, nd.Property)}
    told = {k for k in signed if (h := declaration_of(k).hypothesis) and h.signs}
    assert told <= {type(h) for h, _ in SIGNS}


def test_every_declared_meaning_is_measured() -> None:
    kinds = {type(e) for e in MEANINGS} | {MatrixElement, sp.MatrixBase}
    assert {k for k in KNOWN if says(k, "entry", "value")} <= bases(kinds)


def test_every_declared_slope_is_measured() -> None:
    kinds = {type(f.args[0] if isinstance(f, E) else f) for f, _ in MOVED}
    kinds |= {*FUNCTIONS, sp.MatAdd, sp.MatMul, sp.Idx}  # sums and products of numbers
    assert {k for k in KNOWN if says(k, "slope")} <= bases(kinds)


def test_every_declared_equation_is_measured() -> None:
    kinds = {type(e) for e in (*FACTS, *HELD)}
    properties = {k for k in declared_kinds() if issubclass(k, nd.Property)}
    assert {k for k in KNOWN if says(k, "equations")} | properties - {
        nd.Property
    } <= bases(kinds)


def bases(kinds: set[type]) -> set[type]:
    return {base for kind in kinds for base in kind.__mro__}
