"""Functions of one number: exponentials, logarithms, circles and hyperbolas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import sympy as sp

from ...declaration import Declaration, declare
from ...node import is_of_number
from ...numeric.functions import evaluated
from ...slips import becomes
from ...symbolic.reader import Symbolic, scalar

declare(
    sp.Function,
    Declaration(latex=lambda book, e: book.applied(e), fits=is_of_number),
)


class Elementary(NamedTuple):
    """A function in NumPy, the word it is written by, what it may be mistaken for."""

    numeric: Callable[[Any], Any] | None
    operator: str | None
    other: type | None = None


ELEMENTARY = {
    sp.sin: Elementary(np.sin, r"\sin", sp.cos),
    sp.cos: Elementary(np.cos, r"\cos", sp.sin),
    sp.tan: Elementary(np.tan, r"\tan"),
    sp.cot: Elementary(None, r"\cot"),
    sp.asin: Elementary(np.arcsin, r"\arcsin"),
    sp.acos: Elementary(np.arccos, r"\arccos"),
    sp.atan: Elementary(np.arctan, r"\arctan", sp.tanh),
    sp.sinh: Elementary(np.sinh, r"\sinh", sp.cosh),
    sp.cosh: Elementary(np.cosh, r"\cosh", sp.sinh),
    sp.tanh: Elementary(np.tanh, r"\tanh", sp.sin),
    sp.asinh: Elementary(np.arcsinh, None),
    sp.atanh: Elementary(np.arctanh, None),
}
for kind, of in ELEMENTARY.items():
    declare(
        kind,
        Declaration(
            numeric=evaluated(of.numeric) if of.numeric else None,
            operator=of.operator,
            slips=becomes(of.other) if of.other else None,
        ),
    )


def _log_symbolic(read: Symbolic, e: Any) -> Any:
    """log |u| is read as half of log u², which has a derivative wherever u is not 0."""
    inner = scalar(read(e.args[0]))
    if isinstance(inner, sp.Abs):
        return sp.log(inner.args[0] ** 2) / 2
    return sp.log(inner)


declare(
    sp.exp,
    Declaration(
        numeric=evaluated(np.exp),
        latex=lambda book, e: book.exponential(e),
        rank=5,
        slips=becomes(sp.sin),
    ),
)
declare(
    sp.log,
    Declaration(
        symbolic=_log_symbolic,
        numeric=evaluated(np.log),
        operator=r"\log",
        rank=6,
        slips=becomes(sp.exp),
        wordy=True,
    ),
)
