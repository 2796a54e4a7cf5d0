"""Inert mathematics: what SymPy lacks, or differentiates silently wrong, as plain trees.

A node only says what it means.  It never evaluates itself: `symbolic` proves with it,
`numeric` measures with it, `printing` sets it, each by a rule of its own, so that the
readers share the tree and nothing else.  `unmutated` lists the arguments that name a
variable rather than state something: a mutant leaves them alone.
"""

from __future__ import annotations

from typing import Any, ClassVar

import sympy as sp
from sympy.core.function import UndefinedFunction
from sympy.matrices.expressions.matexpr import MatrixExpr


class ScalarNode(sp.Expr):
    """A real number that is stated, not computed."""

    is_commutative = True
    is_extended_real = True
    unmutated: ClassVar[tuple[int, ...]] = ()

    def __new__(cls, *args: Any):
        return sp.Basic.__new__(cls, *map(sp.sympify, args))

    def doit(self, **hints: Any):
        return self


class MatrixNode(MatrixExpr):
    """A real matrix that is stated, not computed."""

    unmutated: ClassVar[tuple[int, ...]] = ()

    def __new__(cls, *args: Any):
        return sp.Basic.__new__(cls, *map(sp.sympify, args))

    def doit(self, **hints: Any):
        return self


def is_matrix(e: Any) -> bool:
    """Whether an expression has a shape: a MatrixExpr or an explicit matrix."""
    return isinstance(e, (MatrixExpr, sp.MatrixBase))


# ---- numbers made of vectors and matrices


class Dot(ScalarNode):
    """Inner product xᵀy of two columns, or <X, Y> = tr XᵀY of two matrices."""


class Norm(ScalarNode):
    """Vector norm: Norm(x) is Euclidean, Norm(x, p) the p-norm for p = 1, 2, oo."""

    is_extended_nonnegative = True


class SquaredNorm(ScalarNode):
    """Sum of the squared entries of a vector or matrix."""

    is_extended_nonnegative = True


class FrobeniusNorm(ScalarNode):
    """Square root of the sum of the squared entries."""

    is_extended_nonnegative = True


class SpectralNorm(ScalarNode):
    """Largest singular value."""

    is_extended_nonnegative = True


class SpectralRadius(ScalarNode):
    """Largest modulus of an eigenvalue of a square matrix."""

    is_extended_nonnegative = True


class Eigenvalue(ScalarNode):
    """Eigenvalue(A, k): the k-th largest eigenvalue of a symmetric matrix, k from 1."""


class SingularValue(ScalarNode):
    """SingularValue(A, k): the k-th largest singular value, k from 1."""

    is_extended_nonnegative = True


class ConditionNumber(ScalarNode):
    """Largest over smallest singular value."""

    is_extended_nonnegative = True


# ---- vectors and matrices made of others


class Elementwise(MatrixNode):
    """A scalar function, or its derivative of the given order, applied to every entry."""

    unmutated = (0, 2)

    def __new__(cls, function: Any, argument: Any, order: int = 0):
        if not isinstance(function, sp.Lambda):
            t = sp.Dummy("t", real=True)
            function = sp.Lambda(t, function(t))
        return sp.Basic.__new__(cls, function, argument, sp.Integer(order))

    @property
    def shape(self):
        return self.args[1].shape


class Diag(MatrixNode):
    """The square matrix with a column's entries on its diagonal."""

    @property
    def shape(self):
        return (self.args[0].rows, self.args[0].rows)


class DiagonalOf(MatrixNode):
    """The diagonal of a square matrix, as a column."""

    @property
    def shape(self):
        return (self.args[0].rows, sp.S.One)


class Vec(MatrixNode):
    """The columns of a matrix stacked into one column."""

    @property
    def shape(self):
        return (self.args[0].rows * self.args[0].cols, sp.S.One)


class Column(MatrixNode):
    """Column(A, j): the j-th column, j from 1."""

    @property
    def shape(self):
        return (self.args[0].rows, sp.S.One)


class Row(MatrixNode):
    """Row(A, i): the i-th row, as a 1-by-n matrix, i from 1."""

    @property
    def shape(self):
        return (sp.S.One, self.args[0].cols)


class BasisVector(MatrixNode):
    """BasisVector(i, n): the column of length n that is 1 at i and 0 elsewhere."""

    unmutated = (1,)

    @property
    def shape(self):
        return (self.args[1], sp.S.One)


class Components(MatrixNode):
    """Components(e, i): the column whose i-th entry is e, for an index i with a range."""

    unmutated = (1,)

    @property
    def shape(self):
        index = self.args[1]
        return (index.upper - index.lower + 1, sp.S.One)


# ---- generic functions of vectors


class AppliedScalarFunction(ScalarNode):
    """f(x): any smooth real function of the entries of a vector or matrix."""

    unmutated = (0,)


class AppliedVectorFunction(MatrixNode):
    """g(x): any smooth function of a column, with m components."""

    unmutated = (0, 2)

    @property
    def shape(self):
        return (self.args[2], sp.S.One)


class ScalarFunction:
    """Any smooth real function of a vector or matrix: `f = ScalarFunction("f")`, `f(x)`."""

    def __init__(self, name: str):
        self.label = sp.Symbol(name)

    def __call__(self, x: Any) -> AppliedScalarFunction:
        return AppliedScalarFunction(self.label, x)


class VectorFunction:
    """Any smooth function with m components: `g = VectorFunction("g", m)`, `g(x)`."""

    def __init__(self, name: str, components: Any):
        self.label, self.components = sp.Symbol(name), components

    def __call__(self, x: Any) -> AppliedVectorFunction:
        return AppliedVectorFunction(self.label, x, self.components)


def functions(names: str) -> tuple[UndefinedFunction, ...]:
    """Any smooth real functions: `f, g = functions("f g")`; one name gives one function."""
    made = tuple(sp.Function(name, real=True) for name in names.split())
    return made if len(made) > 1 else made[0]


def indices(names: str, upper: Any, lower: Any = 1) -> tuple[sp.Idx, ...]:
    """Free indices: a claim that holds them is read "for all i" from lower to upper."""
    made = tuple(sp.Idx(name, (lower, upper)) for name in names.split())
    return made if len(made) > 1 else made[0]


# ---- calculus


class Grad(MatrixNode):
    """Gradient of a number by a vector or matrix, in the shape of what it differentiates by."""

    unmutated = (1,)

    @property
    def shape(self):
        return self.args[1].shape


class Jacobian(MatrixNode):
    """Jacobian(F, x): entry (i, j) is the derivative of the i-th component by x_j."""

    unmutated = (1,)

    @property
    def shape(self):
        return (self.args[0].rows, self.args[1].rows)


class HessianMatrix(MatrixNode):
    """HessianMatrix(f, x): entry (i, j) is the second derivative by x_i and x_j."""

    unmutated = (1,)

    @property
    def shape(self):
        return (self.args[1].rows, self.args[1].rows)


def _pairs(moves: dict) -> tuple[sp.Tuple, sp.Tuple]:
    return sp.Tuple(*moves.keys()), sp.Tuple(*moves.values())


class Differential(ScalarNode):
    """Differential(f, {X: dX}): the part of f(X + dX) - f(X) that is linear in dX."""

    unmutated = (1, 2)

    def __new__(cls, f: Any, variables: Any, changes: Any = None):
        if changes is None:
            variables, changes = _pairs(variables)
        if cls is Differential and is_matrix(f):
            return MatrixDifferential(f, variables, changes)
        return sp.Basic.__new__(cls, sp.sympify(f), variables, changes)


class MatrixDifferential(MatrixNode):
    """The differential of a matrix, in its shape."""

    unmutated = (1, 2)

    @property
    def shape(self):
        return self.args[0].shape


# ---- optimization


class _Extremizer(ScalarNode):
    unmutated = (1,)
    matrix_valued: ClassVar[type]

    def __new__(cls, f: Any, x: Any):
        if is_matrix(x):
            return cls.matrix_valued(f, x)
        return sp.Basic.__new__(cls, sp.sympify(f), x)


class _MatrixExtremizer(MatrixNode):
    unmutated = (1,)

    @property
    def shape(self):
        return self.args[1].shape


class MatrixArgMax(_MatrixExtremizer):
    """The vector or matrix at which f is largest."""


class MatrixArgMin(_MatrixExtremizer):
    """The vector or matrix at which f is smallest."""


class ArgMax(_Extremizer):
    """ArgMax(f, x): the x at which f is largest."""

    matrix_valued = MatrixArgMax


class ArgMin(_Extremizer):
    """ArgMin(f, x): the x at which f is smallest."""

    matrix_valued = MatrixArgMin


class Maximum(ScalarNode):
    """Maximum(f, x, *hypotheses): the largest value of f over the x that satisfy them."""

    unmutated = (1, 2, 3)


class Minimum(ScalarNode):
    """Minimum(f, x, *hypotheses): the smallest value of f over the x that satisfy them."""

    unmutated = (1, 2, 3)


# ---- what a claim may take as given


class Relation(sp.Basic):
    """lhs op rhs, with op one of =, <=, <, >=, >.  Never evaluated, unlike SymPy's Eq."""

    def __new__(cls, lhs: Any, op: Any, rhs: Any):
        op = op if isinstance(op, sp.Symbol) else sp.Symbol(op)
        return sp.Basic.__new__(cls, sp.sympify(lhs), op, sp.sympify(rhs))

    lhs = property(lambda self: self.args[0])
    op = property(lambda self: self.args[1].name)
    rhs = property(lambda self: self.args[2])


def equal(a: Any, b: Any) -> Relation:
    """The hypothesis a = b."""
    return Relation(a, "=", b)


def le(a: Any, b: Any) -> Relation:
    """The hypothesis a ≤ b."""
    return Relation(a, "<=", b)


def lt(a: Any, b: Any) -> Relation:
    """The hypothesis a < b."""
    return Relation(a, "<", b)


def ge(a: Any, b: Any) -> Relation:
    """The hypothesis a ≥ b."""
    return Relation(a, ">=", b)


def gt(a: Any, b: Any) -> Relation:
    """The hypothesis a > b."""
    return Relation(a, ">", b)


class Property(sp.Basic):
    """What is known of one vector or matrix symbol."""

    def __new__(cls, symbol: Any):
        return sp.Basic.__new__(cls, symbol)

    symbol = property(lambda self: self.args[0])


class Symmetric(Property):
    """A = Aᵀ."""


class PositiveDefinite(Property):
    """A is symmetric and xᵀAx > 0 for every x other than 0."""


class PositiveSemidefinite(Property):
    """A is symmetric and xᵀAx ≥ 0 for every x."""


class Orthogonal(Property):
    """The columns of Q are orthonormal: QᵀQ = I."""


class Diagonal(Property):
    """Every entry off the diagonal is 0."""


class Unit(Property):
    """A vector of length 1."""


class Simplex(Property):
    """Positive entries that add up to 1."""
