"""Named distributions on the line.

A distribution gives its density and its support; the readers at sizes take nothing else
about it for granted, so that a mean or a variance is a claim for them.  Its moments are
for proofs for every size, and measured against the density.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import sympy as sp

from ..declaration import Declaration, declare
from ..node import told
from ..printing.binding import Tex
from ..slips import attempt

if TYPE_CHECKING:
    from ..numeric.reader import Numeric


class Distribution(sp.Basic):
    """A distribution on the line: density, support, and whether it is discrete.

    joint: whether it is one of columns.  far: whether its tails are long, or its
    density is without bound, so that a sum has to go further than others.
    """

    discrete = False
    joint = far = False
    notation = ""

    if TYPE_CHECKING:

        @property
        def args(self) -> tuple[Any, ...]: ...

    def __new__(cls, *parameters: Any) -> Any:
        return sp.Basic.__new__(cls, *map(sp.sympify, parameters))

    def shown(self, book: Any) -> Tex:
        """The distribution as it prints: its notation, and its parameters."""
        return Tex(f"{self.notation}{book.arguments(self.args)}")

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

    def log_density(self, t: Any) -> Any:
        """The logarithm of the density where that is positive, taken apart."""
        return sp.expand_log(sp.log(self.density(t)), force=True)

    def moment(self, k: int) -> Any:
        """The mean of the k-th power, for proofs for every size; None if not told."""

    def power(self, s: Any, r: Any) -> Any:
        """The mean of t^s (1 − t)^r, for means of logarithms; None if not told."""

    def below(self, t: Any) -> Any:
        """The probability below t, within the support; None if not told."""

    def quantile(self, p: Any) -> Any:
        """Below what there is a probability p between 0 and 1; None if not told."""

    def moments_up_to(self) -> Any:
        """Below which power of |t| there is a mean."""
        return sp.oo


def _parameters(e: Any) -> str:
    """What is wrong with the parameters on the line: how many, or what sign."""
    if e.joint:
        return ""
    if attempt(lambda: e.density(sp.Dummy("t", real=True))) is None:
        return f"its parameters are others: see help({type(e).__name__})"
    wrong = (p for p in e.positive if p.is_nonpositive)
    return next((f"{p} has to be positive" for p in wrong), "")


declare(
    Distribution,
    Declaration(latex=lambda book, e: e.shown(book), amiss=_parameters),
)


class JointDistribution(Distribution):
    """A distribution of a column, whose entries need not be independent."""

    joint = True

    @property
    def length(self) -> Any:
        """How many entries there are."""
        raise NotImplementedError

    @property
    def needs(self) -> tuple[Any, ...]:
        """What has to be assumed of its parameters, or it is no distribution."""
        return ()

    def require(self, read: Numeric) -> None:
        """Raise ValueError where its parameters make no distribution."""
        raise NotImplementedError

    def moment_at(self, places: Sequence[Any], of: Callable[..., Any]) -> Any:
        """The mean of the product of the entries at some places, some of them alike.

        of: what gives a parameter, or its entry in a row and a column.
        """
        raise NotImplementedError

    def points(self, read: Numeric, most: int) -> list[tuple[Any, float]]:
        """Columns with their weights, of a rule of `most` nodes along each entry."""
        raise NotImplementedError


class Random:
    """A name that follows a distribution."""

    __slots__ = ()
    distribution: Distribution


class OfSample:
    """A number made of a whole random sample, with a distribution of its own."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def sample(self) -> Any: ...

        @property
        def distribution(self) -> Distribution: ...


def law_of(name: Any) -> Distribution | None:
    """The distribution that a name follows, None of what is not random."""
    return name.distribution if isinstance(name, Random) else None
