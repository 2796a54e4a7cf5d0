"""Derivatives measured by differences: what every derivation in the book is held to.

A `difference` is a rule f, t -> f'(t): forward, central, or complex step. The rest is
built from it, so each of these functions takes the rule as an argument.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Function = Callable[[Any], Any]
Difference = Callable[[Function, Any], Any]

EPSILON = float(np.finfo(float).eps)


def forward_difference(f: Function, x: ArrayLike, h: float | NDArray | None = None):
    """Return (f(x + h) - f(x)) / h, the derivative with an error of order h.

    x: any shape, f elementwise or x a number. The default h balances the error
    against rounding. Claims: forward-difference-order.
    """
    x = np.asarray(x, dtype=float)
    h = _step(x, 1 / 2) if h is None else h
    return (f(x + h) - f(x)) / h


def central_difference(f: Function, x: ArrayLike, h: float | NDArray | None = None):
    """Return (f(x + h) - f(x - h)) / 2h, the derivative with an error of order h².

    x: any shape, f elementwise or x a number. Claims: central-difference-order.
    """
    x = np.asarray(x, dtype=float)
    h = _step(x, 1 / 3) if h is None else h
    return (f(x + h) - f(x - h)) / (2 * h)


def complex_step(f: Function, x: ArrayLike, h: float = 1e-20):
    """Return Im f(x + ih) / h, the derivative to rounding: nothing is subtracted.

    f must be analytic, and written so: no abs, norm, conjugate or A.conj().T. Where one
    of them makes the result real, TypeError; where it is hidden, the answer is wrong.
    Claims: complex-step-order. Source: Squire and Trapp (1998).
    """
    y = f(np.asarray(x, dtype=float) + 1j * h)
    if not np.iscomplexobj(y):
        raise TypeError(
            "complex step: f(x + ih) is real, so f is constant or not analytic"
        )
    return np.imag(y) / h


def partial_derivative(
    f: Function, x: ArrayLike, index, difference: Difference = central_difference
):
    """Return the derivative of f by the entry x[index], the others held still."""
    x = np.asarray(x, dtype=float)

    def along_coordinate(t):
        moved = x.astype(np.result_type(t))
        moved[index] = t
        return f(moved)

    return difference(along_coordinate, x[index])


def directional_derivative(
    f: Function, x: ArrayLike, v: ArrayLike, difference: Difference = central_difference
):
    """Return the derivative of t -> f(x + t v) at t = 0; x and v of one shape.

    Claims: directional-derivative.
    """
    x, v = np.asarray(x, dtype=float), np.asarray(v, dtype=float)
    length = float(np.linalg.norm(v.ravel())) or 1.0
    return length * difference(lambda t: f(x + t * (v / length)), 0.0)


def jacobian(
    f: Function, x: ArrayLike, difference: Difference = central_difference
) -> NDArray[np.float64]:
    """Return J with J[i, j] the derivative of f(x)[i] by x[j].

    x: (n,), f(x): (m,), J: (m, n). Else shape of f(x) + shape of x.
    """
    x = np.asarray(x, dtype=float)
    columns = [partial_derivative(f, x, j, difference) for j in np.ndindex(x.shape)]
    return np.stack(columns, axis=-1).reshape(np.shape(columns[0]) + x.shape)


def gradient(
    f: Function, x: ArrayLike, difference: Difference = central_difference
) -> NDArray[np.float64]:
    """Return the partial derivatives of f(x), one number, in the shape of x."""
    partials = jacobian(f, x, difference)
    if partials.shape != np.shape(x):
        raise ValueError(f"f must return one number; {partials.shape} is a Jacobian")
    return partials


def hessian(f: Function, x: ArrayLike) -> NDArray[np.float64]:
    """Return the second partial derivatives of f by differences of differences.

    x: (n,), f(x) one number; (n, n), accurate to about 1e-7 of f's size. With an exact
    gradient at hand, `jacobian(gradient, x)` is better. Claims: mixed-difference.
    """
    return jacobian(lambda x: gradient(f, x, _wide_difference), x, _wide_difference)


def hessian_vector_product(gradient: Function, x: ArrayLike, v: ArrayLike):
    """Return the Hessian times v by two calls of the gradient, without the Hessian.

    x, v: one shape, which the result has. Claims: hessian-vector-product.
    """
    return directional_derivative(gradient, x, v)


def gradcheck(
    f: Function,
    gradient: Function,
    x: ArrayLike,
    tolerance: float = 1e-6,
    difference: Difference = central_difference,
) -> NDArray[np.float64]:
    """Return the relative error of every entry of gradient(x), measured by differences.

    Below 1e-4 of f's size, where rounding drowns the difference, an error is relative
    to that. Raises AssertionError naming the worst entry if one exceeds the tolerance;
    ValueError if gradient(x) has not the shape of x.
    """
    x = np.asarray(x, dtype=float)
    claimed, measured = np.asarray(gradient(x)), jacobian(f, x, difference)
    if claimed.shape != x.shape:
        raise ValueError(f"the gradient has shape {claimed.shape}, x has {x.shape}")
    floor = 1e-4 * max(1.0, abs(float(f(x))))
    size = np.maximum(np.maximum(np.abs(claimed), np.abs(measured)), floor)
    errors = np.abs(claimed - measured) / size
    if not np.all(errors <= tolerance):
        raise AssertionError(_describe_worst(claimed, measured, errors, tolerance))
    return errors


def _describe_worst(claimed, measured, errors, tolerance):
    worst = np.unravel_index(np.argmax(errors), errors.shape)
    wrong = np.count_nonzero(~(errors <= tolerance))
    return (
        f"the gradient is wrong in {wrong} of {errors.size} entries, most in "
        f"{[int(i) for i in worst]}: it says {claimed[worst]:.6g}, differences measure "
        f"{measured[worst]:.6g} (relative error {errors[worst]:.1e}, "
        f"allowed {tolerance:.0e}). At a kink neither needs to be right."
    )


def _wide_difference(f, x):
    return central_difference(f, x, _step(np.asarray(x), 1 / 4))


def _step(x: NDArray, power: float) -> NDArray:
    h = EPSILON**power * np.maximum(1.0, np.abs(x))
    return (x + h) - x
