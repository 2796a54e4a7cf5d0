"""Reader 2: the tree walked in NumPy, at other sizes and generic values.

`Numeric(values, ...)(e)` returns a float or a 2-D array.  No SymPy calculus is ever
called: derivatives are complex steps, or eighth-order differences where a step is taken
inside a step; extremes are searched for; integrals and means are quadratures; spectra
come from LAPACK; limits are extrapolated.  One rule per node.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef
from sympy.matrices.expressions.matexpr import MatrixElement

from . import nodes as nd
from .definitions import Definitions

RULES: dict[type, Callable[[Numeric, Any], Any]] = {}
TINY = 1e-30
STENCIL = ((1, 4 / 5), (2, -1 / 5), (3, 4 / 105), (4, -1 / 280))
SPACING = 1e-2


class NotAnalytic(Exception):
    """A complex step met what it cannot pass through; a real difference must serve."""


def rule(*kinds: type):
    """Register how the numeric reader reads these nodes."""

    def register(how):
        RULES.update(dict.fromkeys(kinds, how))
        return how

    return register


def number(a: Any) -> Any:
    """A one-by-one array is a number."""
    return np.asarray(a).reshape(()).item() if np.size(a) == 1 else a


def product(a: Any, b: Any) -> Any:
    """a times b, where either may be a number or a one-by-one array."""
    if np.ndim(a) == 2 and np.ndim(b) == 2 and np.shape(a)[1] == np.shape(b)[0]:
        return a @ b
    a, b = number(a), number(b)
    if np.ndim(a) == 2 and np.ndim(b) == 2:
        raise ValueError(f"cannot multiply shapes {np.shape(a)} and {np.shape(b)}")
    return a * b


class Numeric:
    """Reads a tree at given values.

    values: size, symbol, matrix symbol, base or function -> number, 2-D array, array
    indexed from 0, or callable.  brackets: scalar symbol -> interval to search.
    """

    def __init__(
        self,
        values: Mapping[Any, Any],
        definitions: Definitions | None = None,
        brackets: Mapping[Any, tuple[float, float]] | None = None,
        *,
        stepping: bool = False,
    ):
        self.values, self.stepping = dict(values), stepping
        self.definitions = definitions or Definitions()
        self.brackets = dict(brackets or {})

    def __call__(self, e: Any) -> Any:
        if e in self.values:
            return self.values[e]
        if found := self.definitions.lookup(e):
            value, bound = found
            return number(self.within({k: self(v) for k, v in bound.items()})(value))
        for kind in type(e).__mro__:
            if kind in RULES:
                return RULES[kind](self, e)
        raise NotImplementedError(f"no numeric rule for {type(e).__name__}")

    def within(self, values: Mapping[Any, Any], *, stepping: bool = False) -> Numeric:
        """This reader with more values known."""
        return Numeric(
            {**self.values, **values},
            self.definitions,
            self.brackets,
            stepping=self.stepping or stepping,
        )

    def count(self, e: Any) -> int:
        """A size, an index or a bound, as an int."""
        return round(float(np.real(self(sp.sympify(e)))))

    def forbid_step(self) -> None:
        """Refuse to be part of a complex step."""
        if self.stepping:
            raise NotAnalytic

    def slope(self, f: Callable[[Numeric], Any], key: Any, at: tuple = ()) -> Any:
        """The derivative of f by one entry of the value held under `key`."""
        self.forbid_step()
        held = np.asarray(self.values[key])

        def moved(step):
            value = held.astype(complex if isinstance(step, complex) else held.dtype)
            value[at] += step
            value = value if value.ndim else value[()]
            return np.asarray(
                f(self.within({key: value}, stepping=isinstance(step, complex)))
            )

        try:
            return np.imag(moved(1j * TINY)) / TINY
        except NotAnalytic:
            steps = [(w, k * SPACING) for k, w in STENCIL]
            return sum(w * (moved(h) - moved(-h)) for w, h in steps) / SPACING

    def holding(self, x: Any) -> tuple[Numeric, Any]:
        """This reader with the present value of x held as free, and the key it is under."""
        self.forbid_step()
        if isinstance(x, sp.Indexed):
            return self.within({x.base: self.whole(x.base)}), x.base
        return self.within({x: np.asarray(self(x), dtype=float)}), x

    def whole(self, base: sp.IndexedBase) -> np.ndarray:
        """Every entry of an indexed base, as an array."""
        if base in self.values:
            return np.asarray(self.values[base])
        if base.shape is None:
            raise ValueError(f"{base} is defined entry by entry: give it a shape")
        shape = tuple(self.count(n) for n in base.shape)
        entries = [
            self(base[tuple(i + 1 for i in at)])
            for at in itertools.product(*map(range, shape))
        ]
        return np.array(entries).reshape(shape)


# ---- numbers and names


@rule(sp.Number, sp.NumberSymbol)
def _number(read, e):
    return float(e)


@rule(sp.Indexed)
def _indexed(read, e):
    at = tuple(read.count(k) for k in e.indices)
    if e.base in read.values:
        if min(at) < 1:
            raise IndexError(f"{e} has an index below 1")
        return read.values[e.base][tuple(i - 1 for i in at)]
    if found := read.definitions.lookup(e.base[at]):
        value, bound = found
        values = {k: float(v) for k, v in bound.items()}
        return number(read.within(values)(value))
    raise KeyError(f"{e} has no value")


@rule(MatrixElement)
def _matrix_element(read, e):
    return read(e.parent)[read.count(e.i), read.count(e.j)]


@rule(AppliedUndef)
def _applied(read, e):
    return read.values[e.func](*[number(read(a)) for a in e.args])


@rule(nd.AppliedScalarFunction)
def _applied_scalar(read, e):
    return read.values[e.func, e.args[0]](*np.ravel(read(e.args[1])))


@rule(nd.AppliedVectorFunction)
def _applied_vector(read, e):
    label, x, m = e.args
    components = read.values[e.func, label][: read.count(m)]
    entries = np.ravel(read(x))
    return np.array([[g(*entries)] for g in components])


# ---- algebra


@rule(sp.Add, sp.MatAdd)
def _add(read, e):
    terms = [number(read(a)) for a in e.args]
    if len({np.shape(a) for a in terms}) > 1:
        raise ValueError(f"cannot add shapes {[np.shape(a) for a in terms]}")
    return reduce(np.add, terms)


@rule(sp.Mul, sp.MatMul)
def _mul(read, e):
    return reduce(product, map(read, e.args))


@rule(sp.Pow)
def _pow(read, e):
    base, exponent = number(read(e.base)), number(read(e.exp))
    if np.imag(exponent) == 0 and float(np.real(exponent)).is_integer():
        return (
            base ** int(np.real(exponent))
            if exponent >= 0
            else 1 / base ** int(-np.real(exponent))
        )
    return np.power(base, exponent)


@rule(sp.Transpose)
def _transpose(read, e):
    return np.transpose(read(e.arg))


@rule(sp.Inverse)
def _inverse(read, e):
    a = read(e.arg)
    return np.linalg.inv(a) if np.ndim(a) == 2 else 1 / a


@rule(sp.MatPow)
def _matrix_power(read, e):
    a, k = read(e.base), read.count(e.exp)
    return np.linalg.matrix_power(a, k) if np.ndim(a) == 2 else a**k


@rule(sp.Trace)
def _trace(read, e):
    a = np.atleast_2d(read(e.arg))
    if a.shape[0] != a.shape[1]:
        raise ValueError(f"the trace of a {a.shape} matrix")
    return np.trace(a)


@rule(sp.Determinant)
def _determinant(read, e):
    return np.linalg.det(np.atleast_2d(read(e.arg)))


@rule(sp.Identity)
def _identity(read, e):
    return np.eye(read.count(e.rows))


@rule(sp.ZeroMatrix)
def _zeros(read, e):
    return np.zeros((read.count(e.rows), read.count(e.cols)))


@rule(sp.OneMatrix)
def _ones(read, e):
    return np.ones((read.count(e.rows), read.count(e.cols)))


@rule(sp.HadamardProduct)
def _hadamard(read, e):
    factors = [read(a) for a in e.args]
    if len({np.shape(a) for a in factors}) > 1:
        raise ValueError(f"cannot multiply entries of {[np.shape(a) for a in factors]}")
    return reduce(np.multiply, factors)


@rule(sp.KroneckerProduct)
def _kronecker(read, e):
    return reduce(np.kron, map(read, e.args))


@rule(sp.BlockMatrix)
def _blocks(read, e):
    grid = e.blocks
    return np.block(
        [[read(grid[i, j]) for j in range(grid.cols)] for i in range(grid.rows)]
    )


@rule(sp.MatrixBase)
def _explicit(read, e):
    return np.array([number(read(a)) for a in e.flat()]).reshape(e.shape)


@rule(nd.Dot)
def _dot(read, e):
    a, b = map(read, e.args)
    if np.shape(a) != np.shape(b):
        raise ValueError(f"inner product of shapes {np.shape(a)} and {np.shape(b)}")
    return np.sum(a * b)


@rule(nd.SquaredNorm)
def _squared_norm(read, e):
    a = read(e.args[0])
    return np.sum(a * a)


@rule(nd.FrobeniusNorm)
def _frobenius(read, e):
    return np.sqrt(_squared_norm(read, e))


@rule(nd.Norm)
def _norm(read, e):
    a = np.asarray(read(e.args[0]))
    p = e.args[1] if len(e.args) > 1 else 2
    if p == sp.oo:
        sizes = _modulus(a).ravel()
        return sizes[np.argmax(np.real(sizes))]
    return np.sum(_modulus(a)) if p == 1 else np.sqrt(np.sum(a * a))


def _modulus(a):
    """|a|, continued analytically from the real line for complex steps."""
    return np.where(np.real(a) < 0, -a, a)


@rule(nd.Elementwise)
def _elementwise(read, e):
    function, argument, order = e.args
    (t,) = function.variables
    a = np.asarray(read(argument))
    body = sp.Derivative(function.expr, (t, order)) if order else function.expr
    return np.array([number(read.within({t: v})(body)) for v in a.flat]).reshape(
        a.shape
    )


@rule(nd.Diag)
def _diag(read, e):
    return np.diag(np.ravel(read(e.args[0])))


@rule(nd.DiagonalOf)
def _diagonal_of(read, e):
    return np.diag(read(e.args[0]))[:, None]


@rule(nd.Vec)
def _vec(read, e):
    return np.asarray(read(e.args[0])).reshape(-1, 1, order="F")


@rule(nd.Column)
def _column(read, e):
    return read(e.args[0])[:, [read.count(e.args[1]) - 1]]


@rule(nd.Row)
def _row(read, e):
    return read(e.args[0])[[read.count(e.args[1]) - 1], :]


@rule(nd.BasisVector)
def _basis(read, e):
    return np.eye(read.count(e.args[1]))[:, [read.count(e.args[0]) - 1]]


@rule(nd.Components)
def _components(read, e):
    body, i = e.args
    at = range(read.count(i.lower), read.count(i.upper) + 1)
    return np.array([[number(read.within({i: float(k)})(body))] for k in at])


# ---- spectra


@rule(nd.Eigenvalue)
def _eigenvalue(read, e):
    read.forbid_step()
    a = np.atleast_2d(read(e.args[0]))
    if not np.allclose(a, a.T):
        raise ValueError("ordered eigenvalues are those of a symmetric matrix")
    return np.linalg.eigvalsh(a)[-read.count(e.args[1])]


def _singular_values(read, e):
    read.forbid_step()
    return np.linalg.svd(np.atleast_2d(read(e.args[0])), compute_uv=False)


@rule(nd.SingularValue)
def _singular_value(read, e):
    return _singular_values(read, e)[read.count(e.args[1]) - 1]


@rule(nd.SpectralNorm)
def _spectral_norm(read, e):
    return _singular_values(read, e)[0]


@rule(nd.ConditionNumber)
def _condition(read, e):
    s = _singular_values(read, e)
    return s[0] / s[-1]


@rule(nd.SpectralRadius)
def _spectral_radius(read, e):
    read.forbid_step()
    return np.max(np.abs(np.linalg.eigvals(np.atleast_2d(read(e.args[0])))))


# ---- scalar functions


FUNCTIONS: dict[type, Callable] = {
    sp.exp: np.exp,
    sp.log: np.log,
    sp.sin: np.sin,
    sp.cos: np.cos,
    sp.tan: np.tan,
    sp.asin: np.arcsin,
    sp.acos: np.arccos,
    sp.atan: np.arctan,
    sp.sinh: np.sinh,
    sp.cosh: np.cosh,
    sp.tanh: np.tanh,
    sp.asinh: np.arcsinh,
    sp.atanh: np.arctanh,
    sp.Abs: _modulus,
}


@rule(*FUNCTIONS)
def _function(read, e):
    argument = number(read(e.args[0]))
    if isinstance(argument, float) and isinstance(e, (sp.log, sp.atanh)):
        return FUNCTIONS[type(e)](np.float64(argument))
    return FUNCTIONS[type(e)](argument)[()]


@rule(sp.Max)
def _max(read, e):
    return max((number(read(a)) for a in e.args), key=np.real)


@rule(sp.Min)
def _min(read, e):
    return min((number(read(a)) for a in e.args), key=np.real)


@rule(sp.sign)
def _sign(read, e):
    return np.sign(np.real(number(read(e.args[0]))))


@rule(sp.Heaviside)
def _heaviside(read, e):
    return float(np.real(number(read(e.args[0]))) > 0)


@rule(sp.Piecewise)
def _piecewise(read, e):
    for value, condition in e.args:
        if condition is sp.true or (condition is not sp.false and read(condition)):
            return number(read(value))
    raise ValueError("no case of a piecewise function applies")


COMPARISONS = {
    sp.StrictLessThan: np.less,
    sp.LessThan: np.less_equal,
    sp.StrictGreaterThan: np.greater,
    sp.GreaterThan: np.greater_equal,
    sp.Equality: np.equal,
    sp.Unequality: np.not_equal,
}


@rule(*COMPARISONS)
def _comparison(read, e):
    a, b = (np.real(number(read(q))) for q in e.args)
    return bool(COMPARISONS[type(e)](a, b))


@rule(sp.KroneckerDelta)
def _delta(read, e):
    return float(read.count(e.args[0]) == read.count(e.args[1]))


@rule(sp.factorial)
def _factorial(read, e):
    return _gamma(number(read(e.args[0])) + 1)


@rule(sp.gamma)
def _gamma_rule(read, e):
    return _gamma(number(read(e.args[0])))


@rule(sp.binomial)
def _binomial(read, e):
    n, k = (number(read(a)) for a in e.args)
    return _gamma(n + 1) / (_gamma(k + 1) * _gamma(n - k + 1))


STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360)


def _gamma(z):
    """The gamma function of a number right of 0: Stirling's series at z + 16, shifted."""
    if np.real(z) <= 0:
        raise ValueError("the gamma function is read right of 0")
    shift, w = np.prod([z + k for k in range(16)]), z + 16
    tail = sum(c / w ** (2 * k + 1) for k, c in enumerate(STIRLING))
    return np.exp((w - 0.5) * np.log(w) - w + np.log(2 * np.pi) / 2 + tail) / shift


@rule(sp.erf)
def _erf(read, e):
    """erf by its Taylor series, which holds in the complex plane too."""
    z = number(read(e.args[0]))
    if abs(z) > 5:
        raise ValueError("erf is read for |z| <= 5")
    term, total, k = z, z, 0
    while abs(term) > 1e-20 * max(1e-20, abs(total)) and k < 200:
        k += 1
        term = -term * z * z / k
        total = total + term / (2 * k + 1)
    return 2 / np.sqrt(np.pi) * total


from . import numeric_calculus  # noqa: E402, F401  (registers the remaining rules)
