"""Letters that mean the same everywhere, where a statement does not name them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import sympy as sp

from ..node import is_matrix
from ..nodes import (
    BasisVector,
    ConditionNumber,
    Eigenvalue,
    Jacobian,
    MatrixExponential,
    SingularValue,
    SpectralRadius,
)
from ..samples import NameKind
from . import brackets, conditions, gammas
from .layout import Letter, Mark, Row, Table, Unreadable, base
from .scripts import lower, power, upper
from .table import is_sign

if TYPE_CHECKING:
    from .grammar import Parser

SPECTRAL = {"λ": Eigenvalue, "σ": SingularValue}
WHOLE_SPECTRA = {"κ": ConditionNumber, "ρ": SpectralRadius}


def known(parser: Parser, mark: Mark) -> Any:
    """e, π, δᵢⱼ, 𝐈, 𝟏, 𝟎, 𝟏[…], 𝐞ⱼ, 𝐉, λₖ(A), σₖ(A), κ(A), ρ(A), Γ; None for others."""
    letter, below, above = base(mark), lower(mark), upper(mark)
    if mark == Letter("1", "bold") and conditions.follows(parser):
        return conditions.indicator(parser)
    if (made := _spectral(parser, letter, below)) is not None:
        return power(parser, *made)
    if below:
        rule = LOWERED.get(letter)
        return power(parser, rule(parser, below), above) if rule else None
    if letter == Letter("e") and above:
        return _exponential(parser, parser.whole(above))
    if (made := gammas.gammas(parser, letter, above)) is not None:
        return made
    rule = ALONE.get(letter)
    return power(parser, rule(parser), above) if rule else None


def _exponential(parser: Parser, exponent: Any) -> Any:
    if is_matrix(parser.sizes.plain(exponent)):
        return MatrixExponential(parser.sizes.square(exponent))
    return sp.exp(parser.sizes.number(exponent))


def _zeros(parser: Parser) -> Any:
    return sp.ZeroMatrix(parser.sizes.fresh(), parser.sizes.fresh())


def _delta(parser: Parser, below: Row) -> Any:
    return sp.KroneckerDelta(*brackets.indices(parser, below, 2))


def _basis(parser: Parser, below: Row) -> Any:
    return BasisVector(parser.whole(below), parser.sizes.fresh())


def _jacobian(parser: Parser, below: Row) -> Any:
    """𝐉 of a map, or of maps one after another, at a place."""
    parts, closing = brackets.listed(parser, "(")
    place = made = parts[0]
    for marks in reversed(brackets.split(below, "∘")):
        known = parser.names.get(marks[0])
        if known is None or known.kind is not NameKind.MAP:
            raise Unreadable(f"the map {marks[0]}")
        made = known.made(made)
    return brackets.placed(parser, Jacobian(made, place), closing)


ALONE: dict[Mark, Callable[[Parser], Any]] = {
    Letter("π"): lambda parser: sp.pi,
    Letter("e"): lambda parser: sp.E,
    Letter("i", "upright"): lambda parser: sp.I,
    Letter("1", "bold"): lambda parser: sp.OneMatrix(parser.sizes.fresh(), 1),
    Letter("0", "bold"): _zeros,
    Letter("I", "bold"): lambda parser: sp.Identity(parser.sizes.fresh()),
}
LOWERED: dict[Mark, Callable[[Parser, Row], Any]] = {
    Letter("δ"): _delta,
    Letter("e", "bold"): _basis,
    Letter("J", "bold"): _jacobian,
}


def _spectral(parser: Parser, letter: Mark, below: Row) -> tuple[Any, Row] | None:
    text = letter.text if isinstance(letter, Letter) and not letter.style else ""
    if text not in (SPECTRAL if below else WHOLE_SPECTRA):
        return None
    if isinstance(parser.peek(1), Table):
        argument, above = parser.factor(), ()
    elif is_sign(parser.peek(), "("):
        argument, closing = brackets.grouped(parser, str(parser.expect("(")))
        above = upper(closing)
    else:
        return None
    if not is_matrix(argument):
        raise Unreadable(f"{letter} of a number")
    if below:
        return SPECTRAL[text](argument, parser.whole(below)), above
    return WHOLE_SPECTRA[text](argument), above
