"""Below what number a distribution on the line has a given probability."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..arguments import each, takes
from ..declaration import ALL, Declaration, Equation, Indexed, declare
from ..distributions import Distribution, Normal
from ..methods import Method
from ..node import ScalarNode, dims
from ..numeric.quantiles import quantile
from ..numeric.reader import Numeric, number
from ..printing.binding import Tex
from ..printing.book import Book
from ..slips import Slip
from ..symbolic.reader import Symbolic, Undecided, scalar
from .averages import is_even, randoms
from .hypotheses import Relation


class Quantile(ScalarNode):
    """Quantile(distribution, p): the number below which there is the probability p.

    The distribution has a density on the line, and 0 < p < 1.
    """


def _of_a_density(e: Any) -> str:
    """What is wrong with the distribution."""
    law = e.args[0]
    if not isinstance(law, Distribution):
        return f"{law} is no distribution: take one, as Normal(0, 1)"
    if law.joint or law.discrete:
        return f"{law} has no density on the line"
    return f"{law} is random itself: fix its parameters" if randoms(law) else ""


def _at_a_share(e: Any) -> str:
    """What is wrong with the probability."""
    p = e.args[1]
    if dims(p) or (p.is_number and not 0 < p < 1):
        return f"{p} is no probability between 0 and 1"
    return ""


def _is_between(read: Symbolic, p: Any) -> bool:
    """Whether a number is between 0 and 1, by what is known of the names in it."""
    within: dict[Any, Any] = {}
    for s in p.free_symbols:
        law, t = read.distributions.get(s), sp.Dummy("t", positive=True)
        ends = law.support if isinstance(law, Distribution) else read.ranges.get(s)
        if ends:
            low, high = (sp.nsimplify(b, rational=True) for b in ends)
            within[s] = (low + high * t) / (1 + t)
    u = p.xreplace(within)
    return all(sp.factor(sp.together(v)).is_positive for v in (u, 1 - u))


def _symbolic(read: Symbolic, e: Any) -> Any:
    law, p = e.args
    p = scalar(read(p))
    if not _is_between(read, p):
        what = f"whether the probability {e.args[1]} is between 0 and 1"
        raise Undecided(f"{what}: say so by a domain")
    found = law.func(*(scalar(read(a)) for a in law.args)).quantile(p)
    if found is None:
        raise Undecided(f"a quantile of {law}, of which there is no formula")
    return found


def _numeric(read: Numeric, e: Any) -> Any:
    law, p = e.args
    return quantile(read, law, number(read(p)))


def _latex(book: Book, e: Any) -> Tex:
    return Tex(rf"\operatorname{{quantile}}{book.arguments(e.args)}")


def _exists(e: Any) -> Iterator[Any]:
    """That the one is a distribution, and the other between 0 and 1."""
    law, p = e.args
    return (Relation(c, ">", 0) for c in (*law.positive, p, 1 - p))


def _equations(e: Any) -> Iterator[Equation]:
    """By a standard distribution, or at the probability below ½ in place of above."""
    law, p = e.args
    positive = tuple((c, True) for c in law.positive)
    if isinstance(law, Normal) and law.args != (0, 1):
        mean, variance = law.args
        found: Any = mean + sp.sqrt(variance) * Quantile(Normal(0, 1), p)
    elif is_even(law):
        less = sp.expand(2 * p - 1).could_extract_minus_sign()
        found = -Quantile(law, sp.expand(1 - p)) if less else None
    else:
        found = law.quantile(p)
    if found is not None:
        yield Equation(e, found, positive=positive, shown=(e,))


def _slips(e: Any) -> Iterator[Slip]:
    law, p = e.args
    yield "negate", -e
    if p != sp.S.Half:
        yield "other tail", Quantile(law, 1 - p)
        yield "half the probability", Quantile(law, p / 2)


declare(
    Quantile,
    Declaration(
        symbolic=_symbolic,
        numeric=_numeric,
        latex=_latex,
        measured=Method.QUADRATURE,
        amiss=each(takes(2), _of_a_density, _at_a_share),
        exists=_exists,
        slips=_slips,
        indexed=Indexed(equations=_equations, of=ALL),
    ),
)
