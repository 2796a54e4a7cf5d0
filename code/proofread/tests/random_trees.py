"""Random statements, well and ill made: what somebody in a hurry might type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import sympy as sp

import proofread as pr

n, m = sp.symbols("n m", integer=True, positive=True)
k = sp.Symbol("k", integer=True)
t, s = sp.symbols("t s", real=True)
a, u = sp.Symbol("a", positive=True), sp.Symbol("u")
i, j = pr.indices("i j", n)
f = pr.functions("f")
z, w = sp.IndexedBase("z", shape=(n,)), sp.IndexedBase("w")
normal = pr.RandomVariable("epsilon", pr.Normal(t, a))
sample = pr.RandomSample("X", n, pr.Exponential(a))
noise = pr.RandomVector("eta", n, pr.Normal(0, 1))
SIZES: list[Any] = [n, m, *map(sp.Integer, (1, 2, 3))]
NAMES: list[Any] = [
    sp.MatrixSymbol(q, r, c)
    for q, r, c in zip(
        "AEBCDxyvS",
        (n, n, n, m, 2, n, n, 2, 1),
        (n, n, m, n, 2, 1, 1, 1, 1),
        strict=True,
    )
]
NAMED: list[Any] = [t, s, a, u, n, k, i, z[i], z[k], w[1], f(t), normal, sample[1]]
NUMBERS: list[Any] = [*NAMED, *map(sp.sympify, (0, 1, -2, "1/3", "pi", "oo", "nan"))]
SPECIAL: list[Any] = [noise, sp.Identity(n), sp.OneMatrix(n, 1), sp.ZeroMatrix(2, m)]
MATRICES: list[Any] = [*NAMES, *SPECIAL, sp.ImmutableMatrix([[2, t], [1, 20]])]
WRONG: list[Any] = ["t", None, 1.5, True, (t, s), [t], {t: s}, z, f, object, sp.true]
LIMITS: list[Any] = [(k, 1, n), (k, 1, 3), (k, 0, m), (k, 3, 1), (t, 0, 1), (i, 1, n)]
OF_SQUARE: list[Any] = [pr.Symmetric, pr.PositiveDefinite, pr.PositiveSemidefinite]
OF_SQUARE += [pr.LowerTriangular, pr.UpperTriangular]
PROPERTIES = [*OF_SQUARE, pr.Orthogonal, pr.Diagonal, pr.Unit, pr.Simplex]
LEAVES: dict[str, list[Any]] = {
    "number": NUMBERS,
    "matrix": MATRICES,
    "variable": [t, s, a, f(t), z[i], u],
    "name": NAMES,
    "count": [*SIZES, i, k, sp.S.Zero],
    "limit": LIMITS,
    "wrong": WRONG,
}


def split(e: Any, otherwise: Any) -> Any:
    return sp.Piecewise((e, t > 0), (otherwise, True))


def largest(e: Any, x: Any) -> Any:
    return pr.Maximum(e, x, pr.Unit(x))


def smallest(e: Any, x: Any) -> Any:
    return pr.Minimum(e, x, pr.Simplex(x))


def moved(e: Any, x: Any, by: Any) -> Any:
    return pr.Differential(e, {x: by})


def entry(e: Any, row: Any, column: Any) -> Any:
    return e[row, column]


def several(count: Any, x: Any) -> Any:
    return pr.VectorFunction("b", count)(x)


def beside(left: Any, right: Any) -> Any:
    return sp.BlockMatrix([[left, right]])


# what to build, and of what: the arguments by the first letters of the leaves above
Maker = tuple[Callable[..., Any], str]
OF_NUMBERS: list[Maker] = [
    *((q, "n") for q in (sp.sin, sp.exp, sp.log, sp.Abs, sp.sqrt, sp.gamma, f)),
    *((q, "n") for q in (sp.Heaviside, sp.sign, sp.factorial, pr.Variance)),
    *((q, "nn") for q in (sp.Add, sp.Mul, sp.Pow, sp.Max, sp.Min, pr.Covariance)),
    *((q, "nl") for q in (sp.Sum, sp.Product, sp.Integral)),
    *((q, "nv") for q in (sp.Derivative, pr.ArgMax, pr.ArgMin)),
    *((q, "nN") for q in (pr.ArgMax, pr.ArgMin, pr.Grad, pr.HessianMatrix)),
    (sp.Derivative, "nvc"), (sp.Limit, "nvn"), (sp.KroneckerDelta, "cc"),
    (pr.Expectation, "n"), (sp.Subs, "nvn"),
    (split, "nn"),
    (largest, "nN"), (pr.Components, "nc"),
    (smallest, "nN"),
    (moved, "nNm"), (pr.BasisVector, "cc"),
]  # fmt: skip
OF_MATRICES: list[Maker] = [
    *((q, "m") for q in (sp.Trace, sp.Determinant, sp.Transpose, sp.Inverse)),
    *((q, "m") for q in (pr.ConditionNumber, pr.Diag, pr.DiagonalOf, pr.Expectation)),
    *((q, "m") for q in (pr.FrobeniusNorm, pr.Norm, pr.SpectralNorm, pr.Vec)),
    *((q, "m") for q in (pr.SpectralRadius, pr.SquaredNorm, pr.ScalarFunction("q"))),
    *((q, "mm") for q in (sp.MatAdd, sp.MatMul, sp.HadamardProduct, pr.Dot)),
    *((q, "mm") for q in (sp.KroneckerProduct, pr.Covariance)), (sp.MatMul, "nm"),
    *((q, "mc") for q in (pr.Column, pr.Row, sp.MatPow, pr.Eigenvalue)),
    *((q, "mc") for q in (pr.SingularValue, pr.Norm, sp.HadamardPower)),
    (pr.Jacobian, "mN"), (entry, "mcc"),
    (moved, "mNm"), (pr.Elementwise, "fm"),
    (several, "cm"),
    (beside, "mm"), (sp.Sum, "ml"),
]  # fmt: skip
KINDS = {q[0]: q for q in LEAVES} | {"N": "name", "f": "function"}


class Typist:
    """Types statements: most arguments fit, one in thirty does not."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)

    def pick(self, choices: list[Any]) -> Any:
        return choices[int(self.rng.integers(len(choices)))]

    def chance(self, share: float) -> bool:
        return bool(self.rng.random() < share)

    def tree(self, kind: str, depth: int) -> Any:
        if self.chance(0.03):
            kind = self.pick(["wrong", "number", "matrix", "count"])
        if kind == "function":
            return self.pick([sp.exp, sp.sin, f, sp.Lambda(t, t**2), t])
        if kind not in ("number", "matrix") or depth == 0 or self.chance(0.15):
            return self.pick(LEAVES[kind])
        make, needs = self.pick(OF_NUMBERS if self.chance(0.5) else OF_MATRICES)
        try:
            return make(*(self.tree(KINDS[q], depth - 1) for q in needs))
        except Exception:  # SymPy, or a node, refuses it where it stands
            return self.tree(kind, depth - 1)

    def options(self) -> dict[str, Any]:
        """What a statement takes besides its sides, rarely as it should be."""
        given: dict[str, list[Any]] = {
            "given": [[self.pick(PROPERTIES)(self.pick(NAMES))], [pr.gt(t, s)]],
            "where": [{self.pick(LEAVES["variable"]): self.tree("number", 1)}],
            "sizes": [{n: 1, m: 2}, {n: 2}, {t: 2}, {n: (2, 3)}],
            "domain": [{self.pick([t, a, *NAMES]): (0, 1)}, {t: (1, 0)}],
            "equality": [{self.pick([t, a, *NAMES]): self.tree("number", 0)}],
            "variable": [t, a], "measured_only": ["so it is"], "points": [0, 2],
        }  # fmt: skip
        wanted = [name for name in given if self.chance(0.05)]
        return {q: self.pick([*given[q] * 5, *WRONG]) for q in wanted}

    def statement(self) -> tuple[list[Any], dict[str, Any]]:
        """Sides and relation, and options; half of the time the sides are alike."""
        left = self.tree(self.pick(["number", "matrix"]), 2)
        right = left if self.chance(0.5) else self.tree("number", 2)
        relation = self.pick(["="] * 8 + ["<=", ">=", "<", "~", "=="])
        return [left, right, relation], self.options()
