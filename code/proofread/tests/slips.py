"""Forty false equations, as students and authors write them, with one slip in each.

Every slip has two statements: the false one, and the one that was meant, which differs
from it in one side only. Nothing is stated when this file is imported. Where the slip
is one of shape there is nothing to prove, and what was meant is told in words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sympy import (
    BlockMatrix,
    Derivative,
    Determinant,
    Expr,
    HadamardProduct,
    Identity,
    IndexedBase,
    Inverse,
    KroneckerDelta,
    KroneckerProduct,
    MatMul,
    MatrixExpr,
    MatrixSymbol,
    OneMatrix,
    Product,
    Rational,
    Sum,
    Symbol,
    Trace,
    Transpose,
    exp,
    log,
    pi,
    sqrt,
    symbols,
)

from proofread import (
    ArgMax,
    Diag,
    Differential,
    Dot,
    Elementwise,
    Expectation,
    Grad,
    HessianMatrix,
    Normal,
    Orthogonal,
    PositiveDefinite,
    RandomSample,
    RandomVariable,
    RandomVector,
    ScalarFunction,
    SquaredNorm,
    Symmetric,
    Variance,
    Vec,
    claim,
    equal,
    functions,
    gt,
    indices,
)

Statement = Callable[[], object]


@dataclass(frozen=True)
class Slip:
    """A false statement, the one that was meant, and what went wrong between them."""

    key: str
    """The key of the false statement. That of the right one ends in "-right"."""
    state: Statement
    """Claims what is false."""
    right: Statement | None
    """Claims what was meant; none where the false one has a wrong shape."""
    meant: Expr | MatrixExpr | str
    """The side that holds the slip, as it should be; words for a wrong shape."""
    side: Literal["left", "right"]
    """Where the slip is."""
    slip: str
    """Which slip it is, in a line."""


def _matrix_calculus() -> list[Slip]:
    """Traces, determinants, the order of factors, and where transposes go."""
    n, d = symbols("n d", integer=True, positive=True)
    A, B, C = (MatrixSymbol(name, n, n) for name in "ABC")
    S, dS, X = (
        MatrixSymbol("S", n, n),
        MatrixSymbol("dS", n, n),
        MatrixSymbol("X", n, n),
    )
    x = MatrixSymbol("x", n, 1)
    P, Q = MatrixSymbol("P", n, d), MatrixSymbol("Q", n, d)

    stretched = Grad(SquaredNorm(MatMul(A, B, x)), x)
    stretched_wrong = 2 * MatMul(Transpose(A), Transpose(B), A, B, x)
    stretched_meant = 2 * MatMul(Transpose(B), Transpose(A), A, B, x)

    form = Grad(Dot(x, A * x), x)
    form_meant = (A + Transpose(A)) * x

    stacked = Vec(MatMul(A, X, B))
    kron_wrong = MatMul(KroneckerProduct(A, Transpose(B)), Vec(X))
    kron_meant = MatMul(KroneckerProduct(Transpose(B), A), Vec(X))

    grown = [gt(Determinant(S), 0)]
    log_det = Grad(log(Determinant(S)), S)

    pushed = Differential(Determinant(S), {S: dS})
    pushed_meant = Determinant(S) * Trace(Inverse(S) * dS)

    circle = Trace(MatMul(A, B, C))
    circle_meant = Trace(MatMul(B, C, A))

    apart = SquaredNorm(P - Q)
    apart_meant = SquaredNorm(P) - 2 * Dot(P, Q) + SquaredNorm(Q)

    return [
        Slip(
            key="slip-two-maps-in-a-row",
            state=lambda: claim("slip-two-maps-in-a-row", stretched, stretched_wrong),
            right=lambda: claim(
                "slip-two-maps-in-a-row-right", stretched, stretched_meant
            ),
            meant=stretched_meant,
            side="right",
            slip="(AB)ᵀ written as AᵀBᵀ: the transpose of a product in the wrong order",
        ),
        Slip(
            key="slip-form-of-any-matrix",
            state=lambda: claim("slip-form-of-any-matrix", form, 2 * A * x),
            right=lambda: claim("slip-form-of-any-matrix-right", form, form_meant),
            meant=form_meant,
            side="right",
            slip="2Ax for (A + Aᵀ)x: a transpose forgotten, as if A were symmetric",
        ),
        Slip(
            key="slip-kronecker-by-rows",
            state=lambda: claim(
                "slip-kronecker-by-rows", kron_wrong, stacked, sizes={n: 2}
            ),
            right=lambda: claim(
                "slip-kronecker-by-rows-right", kron_meant, stacked, sizes={n: 2}
            ),
            meant=kron_meant,
            side="left",
            slip="A ⊗ Bᵀ for Bᵀ ⊗ A: the order for a vec that reads row by row",
        ),
        Slip(
            key="slip-log-det-layout",
            state=lambda: claim(
                "slip-log-det-layout", log_det, Inverse(S), given=grown
            ),
            right=lambda: claim(
                "slip-log-det-layout-right", log_det, Transpose(Inverse(S)), given=grown
            ),
            meant=Transpose(Inverse(S)),
            side="right",
            slip="the inverse for its transpose: the answer of the other layout",
        ),
        Slip(
            key="slip-jacobi",
            state=lambda: claim("slip-jacobi", pushed, Determinant(S) * Trace(S * dS)),
            right=lambda: claim("slip-jacobi-right", pushed, pushed_meant),
            meant=pushed_meant,
            side="right",
            slip="a forgotten inverse in Jacobi's formula",
        ),
        Slip(
            key="slip-trace-swap",
            state=lambda: claim("slip-trace-swap", Trace(MatMul(B, A, C)), circle),
            right=lambda: claim("slip-trace-swap-right", circle_meant, circle),
            meant=circle_meant,
            side="left",
            slip="tr(BAC) for tr(BCA): factors go round in a circle, two do not swap",
        ),
        Slip(
            key="slip-distance-of-two",
            state=lambda: claim(
                "slip-distance-of-two", apart, SquaredNorm(P) + SquaredNorm(Q)
            ),
            right=lambda: claim("slip-distance-of-two-right", apart, apart_meant),
            meant=apart_meant,
            side="right",
            slip="the cross term of a square is missing",
        ),
    ]


def _networks() -> list[Slip]:
    """Back-propagation, softmax and attention."""
    n, d, h, k, m = symbols("n d h k m", integer=True, positive=True)
    phi = functions("phi")
    X, W = MatrixSymbol("X", n, d), MatrixSymbol("W", d, h)
    Y, Z = MatrixSymbol("Y", n, h), MatrixSymbol("Z", n, h)
    layer = [{Z: X * W}]
    output = Elementwise(phi, Z)
    fit = Grad(SquaredNorm(output - Y) / 2, W)
    fit_wrong = MatMul(Transpose(X), output - Y)
    fit_meant = MatMul(
        Transpose(X), HadamardProduct(output - Y, Elementwise(phi, Z, 1))
    )
    layer_sizes = {n: 2, d: 2, h: 1}

    rest = ScalarFunction("r")
    A, V = MatrixSymbol("A", n, h), MatrixSymbol("V", h, h)
    U, delta = MatrixSymbol("U", n, h), MatrixSymbol("delta", n, h)
    back = [{delta: Grad(rest(U), U)}, {U: A * V}]
    back_sizes = {n: 2, h: 2}

    mean_wrong = Grad(SquaredNorm(A - Y) / 2, A)
    mean_meant = Grad(SquaredNorm(A - Y) / (2 * n), A)

    z, p, y = (IndexedBase(name, shape=(k,), real=True) for name in "zpy")
    i, j = indices("i j", k)
    l = symbols("l", integer=True)  # noqa: E741
    softmax = [{p[i]: exp(z[i]) / Sum(exp(z[l]), (l, 1, k))}]
    slope = Derivative(p[i], z[j])
    slope_meant = p[i] * (KroneckerDelta(i, j) - p[j])
    hits = Sum(y[l] * log(p[l]), (l, 1, k))
    one_label = [equal(Sum(y[l], (l, 1, k)), 1)]
    surprise_meant = Derivative(-hits, z[j])

    w, x, t = symbols("w x y", real=True)
    logistic = Derivative(log(1 + exp(-t * w * x)), w)
    logistic_meant = -t * x / (1 + exp(t * w * x))

    M, u, q = MatrixSymbol("M", n, n), MatrixSymbol("u", n, 1), symbols("q", real=True)
    quotient = Grad(Dot(u, M * u) / SquaredNorm(u), u)
    rayleigh = [{q: Dot(u, M * u) / SquaredNorm(u)}]
    quotient_meant = 2 * (M * u - q * u) / SquaredNorm(u)

    asks, keys = RandomVector("q", d, Normal(0, 1)), RandomVector("k", d, Normal(0, 1))
    score_meant = Variance(Dot(asks, keys) / sqrt(d))

    Q, K = MatrixSymbol("Q", n, d), MatrixSymbol("K", m, d)
    T, G = MatrixSymbol("T", n, m), MatrixSymbol("G", n, m)
    attention = [{G: Grad(rest(T), T)}, {T: MatMul(Q, Transpose(K)) / sqrt(d)}]
    attention_sizes = {n: 2, m: 2, d: 2}

    return [
        Slip(
            key="slip-layer-without-slope",
            state=lambda: claim(
                "slip-layer-without-slope",
                fit,
                fit_wrong,
                where=layer,
                sizes=layer_sizes,
            ),
            right=lambda: claim(
                "slip-layer-without-slope-right",
                fit,
                fit_meant,
                where=layer,
                sizes=layer_sizes,
            ),
            meant=fit_meant,
            side="right",
            slip="the Hadamard factor with the slope of the activation is forgotten",
        ),
        Slip(
            key="slip-error-sent-back",
            state=lambda: claim(
                "slip-error-sent-back",
                Grad(rest(U), A),
                delta * V,
                where=back,
                sizes=back_sizes,
            ),
            right=lambda: claim(
                "slip-error-sent-back-right",
                Grad(rest(U), A),
                delta * Transpose(V),
                where=back,
                sizes=back_sizes,
            ),
            meant=delta * Transpose(V),
            side="right",
            slip="the transpose of the weights is forgotten on the way back",
        ),
        Slip(
            key="slip-mean-of-the-batch",
            state=lambda: claim("slip-mean-of-the-batch", mean_wrong, (A - Y) / n),
            right=lambda: claim(
                "slip-mean-of-the-batch-right", mean_meant, (A - Y) / n
            ),
            meant=mean_meant,
            side="left",
            slip="1/n is missing in the loss, whose gradient has it",
        ),
        Slip(
            key="slip-softmax-index",
            state=lambda: claim(
                "slip-softmax-index",
                slope,
                p[i] * (KroneckerDelta(i, j) - p[i]),
                where=softmax,
            ),
            right=lambda: claim(
                "slip-softmax-index-right", slope, slope_meant, where=softmax
            ),
            meant=slope_meant,
            side="right",
            slip="i for j in the last factor",
        ),
        Slip(
            key="slip-cross-entropy-sign",
            state=lambda: claim(
                "slip-cross-entropy-sign",
                Derivative(hits, z[j]),
                p[j] - y[j],
                where=softmax,
                given=one_label,
            ),
            right=lambda: claim(
                "slip-cross-entropy-sign-right",
                surprise_meant,
                p[j] - y[j],
                where=softmax,
                given=one_label,
            ),
            meant=surprise_meant,
            side="left",
            slip="the minus sign in front of the cross-entropy is lost",
        ),
        Slip(
            key="slip-logistic-inner",
            state=lambda: claim(
                "slip-logistic-inner", logistic, -t / (1 + exp(t * w * x))
            ),
            right=lambda: claim("slip-logistic-inner-right", logistic, logistic_meant),
            meant=logistic_meant,
            side="right",
            slip="of the inner derivative −yx only −y is there",
        ),
        Slip(
            key="slip-rayleigh-quotient",
            state=lambda: claim(
                "slip-rayleigh-quotient",
                quotient,
                2 * (M * u + q * u) / SquaredNorm(u),
                where=rayleigh,
                given=[Symmetric(M)],
            ),
            right=lambda: claim(
                "slip-rayleigh-quotient-right",
                quotient,
                quotient_meant,
                where=rayleigh,
                given=[Symmetric(M)],
            ),
            meant=quotient_meant,
            side="right",
            slip="plus for minus in the quotient rule",
        ),
        Slip(
            key="slip-attention-unscaled",
            state=lambda: claim(
                "slip-attention-unscaled", Variance(Dot(asks, keys)), 1, sizes={d: 2}
            ),
            right=lambda: claim(
                "slip-attention-unscaled-right", score_meant, 1, sizes={d: 2}
            ),
            meant=score_meant,
            side="left",
            slip="1/√d is missing in the attention score",
        ),
        Slip(
            key="slip-attention-gradient",
            state=lambda: claim(
                "slip-attention-gradient",
                Grad(rest(T), Q),
                G * K,
                where=attention,
                sizes=attention_sizes,
            ),
            right=lambda: claim(
                "slip-attention-gradient-right",
                Grad(rest(T), Q),
                G * K / sqrt(d),
                where=attention,
                sizes=attention_sizes,
            ),
            meant=G * K / sqrt(d),
            side="right",
            slip="the factor 1/√d is lost in the chain rule",
        ),
    ]


def _likelihood() -> list[Slip]:
    """Likelihoods, variances and the normal distribution."""
    n = symbols("n", integer=True, positive=True)
    i, j = symbols("i j", integer=True)
    p = IndexedBase(Symbol("p", positive=True), shape=(n,))
    log_sum = Sum(log(p[i]), (i, 1, n))
    log_product = log(Product(p[i], (i, 1, n)))

    mu, sigma = symbols("mu", real=True), symbols("sigma", positive=True)
    x = RandomSample("x", n, Normal(mu, sigma**2))
    off = Sum(x[i] - mu, (i, 1, n))
    score_meant = Variance(off / sigma**2)

    squares = Sum((x[i] - Sum(x[j], (j, 1, n)) / n) ** 2, (i, 1, n))
    spread_meant = Expectation(squares / (n - 1))

    v, s = symbols("v s", positive=True)
    best_wrong = ArgMax(-n * log(2 * pi * v) - s / (2 * v), v)
    best_meant = ArgMax(-n * log(2 * pi * v) / 2 - s / (2 * v), v)

    m1, m2 = symbols("mu_1 mu_2", real=True)
    s1, s2 = symbols("sigma_1 sigma_2", positive=True)
    z = RandomVariable("z", Normal(m1, s1**2))

    def log_density(center: Symbol, width: Symbol) -> Expr:
        """The logarithm of a normal density at z, but for log(2π)/2."""
        return -log(width) - (z - center) ** 2 / (2 * width**2)

    divergence = Expectation(log_density(m1, s1) - log_density(m2, s2))
    gap = (s1**2 + (m1 - m2) ** 2) / (2 * s2**2) - Rational(1, 2)
    divergence_meant = log(s2 / s1) + gap

    one = RandomVariable("y", Normal(mu, sigma**2))
    moment_meant = Expectation(one**2) - Expectation(one) ** 2

    Sigma = MatrixSymbol("Sigma", n, n)
    whole = log(Determinant(2 * pi * Sigma))
    whole_meant = n * log(2 * pi) + log(Determinant(Sigma))
    definite = [PositiveDefinite(Sigma)]

    return [
        Slip(
            key="slip-log-of-a-sum",
            state=lambda: claim(
                "slip-log-of-a-sum", log(Sum(p[i], (i, 1, n))), log_sum
            ),
            right=lambda: claim("slip-log-of-a-sum-right", log_product, log_sum),
            meant=log_product,
            side="left",
            slip="the logarithm of a sum, for that of a product",
        ),
        Slip(
            key="slip-fisher-of-the-mean",
            state=lambda: claim(
                "slip-fisher-of-the-mean",
                Variance(off / sigma),
                n / sigma**2,
                sizes={n: 2},
            ),
            right=lambda: claim(
                "slip-fisher-of-the-mean-right", score_meant, n / sigma**2, sizes={n: 2}
            ),
            meant=score_meant,
            side="left",
            slip="σ for σ² in the score, whose variance is the Fisher information",
        ),
        Slip(
            key="slip-unbiased-variance",
            state=lambda: claim(
                "slip-unbiased-variance",
                Expectation(squares / n),
                sigma**2,
                sizes={n: 2},
                points=2,
            ),
            right=lambda: claim(
                "slip-unbiased-variance-right",
                spread_meant,
                sigma**2,
                sizes={n: 2},
                points=2,
            ),
            meant=spread_meant,
            side="left",
            slip="n for n − 1",
        ),
        Slip(
            key="slip-variance-estimate",
            state=lambda: claim("slip-variance-estimate", best_wrong, s / n),
            right=lambda: claim("slip-variance-estimate-right", best_meant, s / n),
            meant=best_meant,
            side="left",
            slip="the half before the log of the variance is missing",
        ),
        Slip(
            key="slip-divergence-of-normals",
            state=lambda: claim(
                "slip-divergence-of-normals", divergence, log(s1 / s2) + gap
            ),
            right=lambda: claim(
                "slip-divergence-of-normals-right", divergence, divergence_meant
            ),
            meant=divergence_meant,
            side="right",
            slip="the ratio under the logarithm is upside down",
        ),
        Slip(
            key="slip-second-moment",
            state=lambda: claim(
                "slip-second-moment", Expectation(one**2) - Expectation(one), sigma**2
            ),
            right=lambda: claim("slip-second-moment-right", moment_meant, sigma**2),
            meant=moment_meant,
            side="left",
            slip="the mean is subtracted, not its square",
        ),
        Slip(
            key="slip-normal-constant",
            state=lambda: claim(
                "slip-normal-constant",
                whole,
                log(2 * pi) + log(Determinant(Sigma)),
                given=definite,
                sizes={n: 2},
            ),
            right=lambda: claim(
                "slip-normal-constant-right",
                whole,
                whole_meant,
                given=definite,
                sizes={n: 2},
            ),
            meant=whole_meant,
            side="right",
            slip="the factor n is lost: a determinant takes a number out n times",
        ),
    ]


def _descent() -> list[Slip]:
    """Gradient descent, its noise, and the running means of Adam."""
    n = symbols("n", integer=True, positive=True)
    eta, lam, sigma = symbols("eta lambda sigma", positive=True)
    theta, best, g, b = (MatrixSymbol(name, n, 1) for name in ("theta", "c", "g", "b"))
    H, q = MatrixSymbol("H", n, n), symbols("q", real=True)
    bowl = [{q: Dot(theta - best, MatMul(H, theta - best)) / 2}]
    shrunk = MatMul(Identity(n) - eta * H, theta - best)
    step_wrong = theta + eta * Grad(q, theta) - best
    step_meant = theta - eta * Grad(q, theta) - best

    def quadratic(place: MatrixExpr) -> Expr:
        """A quadratic function with any Hessian."""
        return Dot(place, MatMul(H, place)) / 2 + Dot(b, place)

    moved = quadratic(theta - eta * g)
    names = [{q: quadratic(theta)}, {g: Grad(q, theta)}]
    bend = eta**2 * Dot(g, MatMul(H, g))
    moved_meant = q - eta * SquaredNorm(g) + bend / 2

    V = symbols("V", positive=True)
    floor = [{V: eta * sigma**2 / (lam * (2 - eta * lam))}]
    floor_wrong = (1 - eta * lam) * V + eta**2 * sigma**2
    floor_meant = (1 - eta * lam) ** 2 * V + eta**2 * sigma**2

    t = symbols("t", integer=True, positive=True)
    k = symbols("k", integer=True)
    beta, mu = symbols("beta", positive=True), symbols("mu", real=True)
    a, m = (
        IndexedBase("a", shape=(t,), real=True),
        IndexedBase("m", shape=(t,), real=True),
    )
    running = [{m[t]: Sum((1 - beta) * beta ** (t - k) * a[k], (k, 1, t))}]
    memory_wrong = beta * m[t - 1] + (1 - beta) * a[t - 1]
    memory_meant = beta * m[t - 1] + (1 - beta) * a[t]

    x = RandomSample("x", t, Normal(mu, sigma**2))
    seen = Expectation(Sum((1 - beta) * beta ** (t - k) * x[k], (k, 1, t)))

    return [
        Slip(
            key="slip-uphill",
            state=lambda: claim(
                "slip-uphill", step_wrong, shrunk, where=bowl, given=[Symmetric(H)]
            ),
            right=lambda: claim(
                "slip-uphill-right",
                step_meant,
                shrunk,
                where=bowl,
                given=[Symmetric(H)],
            ),
            meant=step_meant,
            side="left",
            slip="the step goes along the gradient, not against it",
        ),
        Slip(
            key="slip-second-order",
            state=lambda: claim(
                "slip-second-order", moved, q - eta * SquaredNorm(g) + bend, where=names
            ),
            right=lambda: claim(
                "slip-second-order-right", moved, moved_meant, where=names
            ),
            meant=moved_meant,
            side="right",
            slip="the half of the second-order term is missing",
        ),
        Slip(
            key="slip-noise-floor",
            state=lambda: claim("slip-noise-floor", floor_wrong, V, where=floor),
            right=lambda: claim("slip-noise-floor-right", floor_meant, V, where=floor),
            meant=floor_meant,
            side="left",
            slip="a factor that goes into a variance is not squared",
        ),
        Slip(
            key="slip-adam-memory",
            state=lambda: claim(
                "slip-adam-memory", memory_wrong, m[t], where=running, sizes={t: 3}
            ),
            right=lambda: claim(
                "slip-adam-memory-right",
                memory_meant,
                m[t],
                where=running,
                sizes={t: 3},
            ),
            meant=memory_meant,
            side="left",
            slip="t − 1 for t: the last gradient, not the new one",
        ),
        Slip(
            key="slip-adam-bias",
            state=lambda: claim(
                "slip-adam-bias", seen, (1 - beta ** (t - 1)) * mu, sizes={t: 2}
            ),
            right=lambda: claim(
                "slip-adam-bias-right", seen, (1 - beta**t) * mu, sizes={t: 2}
            ),
            meant=(1 - beta**t) * mu,
            side="right",
            slip="t − 1 for t in the exponent, as by a program that counts from zero",
        ),
    ]


def _neighbors() -> list[Slip]:
    """Ridge regression, the Kalman filter, Gaussian processes and singular values."""
    n, d, m = symbols("n d m", integer=True, positive=True)
    lam = symbols("lambda", positive=True)
    X, w, y = MatrixSymbol("X", n, d), MatrixSymbol("w", d, 1), MatrixSymbol("y", n, 1)
    ridge = Grad(SquaredNorm(X * w - y) + lam * SquaredNorm(w), w)
    pull = 2 * MatMul(Transpose(X), X * w - y)

    wide = X * Transpose(X) + lam * Identity(n)
    narrow = Transpose(X) * X + lam * Identity(d)
    dual = MatMul(Transpose(X), Inverse(wide), y)
    dual_meant = MatMul(Inverse(narrow), Transpose(X), y)

    P, R = MatrixSymbol("P", n, n), MatrixSymbol("R", m, m)
    H, gain = MatrixSymbol("H", m, n), MatrixSymbol("K", n, m)
    innovation = MatMul(H, P, Transpose(H)) + R
    kalman = [{gain: MatMul(P, Transpose(H), Inverse(innovation))}]
    kept = Identity(n) - gain * H
    noise = MatMul(gain, R, Transpose(gain))
    joseph_wrong = MatMul(kept, P, kept) + noise
    joseph_meant = MatMul(kept, P, Transpose(kept)) + noise
    filter_sizes = {n: 2, m: 2}

    C, alpha = MatrixSymbol("C", n, n), MatrixSymbol("alpha", n, 1)
    weights = [{alpha: Inverse(C) * y}]
    misfit = Dot(y, Inverse(C) * y) / 2
    evidence_wrong = Grad(-misfit - log(Determinant(C)), C)
    evidence_meant = Grad(-misfit - log(Determinant(C)) / 2, C)
    evidence_slope = (alpha * Transpose(alpha) - Inverse(C)) / 2

    A, u, v = MatrixSymbol("A", n, n), MatrixSymbol("u", n, 1), MatrixSymbol("v", n, 1)
    outer = u * Transpose(v)
    correction = MatMul(Inverse(A), u, Transpose(v), Inverse(A))
    updated = Inverse(A) - correction / (1 + Dot(v, Inverse(A) * u))

    U, V, B = (MatrixSymbol(name, n, n) for name in "UVB")
    s = MatrixSymbol("s", n, 1)
    factors = [{B: MatMul(U, Diag(s), Transpose(V))}]
    spectrum = MatMul(V, Diag(s), Diag(s), Transpose(V))
    undone_wrong = MatMul(U, Inverse(Diag(s)), Transpose(V))
    undone_meant = MatMul(V, Inverse(Diag(s)), Transpose(U))
    both = [Orthogonal(U), Orthogonal(V)]

    return [
        Slip(
            key="slip-ridge-gradient",
            state=lambda: claim("slip-ridge-gradient", ridge, pull + lam * w),
            right=lambda: claim("slip-ridge-gradient-right", ridge, pull + 2 * lam * w),
            meant=pull + 2 * lam * w,
            side="right",
            slip="the 2 of the penalty's gradient is missing",
        ),
        Slip(
            key="slip-ridge-dual",
            state=lambda: claim(
                "slip-ridge-dual",
                dual,
                MatMul(narrow, Transpose(X), y),
                sizes={n: 3, d: 2},
            ),
            right=lambda: claim(
                "slip-ridge-dual-right", dual, dual_meant, sizes={n: 3, d: 2}
            ),
            meant=dual_meant,
            side="right",
            slip="a forgotten inverse in the solution of ridge regression",
        ),
        Slip(
            key="slip-joseph-form",
            state=lambda: claim(
                "slip-joseph-form",
                joseph_wrong,
                kept * P,
                where=kalman,
                sizes=filter_sizes,
            ),
            right=lambda: claim(
                "slip-joseph-form-right",
                joseph_meant,
                kept * P,
                where=kalman,
                sizes=filter_sizes,
            ),
            meant=joseph_meant,
            side="left",
            slip="a transpose is forgotten in the Kalman update of the covariance",
        ),
        Slip(
            key="slip-evidence",
            state=lambda: claim(
                "slip-evidence",
                evidence_wrong,
                evidence_slope,
                where=weights,
                given=[PositiveDefinite(C)],
                sizes={n: 2},
            ),
            right=lambda: claim(
                "slip-evidence-right",
                evidence_meant,
                evidence_slope,
                where=weights,
                given=[PositiveDefinite(C)],
                sizes={n: 2},
            ),
            meant=evidence_meant,
            side="left",
            slip="the half before the log-determinant of a Gaussian process is missing",
        ),
        Slip(
            key="slip-sherman-morrison",
            state=lambda: claim(
                "slip-sherman-morrison", Inverse(A - outer), updated, sizes={n: 2}
            ),
            right=lambda: claim(
                "slip-sherman-morrison-right", Inverse(A + outer), updated, sizes={n: 2}
            ),
            meant=Inverse(A + outer),
            side="left",
            slip="minus for plus in the matrix that is inverted",
        ),
        Slip(
            key="slip-right-singular-vectors",
            state=lambda: claim(
                "slip-right-singular-vectors",
                B * Transpose(B),
                spectrum,
                where=factors,
                given=[Orthogonal(U)],
                sizes={n: 2},
            ),
            right=lambda: claim(
                "slip-right-singular-vectors-right",
                Transpose(B) * B,
                spectrum,
                where=factors,
                given=[Orthogonal(U)],
                sizes={n: 2},
            ),
            meant=Transpose(B) * B,
            side="left",
            slip="the transpose at the wrong factor: BBᵀ for BᵀB",
        ),
        Slip(
            key="slip-inverse-from-svd",
            state=lambda: claim(
                "slip-inverse-from-svd",
                Inverse(B),
                undone_wrong,
                where=factors,
                given=both,
                sizes={n: 2},
            ),
            right=lambda: claim(
                "slip-inverse-from-svd-right",
                Inverse(B),
                undone_meant,
                where=factors,
                given=both,
                sizes={n: 2},
            ),
            meant=undone_meant,
            side="right",
            slip="the inverse of a product without turning the order of U and V",
        ),
    ]


def _shapes() -> list[Slip]:
    """Slips that leave two shapes which do not fit, each built when it is stated."""
    n, d, h, k = symbols("n d h k", integer=True, positive=True)
    phi, rest = functions("phi"), ScalarFunction("r")
    A, W = MatrixSymbol("A", n, d), MatrixSymbol("W", d, h)
    Z, delta = MatrixSymbol("Z", n, h), MatrixSymbol("delta", n, h)
    X, w, y = MatrixSymbol("X", n, d), MatrixSymbol("w", d, 1), MatrixSymbol("y", n, 1)
    b, M = MatrixSymbol("b", h, 1), MatrixSymbol("M", n, d)
    rest_next = ScalarFunction("s")
    Z_1, W_2 = MatrixSymbol("Z_1", n, h), MatrixSymbol("W_2", h, k)
    Z_2, delta_2 = MatrixSymbol("Z_2", n, k), MatrixSymbol("delta_2", n, k)

    def weights() -> object:
        """The gradient by the weights, in the other layout."""
        return claim(
            "slip-shape-weights",
            Grad(rest(Z), W),
            MatMul(Transpose(delta), A),
            where=[{delta: Grad(rest(Z), Z)}, {Z: A * W}],
            sizes={n: 2, d: 2, h: 1},
        )

    def hessian() -> object:
        """The Hessian of least squares as a matrix of examples."""
        return claim(
            "slip-shape-hessian",
            HessianMatrix(SquaredNorm(X * w - y), w),
            2 * MatMul(X, Transpose(X)),
            sizes={n: 3, d: 2},
        )

    def bias() -> object:
        """A bias added as NumPy would broadcast it."""
        stacked = BlockMatrix([[W], [Transpose(b)]])
        return claim(
            "slip-shape-bias",
            A * W + b,
            MatMul(BlockMatrix([[A, OneMatrix(n, 1)]]), stacked),
        )

    def hidden() -> object:
        """The slope of the activation taken at the next layer."""
        return claim(
            "slip-shape-hidden",
            Grad(rest_next(Z_2), Z_1),
            HadamardProduct(MatMul(delta_2, Transpose(W_2)), Elementwise(phi, Z_2, 1)),
            where=[
                {delta_2: Grad(rest_next(Z_2), Z_2)},
                {Z_2: Elementwise(phi, Z_1) * W_2},
            ],
            sizes={n: 2, h: 2, k: 1},
        )

    def bilinear() -> object:
        """A bilinear form with one vector twice."""
        return claim("slip-shape-bilinear", Grad(Dot(w, M * w), M), y * Transpose(w))

    return [
        Slip(
            key="slip-shape-weights",
            state=weights,
            right=None,
            meant="the right side is Aᵀδ: it is h × d, and the gradient by W is d × h",
            side="right",
            slip="δᵀA for Aᵀδ: the gradient in the other layout",
        ),
        Slip(
            key="slip-shape-hessian",
            state=hessian,
            right=None,
            meant="the right side is 2XᵀX: it is n × n, and the Hessian by w is d × d",
            side="right",
            slip="XXᵀ for XᵀX",
        ),
        Slip(
            key="slip-shape-bias",
            state=bias,
            right=None,
            meant="the left side is AW + 1bᵀ: AW is n × h, and b is h × 1",
            side="left",
            slip="a bias added to every row without a column of ones and a transpose",
        ),
        Slip(
            key="slip-shape-hidden",
            state=hidden,
            right=None,
            meant="the last factor is φ′(Z₁): δ₂W₂ᵀ is n × h, and φ′(Z₂) is n × k",
            side="right",
            slip="Z₂ for Z₁: the index of the layer after",
        ),
        Slip(
            key="slip-shape-bilinear",
            state=bilinear,
            right=None,
            meant="the left side is the gradient of yᵀMw: w is d × 1, and Mw is n × 1",
            side="left",
            slip="w for y as the first vector of a bilinear form",
        ),
    ]


SLIPS: list[Slip] = [
    *_matrix_calculus(),
    *_networks(),
    *_likelihood(),
    *_descent(),
    *_neighbors(),
    *_shapes(),
]
"""All forty, those of shape last."""
