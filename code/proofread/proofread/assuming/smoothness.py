"""How often a claim differentiates the functions of which it knows nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..claim import Claim
from ..declaration import declared
from ..definitions import Definitions
from ..nodes import (
    AppliedScalarFunction,
    AppliedVectorFunction,
    Differential,
    Grad,
    HessianMatrix,
    Jacobian,
    MatrixDifferential,
    Partial,
)

GENERIC = (AppliedUndef, AppliedScalarFunction, AppliedVectorFunction)
ONCE = (Grad, Jacobian, Partial, Differential, MatrixDifferential)
TIMES = {1: "", 2: "twice "}


def differentiable(parts: Sequence[tuple[Claim, Any]]) -> dict[str, list[Any]]:
    """Generic functions that have to be smooth, applied, by what they have to be."""
    most: dict[Any, tuple[int, Any]] = {}
    for claim, e in parts:
        for f, times in _differentiated(e, 0, claim.definitions):
            expanded = claim.relation == "~" and f.has(claim.variable)
            times += _order(claim) if expanded else 0
            if times > most.get(_name(f), (0, f))[0]:
                most[_name(f)] = times, f
    found: dict[str, list[Any]] = {}
    for times, f in sorted(most.values(), key=lambda pair: str(pair[1])):
        found.setdefault(_words(f, times), []).append(f)
    return found


def _name(f: Any) -> Any:
    return f.func if isinstance(f, AppliedUndef) else (f.func, f.args[0])


def _words(f: Any, times: int) -> str:
    """Of a function of several numbers the derivatives of higher order commute."""
    several = not isinstance(f, AppliedUndef) or len(f.args) > 1
    continuous = "continuously " if several and times > 1 else ""
    return f"{TIMES.get(times, f'{times} times ')}{continuous}differentiable"


def _order(claim: Claim) -> int:
    """How often what is expanded has to be differentiated, by the order of the rest."""
    h = claim.variable
    poles = [-q.exp for q in claim.lhs.atoms(sp.Pow) if q.base == h]
    degree = claim.rhs.as_coeff_exponent(h)[1]
    return int(degree + max([0, *poles])) if degree.is_Integer else 1


def _differentiated(
    e: Any, times: int, definitions: Definitions
) -> Iterator[tuple[Any, int]]:
    """Each generic function in a term, and how often it is differentiated there."""
    value = definitions.behind(e)
    if value is not None:
        yield from _differentiated(value, times, definitions)
        return
    if isinstance(e, GENERIC):
        yield e, times
    states, inner = declared(e).states, times + _by_node(e)
    stated = e.args if states is None else e.args[states]
    for part in e.args:
        yield from _differentiated(
            part, inner if part in stated else times, definitions
        )


def _by_node(e: Any) -> int:
    """How often a node differentiates what it states."""
    if isinstance(e, sp.Derivative):
        return int(sum(n for _, n in e.variable_count))
    if isinstance(e, HessianMatrix):
        return 2
    return int(isinstance(e, ONCE))
