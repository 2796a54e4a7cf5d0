"""How a claim is to be checked, stated in what is of no use for that."""

from __future__ import annotations

from collections.abc import Iterator
from numbers import Integral, Real
from types import NoneType
from typing import TYPE_CHECKING, Any, cast

import sympy as sp

from .node import dims
from .scope import reach

if TYPE_CHECKING:
    from .claim import Claim

KINDS: dict[str, tuple[Any, str]] = {
    "tolerance": (Real, "number"),
    "points": (Integral, "whole number"),
    "work": (Integral, "whole number"),
    "numbered": (bool, "True or False"),
    **dict.fromkeys(
        ("title", "topic", "measured_only", "tolerance_reason"),
        ((str, NoneType), "text"),
    ),
}
"""What options are, where they are stated."""


def refuse_mischecked(claim: Claim) -> None:
    """Raise TypeError at an option that is none, and say what to write."""
    if what := next(_mischecked(claim), None):
        raise TypeError(what)


def _mischecked(claim: Claim) -> Iterator[str]:
    for option, (kind, word) in KINDS.items():
        given = getattr(claim, option)
        if not isinstance(given, kind):
            yield f"{option}: {given!r} is no {word}"
    for option in ("oracle", "prover"):
        given = getattr(claim, option)
        if given is not None and not callable(given):
            yield f"{option}: {given!r} is no function: write lambda or def"
    yield from _misplaced(claim)


def _misplaced(claim: Claim) -> Iterator[str]:
    """What is wrong with domains, cases of equality, and where an order is taken."""
    for name, domain in claim.domain.items():
        if not callable(domain) and not _is_interval(domain):
            what = "write two numbers (low, high), or a function"
            yield f"domain: {name} in {domain}: {what}"
    for name, value in claim.equality.items():
        if not isinstance(value, sp.Expr) or dims(name) != dims(value):
            yield f"equality: {name} = {value}: write a value of its shape"
    if claim.relation == "~":
        x, known = claim.variable, reach(sp.Tuple(*claim.sides), claim.definitions)
        if not isinstance(x, sp.Symbol) or x not in known:
            yield f"variable: {x} is no symbol of the sides: take one that is"
        if not sp.sympify(claim.toward).is_number:
            yield f"toward: {claim.toward} is no number"


def _is_interval(domain: Any) -> bool:
    """Whether a domain is two numbers, the lower one first."""
    ends = sp.sympify(domain)
    if not isinstance(ends, sp.Tuple) or len(ends) != 2:
        return False
    low, high = cast("tuple[Any, ...]", ends.args)
    known = all(end.is_number and end.is_finite for end in (low, high))
    return bool(known and low < high)
