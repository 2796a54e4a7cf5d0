"""Functions that are written by a word, and products entry by entry."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import sympy as sp

from ..node import is_column, is_matrix
from ..nodes import (
    ConditionalExpectation,
    Covariance,
    Diag,
    DiagonalOf,
    Elementwise,
    Entropy,
    Expectation,
    KullbackLeibler,
    Quantile,
    Rank,
    Relation,
    Variance,
    Vec,
)
from . import brackets, large, laws, naming
from .layout import Mark, Unreadable, base
from .scripts import lower, power, raised, upper
from .table import is_sign

if TYPE_CHECKING:
    from .grammar import Parser

SIGNS = {"=": "=", "<=": "≤", "<": "<", ">=": "≥", ">": ">"}
OF_NUMBERS: dict[str, Any] = {
    "sin": sp.sin, "cos": sp.cos, "tan": sp.tan, "cot": sp.cot,
    "arcsin": sp.asin, "arccos": sp.acos, "arctan": sp.atan,
    "sinh": sp.sinh, "cosh": sp.cosh, "tanh": sp.tanh,
    "log": sp.log, "exp": sp.exp, "erf": sp.erf, "sign": sp.sign,
    "Im": partial(sp.im, evaluate=False),
}  # fmt: skip
LARGE: dict[str, Callable[[Parser, Mark], Any]] = {
    "lim": large.limit,
    "max": large.extremum,
    "min": large.extremum,
    "argmax": large.extremizer,
    "argmin": large.extremizer,
}


def word(parser: Parser) -> Any:
    """A word and what it is applied to."""
    mark = parser.peek()
    assert mark is not None
    if parser.names.get(mark) or parser.names.get(base(mark)):
        return naming.name(parser)
    text = str(base(parser.next()))
    if text in LARGE:
        return LARGE[text](parser, mark)
    if text in OF_NUMBERS:
        return _of_number(parser, OF_NUMBERS[text], mark)
    if text in OF_MATRICES and not lower(mark):
        argument, above = applied_to(parser)
        made = power(parser, OF_MATRICES[text](parser, argument), upper(mark))
        return power(parser, made, above)
    if text in OF_LAWS:
        return OF_LAWS[text](parser)
    if text in MOMENTS:
        return _moment(parser, MOMENTS[text])
    raise Unreadable(f"the word {text}")


def applied_to(parser: Parser) -> tuple[Any, Any]:
    """The argument of an operator, and what is raised behind its bracket."""
    if is_sign(parser.peek(), "("):
        made, closing = brackets.grouped(parser, str(parser.expect("(")))
        if lower(closing):
            raise Unreadable(f"an index at {closing}")
        return made, upper(closing)
    return parser.factor(), ()


def _of_number(parser: Parser, function: Any, mark: Mark) -> Any:
    argument, above = applied_to(parser)
    if is_matrix(parser.sizes.plain(argument)):
        made: Any = Elementwise(function, argument)
    else:
        made = function(parser.sizes.number(argument))
    return power(parser, power(parser, made, upper(mark)), above)


def _diagonal(parser: Parser, argument: Any) -> Any:
    return Diag(argument) if is_column(argument) else DiagonalOf(argument)


OF_MATRICES: dict[str, Callable[[Parser, Any], Any]] = {
    "det": lambda parser, a: sp.Determinant(parser.sizes.square(a)),
    "tr": lambda parser, a: sp.Trace(parser.sizes.square(a)),
    "diag": _diagonal,
    "rank": lambda parser, a: Rank(parser.sizes.plain(a)),
    "vec": lambda parser, a: Vec(a),
}
MOMENTS: dict[str, Any] = {"Var": Variance, "Cov": Covariance}


def _divergence(parser: Parser) -> Any:
    """KL(p ‖ q) of two distributions."""
    parser.expect("(")
    p = laws.distribution(parser)
    parser.expect("‖")
    made = KullbackLeibler(p, laws.distribution(parser))
    return raised(parser, made, parser.expect(")"))


def _quantile(parser: Parser) -> Any:
    """quantile(law, p) of a distribution, at a probability."""
    parser.expect("(")
    law = laws.distribution(parser)
    parser.expect(",")
    made = Quantile(law, parser.sizes.number(parser.sum()))
    return raised(parser, made, parser.expect(")"))


OF_LAWS: dict[str, Callable[[Parser], Any]] = {
    "KL": _divergence,
    "quantile": _quantile,
}


def entropy(parser: Parser) -> Any:
    """H[p] of a distribution, after its letter."""
    parser.expect("[")
    made = Entropy(laws.distribution(parser))
    return raised(parser, made, parser.expect("]"))


def mean(parser: Parser) -> Any:
    """A mean in square brackets, perhaps of what is known of something."""
    parser.next()
    bars, parser.bars = parser.bars, ["|"]
    parser.expect("[")
    value = parser.sizes.plain(parser.sum())
    parser.bars = bars
    if parser.take("|"):
        known = _known(parser)
        made: Any = ConditionalExpectation(parser.sizes.number(value), known)
    else:
        made = Expectation(value)
    return brackets.placed(parser, made, parser.expect("]"))


def _known(parser: Parser) -> Any:
    """Random names, or a relation, behind the bar of a mean."""
    signs, sides = parser.relation()
    if len(signs) == 1 and len(sides) == 2:
        op = {sign: op for op, sign in SIGNS.items()}[signs[0]]
        return Relation(sides[0], op, sides[1])
    while parser.take(","):
        sides.append(parser.sum())
    return sides[0] if len(sides) == 1 else sp.Tuple(*sides)


def _moment(parser: Parser, kind: Any) -> Any:
    parts, closing = brackets.listed(parser, "[")
    if len(parts) != (2 if kind is Covariance else 1):
        raise Unreadable(f"{len(parts)} arguments of {kind.__name__}")
    made = kind(*map(parser.sizes.plain, parts))
    return brackets.placed(parser, made, closing)


def entrywise(parser: Parser, sign: str, a: Any, b: Any) -> Any:
    """The product of entries in one place, or of every entry with every other."""
    if sign == "⊗":
        return sp.KroneckerProduct(a, b)
    return sp.HadamardProduct(*parser.sizes.alike([a, b]))
