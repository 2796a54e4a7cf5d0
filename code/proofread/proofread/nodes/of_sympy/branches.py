"""Functions with a kink or a jump."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import sympy as sp

from ...declaration import ALL, NONE, Declaration, Indexed, declare
from ...numeric import reader as measured
from ...numeric.functions import evaluated, modulus
from ...numeric.reader import Numeric, real
from ...printing.binding import POWER, Tex, bracket, fenced
from ...printing.book import Book
from ...printing.names import GREEK, spell
from ...slips import becomes
from ...symbolic.reader import Symbolic
from ..entries import Partial

# ---- |x|, and the sign of x


def _argument(e: Any) -> Iterable[Any]:
    return (e.args[0],)


def _modulus_latex(book: Book, e: Any) -> Tex:
    inner = e.args[0]
    inner = -inner if _reads_better_negated(inner) else inner
    return fenced(r"\lvert", book.tex(inner), r"\rvert")


def _reads_better_negated(e: Any) -> bool:
    """|1 − ηλ| rather than |ηλ − 1|, |t − μ| rather than |μ − t|."""
    if not e.is_Add or len(e.args) != 2:
        return False
    number, other = e.args
    if number.is_Number:
        return bool(number.is_negative and not other.is_integer)
    plus = next((a for a in e.args if a.is_Symbol), None)
    minus = next((-a for a in e.args if (-a).is_Symbol), None)
    if plus is None or minus is None:
        return False
    return plus.name in GREEK and minus.name not in GREEK


def _modulus_slope(e: Any, by: Any) -> Any:
    """The sign of u times the slope of u; where u is 0 it is 0, if it is any."""
    (u,) = e.args
    return sp.sign(u) * Partial(u, by)


declare(
    sp.Abs,
    Declaration(
        numeric=evaluated(modulus),
        latex=_modulus_latex,
        bends=_argument,
        slips=lambda e: iter([("drop absolute value", e.args[0])]),
        indexed=Indexed(
            slope=_modulus_slope, of=ALL, total=True, zero=lambda e: e.args[0]
        ),
    ),
)
declare(
    sp.sign,
    Declaration(
        numeric=evaluated(lambda a: np.sign(real(a))),
        bends=_argument,
        slips=lambda e: iter([("sign to 1", sp.S.One)]),
        indexed=Indexed(of=ALL, total=True),
    ),
)
declare(
    sp.Heaviside,
    Declaration(
        numeric=evaluated(lambda a: np.heaviside(real(a), 0.0)),
        latex=lambda book, e: Tex(rf"\mathbf{{1}}[{book.tex(e.args[0])} > 0]"),
        bends=_argument,
        slips=lambda e: iter([("Heaviside to 1", sp.S.One)]),
    ),
)


def _delta_symbolic(read: Symbolic, e: Any) -> Any:
    return sp.Integer(int(read(e.args[0]) == read(e.args[1])))


def _delta_numeric(read: Numeric, e: Any) -> Any:
    return float(read.count(e.args[0]) == read.count(e.args[1]))


declare(
    sp.KroneckerDelta,
    Declaration(
        symbolic=_delta_symbolic,
        numeric=_delta_numeric,
        latex=lambda book, e: spell("delta").tex(*map(book.small, e.args)),
        rank=3.2,
        indexed=Indexed(of=NONE, total=True),
        slips=lambda e: iter([("KroneckerDelta to 1", sp.S.One)]),
    ),
)

# ---- the larger and the smaller


def _differences(e: Any) -> Iterator[Any]:
    return (a - b for a, b in itertools.combinations(e.args, 2))


def _max_numeric(read: Numeric, e: Any) -> Any:
    return max((measured.number(read(a)) for a in e.args), key=np.real)


def _min_numeric(read: Numeric, e: Any) -> Any:
    return min((measured.number(read(a)) for a in e.args), key=np.real)


def _listed(book: Book, name: str, e: Any) -> Tex:
    """max{0, x}, but max{|x| − λ, 0}."""
    letters = all(a.is_Number or a.is_Symbol for a in e.args)
    shown = sorted(map(book.tex, e.args), key=lambda s: s.isdigit() != letters)
    return Tex(name + bracket(", ".join(shown), "{}"), POWER)


declare(
    sp.Max,
    Declaration(
        numeric=_max_numeric,
        latex=lambda book, e: _listed(book, r"\max", e),
        bends=_differences,
        slips=becomes(sp.Min),
    ),
)
declare(
    sp.Min,
    Declaration(
        numeric=_min_numeric,
        latex=lambda book, e: _listed(book, r"\min", e),
        bends=_differences,
        slips=becomes(sp.Max),
    ),
)
