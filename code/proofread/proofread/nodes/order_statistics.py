"""The numbers of a random sample in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ..arguments import at_place, each, takes
from ..declaration import NONE, Declaration, Indexed, declare
from ..distributions import Distribution, OfSample, Ordered
from ..node import ScalarNode
from ..numeric.reader import Numeric
from ..printing.binding import ATOM, Tex
from ..printing.book import Book
from ..printing.names import spell
from ..slips import Slip
from ..symbolic.joint import Ranked
from ..symbolic.reader import Symbolic
from .hypotheses import Relation
from .random_names import RandomSample


class OrderStatistic(OfSample, ScalarNode):
    """OrderStatistic(x, k): the k-th smallest number of a random sample x.

    The first is the smallest, and of n numbers the n-th the largest.  Its mean is known
    of draws from a distribution that tells its distribution function, and where no
    other number of the sample is in the term.
    """

    @property
    def sample(self) -> Any:
        """The numbers that are put in order."""
        return self.args[0]

    @property
    def distribution(self) -> Distribution:
        """How the number at its place is distributed."""
        x, k = self.args
        return Ordered(x.distribution, x.shape[0], k)


def _of_a_sample(e: Any) -> str:
    """What is wrong with the sample."""
    x, k = e.args
    if not isinstance(x, RandomSample):
        return f"{x} is no RandomSample, whose numbers could be in order"
    if (x.shape[0] - k).is_negative and x.shape[0].is_number:
        return f"there is no {k}-th of {x.shape[0]} numbers"
    known = isinstance(x.distribution, Distribution)
    told = known and x.distribution.below(sp.Dummy("t", real=True)) is not None
    return "" if told else f"of {x} no distribution function is told"


def _symbolic(read: Symbolic, e: Any) -> Any:
    x, k = e.args
    n, place = read.size(x.shape[0]), read.size(k)
    if not 1 <= place <= n:
        raise ValueError(f"{e} is the {place}-th of {n} numbers")
    made = sp.Symbol(f"{x.label}[({place})]", real=True)
    read.distributions[made] = Ranked(x, Ordered(x.distribution, n, place))
    return made


def _numeric(read: Numeric, e: Any) -> Any:
    x, k = e.args
    in_order, place = np.sort(np.ravel(read.whole(x))), read.count(k)
    if not 1 <= place <= len(in_order):
        raise ValueError(f"{e} is the {place}-th of {len(in_order)} numbers")
    return in_order[place - 1]


def _latex(book: Book, e: Any) -> Tex:
    x, k = e.args
    return Tex(spell(str(x.label)).tex(f"({book.small(k)})"), ATOM)


def _exists(e: Any) -> Iterator[Any]:
    """That there is such a place; an index is one."""
    x, k = e.args
    if not k.atoms(sp.Idx):
        yield Relation(k - 1, ">=", 0)
        yield Relation(x.shape[0] - k, ">=", 0)


def _slips(e: Any) -> Iterator[Slip]:
    x, k = e.args
    yield "entry for order statistic", x[k]
    if (other := sp.expand(x.shape[0] + 1 - k)) != k:
        yield "other end", OrderStatistic(x, other)


declare(
    OrderStatistic,
    Declaration(
        symbolic=_symbolic,
        numeric=_numeric,
        latex=_latex,
        amiss=each(takes(2), at_place(1), _of_a_sample),
        states=slice(1, None),
        exists=_exists,
        slips=_slips,
        indexed=Indexed(
            places=lambda e: [(e.args[1], e.args[0].shape[0])], of=NONE, total=True
        ),
    ),
)
