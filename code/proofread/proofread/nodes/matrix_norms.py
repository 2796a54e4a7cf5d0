"""Norms of matrices that are none of vectors."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from ..arguments import takes
from ..declaration import ALL, Declaration, Indexed, declare
from ..methods import Method
from ..node import ScalarNode
from ..numeric.spectra import singular_values
from ..slips import becomes
from ..symbolic.reader import Symbolic
from ..symbolic.spectra import eigenvalue, gram
from .norms import argument, root_of_trace, squared_numeric, squared_symbolic, squares


class FrobeniusNorm(ScalarNode):
    """Square root of the sum of the squared entries."""

    is_extended_nonnegative = True


class SpectralNorm(ScalarNode):
    """Largest singular value."""

    is_extended_nonnegative = True


def _spectral_symbolic(read: Symbolic, e: Any) -> Any:
    return sp.sqrt(eigenvalue(gram(read(e.args[0])), 1))


declare(
    FrobeniusNorm,
    Declaration(
        amiss=takes(1),
        symbolic=lambda read, e: sp.sqrt(squared_symbolic(read, e)),
        numeric=lambda read, e: np.sqrt(squared_numeric(read, e)),
        latex=lambda book, e: book.norm(e.args[0], r"\mathrm{F}"),
        slips=becomes(SpectralNorm),
        blind=True,
        indexed=Indexed(
            value=lambda e: sp.sqrt(squares(e)),
            equations=root_of_trace,
            of=ALL,
            total=True,
            zero=argument,
        ),
    ),
)
declare(
    SpectralNorm,
    Declaration(
        amiss=takes(1),
        symbolic=_spectral_symbolic,
        numeric=lambda read, e: singular_values(read, e.args[0])[0],
        latex=lambda book, e: book.norm(e.args[0], "2"),
        measured=Method.LAPACK,
        slips=becomes(FrobeniusNorm),
        blind=True,
    ),
)
