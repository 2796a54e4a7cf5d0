"""Reader 1: the tree at concrete small sizes, entry by entry, in exact algebra.

`Symbolic(...)(e)` turns any tree into a scalar expression or an explicit matrix of
scalar expressions.  SymPy is only ever asked to differentiate, integrate and simplify
*scalars*: its calculus of matrix symbols can be silently wrong.  One rule per node.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef
from sympy.matrices.expressions.matexpr import MatrixElement

from . import nodes as nd
from .definitions import Definitions
from .distributions import (
    Covariance,
    Expectation,
    MatrixCovariance,
    MatrixExpectation,
    RandomSample,
    RandomVariable,
    RandomVector,
    Variance,
)
from .jets import Jet, jet
from .moments import mean


class Undecided(Exception):
    """Reader 1 has no rule for this: neither proved nor refuted."""


RULES: dict[type, Callable[[Symbolic, Any], Any]] = {}


def rule(*kinds: type):
    """Register how the symbolic reader reads these nodes."""

    def register(how):
        RULES.update(dict.fromkeys(kinds, how))
        return how

    return register


def number(m: Any) -> Any:
    """A one-by-one matrix is a number."""
    return m[0, 0] if getattr(m, "shape", None) == (1, 1) else m


def product(a: Any, b: Any) -> Any:
    """a times b, where either may be a number or a one-by-one matrix."""
    if nd.is_matrix(a) and nd.is_matrix(b):
        if a.shape[1] == b.shape[0]:
            return a * b
        if (1, 1) not in (a.shape, b.shape):
            raise sp.ShapeError(f"cannot multiply shapes {a.shape} and {b.shape}")
    return number(a) * number(b)


class Symbolic:
    """Reads a tree at given sizes, under given definitions and known entries.

    sizes: size symbol -> Integer.  known: atom of the tree, or (name, indices) of an
    entry -> its explicit value.  intervals: what vectors and matrices have all
    entries in.  ranges: filled with the interval of each entry's exact sample points.  identities: derivatives of generic functions that
    a hypothesis determines.
    """

    def __init__(
        self,
        sizes: Mapping[sp.Symbol, int],
        definitions: Definitions | None = None,
        known: Mapping[Any, Any] | None = None,
    ):
        self.sizes = dict(sizes)
        self.definitions = definitions or Definitions()
        self.known = dict(known or {})
        self.masked: frozenset = frozenset()
        self.distributions: dict[sp.Symbol, Any] = {}
        self.ranges: dict[sp.Symbol, tuple[float, float]] = {}
        self.intervals: dict[Any, tuple[float, float]] = {}
        self.identities: dict[Any, Any] = {}

    def __call__(self, e: Any) -> Any:
        e = sp.sympify(e)
        if e in self.known:
            return self.known[e]
        if e in self.sizes:
            return sp.Integer(self.sizes[e])
        if not self._is_masked(e) and (found := self.definitions.lookup(e)):
            value, bound = found
            values = {k: self(v) for k, v in bound.items()}
            return number(self.within(values)(value))
        for kind in type(e).__mro__:
            if kind in RULES:
                return RULES[kind](self, e)
        if not e.args:
            return e
        return e.func(*[number(self(a)) for a in e.args])

    def within(self, known: Mapping[Any, Any]) -> Symbolic:
        """This reader with more atoms known."""
        inner = self.freed(frozenset())
        inner.known.update(known)
        return inner

    def freed(self, names: frozenset) -> Symbolic:
        """This reader with some names held free, whatever defines or constrains them."""
        known = {k: v for k, v in self.known.items() if k not in names}
        inner = Symbolic(self.sizes, self.definitions, known)
        inner.masked = self.masked | names
        inner.distributions, inner.ranges = self.distributions, self.ranges
        inner.identities, inner.intervals = self.identities, self.intervals
        return inner

    def _is_masked(self, e: Any) -> bool:
        return e in self.masked or (isinstance(e, sp.Indexed) and e.base in self.masked)

    def size(self, e: Any) -> int:
        """The concrete value of a size, an index or a bound."""
        value = self(e)
        if not value.is_Integer:
            raise Undecided(f"{e} has no concrete size")
        return int(value)

    def entry(self, name: Any, label: str, at: tuple[int, ...], **assume: Any) -> Any:
        """The (name, at) entry of a free vector or matrix."""
        if name not in self.masked and (name, at) in self.known:
            return self.known[name, at]
        place = ",".join(map(str, at))
        made = sp.Symbol(f"{label}[{place}]", real=True, **assume)
        if name in self.intervals:
            self.ranges[made] = self.intervals[name]
        return made

    def free_and_actual(self, x: Any) -> tuple[Any, dict]:
        """The free entries of a variable, and what they stand for in this reader."""
        name = x.base if isinstance(x, sp.Indexed) else x
        free = self.freed(frozenset([name]))
        held, actual = free(x), self(x)
        if isinstance(x, sp.Indexed):
            return held, self._whole_base(free, x.base)
        if not nd.is_matrix(held):
            return held, {} if held == actual else {held: actual}
        pairs = zip(held, actual, strict=True)
        return held, {a: b for a, b in pairs if a != b}

    def _whole_base(self, free: Symbolic, base: sp.IndexedBase) -> dict:
        if not (
            self.definitions.holds(base)
            or any(isinstance(k, tuple) and k[0] == base for k in self.known)
        ):
            return {}
        ranges = [range(1, self.size(n) + 1) for n in base.shape or ()]
        entries = [base[at] for at in itertools.product(*ranges)]
        return {free(q): self(q) for q in entries if free(q) != self(q)}


# ---- names


@rule(sp.MatrixSymbol)
def _matrix_symbol(read, e):
    rows, cols = read.size(e.rows), read.size(e.cols)
    made = sp.ImmutableMatrix(
        rows, cols, lambda i, j: read.entry(e, e.name, (int(i) + 1, int(j) + 1))
    )
    if isinstance(e, RandomVector):
        read.distributions.update(dict.fromkeys(made, e.distribution))
    return made


@rule(sp.Indexed)
def _indexed(read, e):
    at = tuple(read.size(k) for k in e.indices)
    if min(at) < 1 or any(
        a > read.size(n) for a, n in zip(at, e.base.shape or (), strict=False)
    ):
        raise IndexError(f"{e} is outside 1..{e.base.shape}")
    if e.base in read.known:
        return read(read.known[e.base][at])
    if not read._is_masked(e) and (found := read.definitions.lookup(e.base[at])):
        value, bound = found
        return number(read.within(bound)(value))
    label = e.base.label
    made = read.entry(e.base, str(label), at, positive=label.is_positive)
    if isinstance(e.base, RandomSample):
        read.distributions[made] = e.base.distribution
    return made


@rule(MatrixElement)
def _matrix_element(read, e):
    return read(e.parent)[read.size(e.i), read.size(e.j)]


@rule(RandomVariable)
def _random_variable(read, e):
    read.distributions[e] = e.distribution
    return e


@rule(AppliedUndef)
def _applied(read, e):
    arguments = [number(read(a)) for a in e.args]
    return jet(e.func.__name__, (0,) * len(arguments))(*arguments)


@rule(nd.AppliedScalarFunction)
def _applied_scalar(read, e):
    entries = list(read(e.args[1]))
    return jet(str(e.args[0]), (0,) * len(entries))(*entries)


@rule(nd.AppliedVectorFunction)
def _applied_vector(read, e):
    label, x, m = e.args
    entries, rows = list(read(x)), range(1, read.size(m) + 1)
    return sp.ImmutableMatrix(
        [jet(f"{label}[{i}]", (0,) * len(entries))(*entries) for i in rows]
    )


# ---- algebra


@rule(sp.Add, sp.MatAdd)
def _add(read, e):
    return reduce(lambda a, b: a + b, [number(read(a)) for a in e.args])


@rule(sp.Mul, sp.MatMul)
def _mul(read, e):
    return reduce(product, map(read, e.args))


@rule(sp.Transpose)
def _transpose(read, e):
    a = read(e.arg)
    return a.T if nd.is_matrix(a) else a


@rule(sp.Inverse)
def _inverse(read, e):
    a = read(e.arg)
    if not nd.is_matrix(a):
        return 1 / a
    return a.inv(method="ADJ")


@rule(sp.MatPow)
def _power(read, e):
    a, k = read(e.base), read(e.exp)
    return a**k if nd.is_matrix(a) else number(a) ** k


@rule(sp.Trace)
def _trace(read, e):
    return sp.sympify(read(e.arg)).trace()


@rule(sp.Determinant)
def _determinant(read, e):
    return read(e.arg).det(method="berkowitz")


@rule(sp.Identity)
def _identity(read, e):
    return sp.ImmutableMatrix(sp.eye(read.size(e.rows)))


@rule(sp.ZeroMatrix)
def _zeros(read, e):
    return sp.ImmutableMatrix(sp.zeros(read.size(e.rows), read.size(e.cols)))


@rule(sp.OneMatrix)
def _ones(read, e):
    return sp.ImmutableMatrix(sp.ones(read.size(e.rows), read.size(e.cols)))


@rule(sp.HadamardProduct)
def _hadamard(read, e):
    return reduce(lambda a, b: a.multiply_elementwise(b), map(read, e.args))


@rule(sp.KroneckerProduct)
def _kronecker(read, e):
    return sp.ImmutableMatrix(sp.kronecker_product(*map(read, e.args)))


@rule(sp.BlockMatrix)
def _blocks(read, e):
    grid = e.blocks
    rows = [
        sp.Matrix.hstack(*[sp.Matrix(read(grid[i, j])) for j in range(grid.cols)])
        for i in range(grid.rows)
    ]
    return sp.ImmutableMatrix(sp.Matrix.vstack(*rows))


@rule(sp.MatrixBase)
def _explicit(read, e):
    return sp.ImmutableMatrix(e.rows, e.cols, [number(read(a)) for a in e.flat()])


@rule(nd.Dot)
def _dot(read, e):
    a, b = map(read, e.args)
    if not nd.is_matrix(a):
        return a * b
    if a.shape != b.shape:
        raise sp.ShapeError(f"cannot take the inner product of {a.shape}, {b.shape}")
    return sum(p * q for p, q in zip(a, b, strict=True))


@rule(nd.SquaredNorm)
def _squared_norm(read, e):
    return sum(a**2 for a in _entries(read(e.args[0])))


def _entries(a):
    return list(a) if nd.is_matrix(a) else [a]


@rule(nd.Norm)
def _norm(read, e):
    entries = _entries(read(e.args[0]))
    p = e.args[1] if len(e.args) > 1 else 2
    if p == sp.oo:
        return sp.Max(*map(sp.Abs, entries))
    if p == 1:
        return sum(map(sp.Abs, entries))
    return sp.sqrt(sum(a**2 for a in entries))


@rule(nd.FrobeniusNorm)
def _frobenius(read, e):
    return sp.sqrt(_squared_norm(read, e))


@rule(nd.Elementwise)
def _elementwise(read, e):
    function, argument, order = e.args
    (t,) = function.variables
    s = sp.Dummy("s", real=True)
    image = number(read.within({t: s})(function.expr))
    for _ in range(int(order)):
        image = sp.diff(image, s)
    a = read(argument)
    apply = lambda v: image.xreplace({s: v})  # noqa: E731
    return a.applyfunc(apply) if nd.is_matrix(a) else apply(a)


@rule(nd.Diag)
def _diag(read, e):
    return sp.ImmutableMatrix(sp.diag(*_entries(read(e.args[0]))))


@rule(nd.DiagonalOf)
def _diagonal_of(read, e):
    a = read(e.args[0])
    return sp.ImmutableMatrix([a[i, i] for i in range(a.rows)])


@rule(nd.Vec)
def _vec(read, e):
    return sp.ImmutableMatrix(read(e.args[0]).vec())


@rule(nd.Column)
def _column(read, e):
    return read(e.args[0])[:, read.size(e.args[1]) - 1]


@rule(nd.Row)
def _row(read, e):
    return read(e.args[0])[read.size(e.args[1]) - 1, :]


@rule(nd.BasisVector)
def _basis(read, e):
    one = read.size(e.args[0])
    return sp.ImmutableMatrix(
        [int(k == one) for k in range(1, read.size(e.args[1]) + 1)]
    )


@rule(nd.Components)
def _components(read, e):
    body, i = e.args
    at = range(read.size(i.lower), read.size(i.upper) + 1)
    return sp.ImmutableMatrix(
        [number(read.within({i: sp.Integer(k)})(body)) for k in at]
    )


# ---- spectra, where radicals reach


def _symmetric_pair(a):
    """The two eigenvalues of a 2-by-2 matrix, larger first when they are real."""
    half, gap = (
        a.trace() / 2,
        sp.sqrt(sp.expand((a[0, 0] - a[1, 1]) ** 2 / 4 + a[0, 1] * a[1, 0])),
    )
    return half + gap, half - gap


def _eigenvalue(a, k):
    if a.is_diagonal() and a.rows == 1:
        return a[0, 0]
    if a.shape != (2, 2):
        raise Undecided("eigenvalues are proved for 2-by-2 matrices only")
    return _symmetric_pair(a)[k - 1]


@rule(nd.Eigenvalue)
def _eigenvalue_rule(read, e):
    return _eigenvalue(read(e.args[0]), read.size(e.args[1]))


def _gram(a):
    return a.T * a if a.cols <= a.rows else a * a.T


@rule(nd.SingularValue)
def _singular_value(read, e):
    return sp.sqrt(_eigenvalue(_gram(read(e.args[0])), read.size(e.args[1])))


@rule(nd.SpectralNorm)
def _spectral_norm(read, e):
    return sp.sqrt(_eigenvalue(_gram(read(e.args[0])), 1))


@rule(nd.ConditionNumber)
def _condition(read, e):
    gram = _gram(read(e.args[0]))
    return sp.sqrt(_eigenvalue(gram, 1) / _eigenvalue(gram, gram.rows))


@rule(nd.SpectralRadius)
def _spectral_radius(read, e):
    a = read(e.args[0])
    if not nd.is_matrix(a):
        return sp.Abs(a)
    if a.is_upper or a.is_lower:
        return sp.Max(*[sp.Abs(a[i, i]) for i in range(a.rows)])
    if a.shape != (2, 2):
        raise Undecided("the spectral radius is proved for 2-by-2 matrices only")
    return sp.Max(*map(sp.Abs, _symmetric_pair(a)))


# ---- calculus


@rule(nd.Grad)
def _grad(read, e):
    f, x = e.args
    held, actual = read.free_and_actual(x)
    value = sp.sympify(number(read.freed(frozenset([x]))(f)))
    return held.applyfunc(lambda s: sp.diff(value, s).xreplace(actual))


@rule(nd.Jacobian)
def _jacobian(read, e):
    f, x = e.args
    held, actual = read.free_and_actual(x)
    value = read.freed(frozenset([x]))(f)
    value = value if nd.is_matrix(value) else sp.ImmutableMatrix([value])
    return sp.ImmutableMatrix(
        len(value), len(held), lambda i, j: sp.diff(value[i], held[j])
    ).xreplace(actual)


@rule(nd.HessianMatrix)
def _hessian(read, e):
    f, x = e.args
    held, actual = read.free_and_actual(x)
    value = number(read.freed(frozenset([x]))(f))
    return sp.ImmutableMatrix(
        len(held), len(held), lambda i, j: sp.diff(value, held[i], held[j])
    ).xreplace(actual)


@rule(nd.Differential, nd.MatrixDifferential)
def _differential(read, e):
    f, variables, changes = e.args
    t, moved, actual = sp.Dummy("t", real=True), {}, {}
    for x, dx in zip(variables, changes, strict=True):
        held, stands_for = read.free_and_actual(x)
        moved[x] = held + t * read(dx)
        actual.update(stands_for)
    value = read.freed(frozenset(variables)).within(moved)(f)
    slope = lambda v: sp.diff(v, t).xreplace({t: sp.S.Zero}).doit().xreplace(actual)  # noqa: E731
    return value.applyfunc(slope) if nd.is_matrix(value) else slope(sp.sympify(value))


@rule(sp.Derivative)
def _derivative(read, e):
    value, actual, inner = e.expr, {}, read
    held = []
    for v, order in e.variable_count:
        if isinstance(v, AppliedUndef):
            free = sp.Dummy(str(v.func), real=True)
            inner, actual[free] = inner.within({v: free}), read(v)
        else:
            free, stands_for = read.free_and_actual(v)
            inner = inner.freed(frozenset([getattr(v, "base", v)]))
            actual.update(stands_for)
        held.append((free, order))
    value = number(inner(value))
    for free, order in held:
        value = _differentiate(value, free, int(order))
    return value.xreplace(actual) if actual else value


def _differentiate(value, by, order):
    if nd.is_matrix(value):
        return value.applyfunc(lambda q: sp.diff(q, by, order))
    return sp.diff(value, by, order)


@rule(sp.Subs)
def _subs(read, e):
    free = read.freed(frozenset(e.variables))
    point = {
        free(v): number(read(p)) for v, p in zip(e.variables, e.point, strict=True)
    }
    return number(free(e.expr)).subs(point, simultaneous=True)


@rule(sp.Limit)
def _limit(read, e):
    expr, variable, target, side = e.args
    value = number(read.freed(frozenset([variable]))(expr))
    return limit(value, variable, read(target), str(side))


def limit(value: sp.Expr, variable: sp.Symbol, target: sp.Expr, side: str) -> sp.Expr:
    """The limit of an explicit expression: by l'Hôpital for jets, else SymPy's own."""
    if not value.has(Jet):
        return sp.limit(value, variable, target, side)
    top, bottom = sp.together(value).as_numer_denom()
    for _ in range(6):
        at = {variable: target}
        t, b = (sp.expand(q.xreplace(at)) for q in (top, bottom))
        if b != 0:
            return t / b
        if sp.simplify(t) != 0:
            raise Undecided("the limit is infinite")
        top, bottom = sp.diff(top, variable), sp.diff(bottom, variable)
    raise Undecided("no limit after six derivatives")


@rule(sp.Integral)
def _integral(read, e):
    variables = [lim[0] for lim in e.limits]
    value = number(read.freed(frozenset(variables))(e.function))
    for variable, *bounds in e.limits:
        value = sp.integrate(value, (variable, *map(read, bounds)))
    if value.has(sp.Integral):
        raise Undecided("no antiderivative found")
    return value


@rule(sp.Sum, sp.Product)
def _sum(read, e):
    (k, low, high), *inner = reversed(e.limits)
    body = e.func(e.function, *reversed(inner)) if inner else e.function
    low, high = read(low), read(high)
    if not (low.is_Integer and high.is_Integer):
        counter = sp.Symbol(k.name, integer=True, nonnegative=True)
        term = read.within({k: counter})(body)
        total = e.func(term, (counter, low, high)).doit()
        if total.has(sp.Sum, sp.Product):
            raise Undecided("no closed form of a sum found")
        return total
    if high < low:
        raise ValueError(f"empty range {low}..{high} of {k}")
    terms = [
        number(read.within({k: sp.Integer(v)})(body)) for v in range(low, high + 1)
    ]
    return reduce(lambda a, b: a + b if isinstance(e, sp.Sum) else product(a, b), terms)


@rule(sp.log)
def _log(read, e):
    """log |u| is read as half of log u², which has a derivative wherever u is not 0."""
    inner = number(read(e.args[0]))
    return (
        sp.log(inner.args[0] ** 2) / 2 if isinstance(inner, sp.Abs) else sp.log(inner)
    )


@rule(sp.KroneckerDelta)
def _delta(read, e):
    return sp.Integer(int(read(e.args[0]) == read(e.args[1])))


@rule(sp.Piecewise)
def _piecewise(read, e):
    return sp.Piecewise(*[(number(read(v)), read(c)) for v, c in e.args])


# ---- chance


def _mean(read, value):
    randoms = {
        s: type(d)(*d.args) for s, d in read.distributions.items() if value.has(s)
    }
    return mean(value, randoms, read)


@rule(Expectation, MatrixExpectation)
def _expectation(read, e):
    value = read(e.args[0])
    if nd.is_matrix(value):
        return value.applyfunc(lambda q: _mean(read, q))
    return _mean(read, value)


@rule(Variance)
def _variance(read, e):
    value = number(read(e.args[0]))
    return _mean(read, value**2) - _mean(read, value) ** 2


@rule(Covariance)
def _covariance(read, e):
    a, b = (number(read(q)) for q in e.args)
    return _mean(read, a * b) - _mean(read, a) * _mean(read, b)


@rule(MatrixCovariance)
def _matrix_covariance(read, e):
    a, b = map(read, e.args)
    both = (a * b.T).applyfunc(lambda q: _mean(read, q))
    centers = [m.applyfunc(lambda q: _mean(read, q)) for m in (a, b)]
    return both - centers[0] * centers[1].T
