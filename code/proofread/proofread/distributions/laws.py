"""Named distributions on the line.

A distribution gives its density and its support; the readers at sizes take nothing else
about it for granted, so that a mean or a variance is a claim for them.  Its moments are
for proofs for every size, and measured against the density.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sympy as sp

from ..declaration import Declaration, declare
from ..node import told
from ..printing.binding import Tex


class Distribution(sp.Basic):
    """A distribution on the line: density, support, and whether it is discrete."""

    discrete = False
    notation = ""

    if TYPE_CHECKING:

        @property
        def args(self) -> tuple[Any, ...]: ...

    def __new__(cls, *parameters: Any) -> Any:
        return sp.Basic.__new__(cls, *map(sp.sympify, parameters))

    def _sympystr(self, printer: Any) -> str:
        return told(self, printer)

    @property
    def support(self) -> tuple[Any, Any]:
        """The ends of where it lives."""
        return (-sp.oo, sp.oo)

    @property
    def positive(self) -> tuple[Any, ...]:
        """The numbers that have to be positive, or it is no distribution."""
        return ()

    def density(self, t: Any) -> Any:
        """Probability density, or probability mass when discrete, at t."""
        raise NotImplementedError

    def moment(self, k: int) -> Any:
        """The mean of the k-th power, for proofs for every size; None if not told."""


declare(
    Distribution,
    Declaration(latex=lambda book, e: Tex(f"{e.notation}{book.arguments(e.args)}")),
)


class Random:
    """A name that follows a distribution."""

    __slots__ = ()
    distribution: Distribution


def law_of(name: Any) -> Distribution | None:
    """The distribution that a name follows, None of what is not random."""
    return name.distribution if isinstance(name, Random) else None
