"""How much a distribution leaves open, and how far one is from another.

Both are means of logarithms of densities, and every reader takes them as these means.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..declaration import ALL, Declaration, Indexed, declare
from ..distributions import Distribution, Finite, JointDistribution
from ..methods import Method
from ..node import ScalarNode
from ..numeric.reader import Numeric, real
from ..printing.binding import Tex, bracket
from ..printing.book import Book
from ..slips import Slip
from ..symbolic.joint import require_needs
from ..symbolic.reader import Symbolic, Undecided
from .averages import randoms
from .hypotheses import Relation
from .means import Expectation
from .random_names import RandomVariable, RandomVector

FOLLOWERS = "xi_0", "zeta_0", "chi_0"  # names that no other name of a claim is


class Entropy(ScalarNode):
    """Entropy(distribution): the mean of −log of its density or probabilities."""


class KullbackLeibler(ScalarNode):
    """KullbackLeibler(p, q): the mean of log(p/q) over p, of two distributions.

    It is finite only where q has a density wherever p has one.
    """


def follower(*laws: Distribution) -> Any:
    """A name that follows the first of some distributions, and stands in none."""
    held = {str(s) for law in laws for s in law.free_symbols}
    name = next(q for q in FOLLOWERS if q not in held)
    law = laws[0]
    if isinstance(law, JointDistribution):
        return RandomVector(name, law.length, law)
    return RandomVariable(name, law)


def _entropy_mean(e: Any) -> Any:
    (law,) = e.args
    if not _is_law(law):
        raise ValueError("an entropy is of a distribution that is printed as one")
    return Expectation(-law.log_density(follower(law)))


def _divergence_mean(e: Any) -> Any:
    if not _is_pair(e):
        raise ValueError("a divergence is between two distributions of a kind")
    p, q = e.args
    x = follower(p, q)
    return Expectation(p.log_density(x) - q.log_density(x))


def _is_law(law: Any) -> bool:
    """Whether it is a distribution that is printed, of fixed parameters."""
    known = isinstance(law, Distribution) and not isinstance(law, Finite)
    return known and not randoms(law)


def _is_pair(e: Any) -> bool:
    """Whether both are distributions of numbers alike, or of columns of one length."""
    p, q = e.args
    if not (_is_law(p) and _is_law(q) and p.discrete == q.discrete):
        return False
    if isinstance(p, JointDistribution) and isinstance(q, JointDistribution):
        return sp.expand(p.length - q.length) == 0
    return not (p.joint or q.joint)


def _beyond(e: Any) -> list[Any]:
    """By how much the first distribution reaches beyond the second, at either end."""
    p, q = e.args
    if p.joint or p.support == q.support:
        return []
    (low, high), (least, most) = p.support, q.support
    return [least - low, high - most]


def _measured(read: Numeric, mean: Any) -> Any:
    """A mean by a reader of its own: far out it adds large numbers of no weight.

    They are no rounding that an account of it has to keep.
    """
    read.forbid_step()
    return Numeric(read.values, read.definitions, read.brackets)(mean)


def _divergence_symbolic(read: Symbolic, e: Any) -> Any:
    mean = _divergence_mean(e)
    for gap in map(read, _beyond(e)):
        if not gap.is_nonpositive:
            raise Undecided("whether the second distribution covers the first")
    require_needs(read, e.args[1])
    return read(mean)


def _divergence_numeric(read: Numeric, e: Any) -> Any:
    mean = _divergence_mean(e)
    for gap in _beyond(e):
        if gap == sp.oo or (gap.is_finite is not False and real(read(gap)) > 0):
            raise ValueError("a divergence that is infinite")
    if isinstance(e.args[1], JointDistribution):
        e.args[1].require(read)
    return _measured(read, mean)


def _entropy_value(e: Any) -> Any:
    return _entropy_mean(e) if _is_law(e.args[0]) else None


def _divergence_value(e: Any) -> Any:
    return None if not _is_pair(e) or _beyond(e) else _divergence_mean(e)


def _divergence_latex(book: Book, e: Any) -> Tex:
    pair = r" \,\Vert\, ".join(map(book.tex, e.args))
    return Tex(rf"\operatorname{{KL}}{bracket(pair)}")


def _exists(e: Any) -> Iterator[Any]:
    """That each is a distribution."""
    return (Relation(c, ">", 0) for law in e.args for c in law.positive)


def _divergence_slips(e: Any) -> Iterator[Slip]:
    p, q = e.args
    yield "swap order", KullbackLeibler(q, p)
    yield "function", Entropy(p)


def _entropy_slips(e: Any) -> Iterator[Slip]:
    (law,) = e.args
    yield "negate", -e
    if not isinstance(law, JointDistribution):
        x = follower(law)
        yield "function", Expectation(x**2) - Expectation(x) ** 2


declare(
    Entropy,
    Declaration(
        symbolic=lambda read, e: read(_entropy_mean(e)),
        numeric=lambda read, e: _measured(read, _entropy_mean(e)),
        latex=lambda book, e: Tex(
            rf"\operatorname{{H}}{bracket(book.tex(e.args[0]), '[]')}"
        ),
        measured=Method.QUADRATURE,
        exists=_exists,
        slips=_entropy_slips,
        indexed=Indexed(value=_entropy_value, of=ALL),
    ),
)
declare(
    KullbackLeibler,
    Declaration(
        symbolic=_divergence_symbolic,
        numeric=_divergence_numeric,
        latex=_divergence_latex,
        measured=Method.QUADRATURE,
        exists=_exists,
        slips=_divergence_slips,
        indexed=Indexed(value=_divergence_value, of=ALL),
    ),
)
