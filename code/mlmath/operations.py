"""Operations on arrays, each with the linear map of its changes, and the transpose.

A program made of + - * / @, fixed powers, indices, .T and the functions below runs as
it stands on arrays, and on traced values, which `autodiff` follows through it.
"""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

Link = tuple[Callable[[Any], Any], Callable[[Any], Any]]  # a linear map, its transpose


def apply(name: str, *given: Any, **options: Any) -> Any:
    """Return what an operation of RULES makes of arrays or traced values.

    It is followed for the highest level among them, to which all others are constant.
    """
    compute, links_of = RULES[name]
    level = max(level_of(a) for a in given)
    if level < 0:
        return compute(*given, **options)
    inner = [a.value if level_of(a) == level else a for a in given]
    y = apply(name, *inner, **options)
    pairs = zip(given, links_of(y, *inner, **options), strict=True)
    links = [(a, link) for a, link in pairs if level_of(a) == level]
    return links[0][0].follow(name, y, links)


def _operators(name: str):
    """An operator, and what Python calls where a plain array stands on its left."""
    return (lambda a, b: apply(name, a, b)), (lambda a, b: apply(name, b, a))


class Traced:
    """A value whose changes are followed; so is what operations make of it.

    level: the number of the derivative that follows it; value: an array, or traced for
    another derivative. A subclass says in `follow` how a result is traced.
    """

    __array_ufunc__ = None  # NumPy's arrays leave the operators to this class
    level: int
    value: Any

    __add__, __radd__ = _operators("plus")
    __sub__, __rsub__ = _operators("minus")
    __mul__, __rmul__ = _operators("times")
    __truediv__, __rtruediv__ = _operators("over")
    __matmul__, __rmatmul__ = _operators("matmul")
    T = property(lambda self: apply("transpose", self))

    def __neg__(self):
        return -1.0 * self

    def __pow__(self, p):
        return apply("power", self, p=p)

    def __getitem__(self, index):
        return apply("take", self, index=index)

    def __lt__(self, other):
        return plain(self) < plain(other)

    def __gt__(self, other):
        return plain(self) > plain(other)


def level_of(a: Any) -> int:
    return a.level if isinstance(a, Traced) else -1


def plain(a: Any) -> Any:
    """Return the array inside a traced value."""
    return plain(a.value) if isinstance(a, Traced) else np.asarray(a)


def exp(a):
    return apply("exp", a)


def log(a):
    return apply("log", a)


def tanh(a):
    return apply("tanh", a)


def relu(a):
    """Return max(a, 0); its slope at 0 is taken to be 0."""
    return apply("relu", a)


def total(a, axis: int | tuple[int, ...] | None = None):
    """Return the sum; over one axis or some it keeps them, with the length 1."""
    return apply("total", a, axis=axis)


def reshape(a, shape: tuple[int, ...]):
    return apply("reshape", a, shape=shape)


def _scatter(g, index, shape):
    """Zeros of a shape, with g added at the index: what `take` is transposed."""
    return apply("scatter", g, index=index, shape=shape)


def _scaled(slope, a) -> Link:
    """Times the slope, entry by entry; transposed, with the shape of a."""
    return (lambda t: t * slope), (lambda g: _fitted(g * slope, plain(a).shape))


def _fitted(g, shape: tuple[int, ...]):
    """Return g, summed over what broadcasting had repeated."""
    have = plain(g).shape
    want = (1,) * (len(have) - len(shape)) + shape
    axes = tuple(k for k in range(len(have)) if want[k] == 1 != have[k])
    return g if have == shape else reshape(total(g, axes), shape)


def _ones(y):
    return np.ones(plain(y).shape)


def _slope_of_power(a, p):
    return p * a ** (p - 1) if p else 0.0 * a


def _matmul(a, b):
    if np.ndim(a) != 2 or np.ndim(b) != 2:
        raise ValueError(f"@ joins matrices, not shapes {np.shape(a)}, {np.shape(b)}")
    return a @ b


def _added_at(g, index, shape):
    y = np.zeros(shape, np.result_type(g))
    np.add.at(y, index, g)
    return y


# What NumPy computes; and, for its result y and the arguments, a link for each of them.
# A line is a theorem.
RULES: dict[str, tuple[Callable[..., Any], Callable[..., Iterable[Link]]]] = {
    "plus": (np.add, lambda y, a, b: (_scaled(_ones(y), a), _scaled(_ones(y), b))),
    "minus": (
        np.subtract,
        lambda y, a, b: (_scaled(_ones(y), a), _scaled(-_ones(y), b)),
    ),
    "times": (np.multiply, lambda y, a, b: (_scaled(b, a), _scaled(a, b))),
    "over": (np.divide, lambda y, a, b: (_scaled(1 / b, a), _scaled(-y / b, b))),
    "power": (lambda a, p: a**p, lambda y, a, p: [_scaled(_slope_of_power(a, p), a)]),
    "exp": (np.exp, lambda y, a: [_scaled(y, a)]),
    "log": (np.log, lambda y, a: [_scaled(1 / a, a)]),
    "tanh": (np.tanh, lambda y, a: [_scaled(1 - y * y, a)]),
    "relu": (lambda a: np.maximum(a, 0), lambda y, a: [_scaled(plain(a) > 0, a)]),
    "matmul": (
        _matmul,
        lambda y, a, b: (
            (lambda t: t @ b, lambda g: g @ b.T),
            (lambda t: a @ t, lambda g: a.T @ g),
        ),
    ),
    "transpose": (np.transpose, lambda y, a: [(lambda t: t.T, lambda g: g.T)]),
    "total": (
        lambda a, axis: np.sum(a, axis=axis, keepdims=axis is not None),
        lambda y, a, axis: [(lambda t: total(t, axis), lambda g: g * _ones(a))],
    ),
    "reshape": (
        lambda a, shape: np.reshape(a, shape),
        lambda y, a, shape: [
            (lambda t: reshape(t, shape), lambda g: reshape(g, plain(a).shape))
        ],
    ),
    "take": (
        lambda a, index: a[index],
        lambda y, a, index: [
            (lambda t: t[index], lambda g: _scatter(g, index, plain(a).shape))
        ],
    ),
    "scatter": (
        _added_at,
        lambda y, a, index, shape: [
            (lambda t: _scatter(t, index, shape), lambda g: g[index])
        ],
    ),
}
