"""The lines of a derivation: what each of them claims about the one before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sympy as sp

from ..claim import Claim, Line
from ..errors import ClaimError
from ..node import is_matrix
from ..nodes import Grad
from .recording import failure
from .reliance import Reliance, made

OF_WHAT = "∝ and constant need the variable they are in: variable=x"


@dataclass(frozen=True)
class Step:
    """One line of a derivation: the next expression, why it follows, and how."""

    expression: Any
    reason: str
    relation: str = "="
    constant: bool = False
    options: Mapping[str, Any] = field(default_factory=dict[str, Any])


def step(
    expression: Any,
    reason: str,
    relation: str = "=",
    *,
    constant: bool = False,
    **options: Any,
) -> Step:
    """The next line of a derivation and the reason for it, with inline math in $…$.

    relation: "=", "<=", ">=", or "∝" (up to a factor free of the derivation's
    variable).  constant: equal up to a term free of that variable, shown as "+ const".
    options: what `claim` takes, for this line alone.
    """
    return Step(expression, reason, relation, constant, options)


def made_lines(
    key: str,
    start: Any,
    steps: Sequence[Step],
    variable: Any,
    options: Mapping[str, Any],
) -> Iterator[tuple[Claim, Reliance]]:
    """What each line claims and relies on; ClaimError where one is malformed."""
    before = start
    for number, line in enumerate(steps, 1):
        if (line.relation == "∝" or line.constant) and variable is None:
            raise failure(key, "engine", f"line {number}: {OF_WHAT}")
        sides = _sides(before, line, variable)
        relation = "=" if line.relation == "∝" else line.relation
        place = Line(number, line.reason, line.relation, line.constant)
        extra: dict[str, Any] = {**options, **line.options, "line": place}
        try:
            claimed = made(key, *sides, relation, **extra)
        except ClaimError as error:
            what = f"line {number}: {error.what}"
            raise failure(key, error.reader, what, error.counterexample) from error
        yield claimed
        before = line.expression


def _sides(before: Any, line: Step, variable: Any) -> tuple[Any, Any]:
    """What a line claims: equality, or equal derivatives where a constant is dropped.

    Between two limits at one point, what stands under them must agree already.
    """
    after = line.expression
    if line.relation == "∝" or line.constant:
        slope = Grad if is_matrix(variable) else sp.Derivative
        curve = sp.log if line.relation == "∝" else sp.sympify
        return slope(curve(before), variable), slope(curve(after), variable)
    limits = isinstance(before, sp.Limit) and isinstance(after, sp.Limit)
    if limits and before.args[1:] == after.args[1:]:
        return before.args[0], after.args[0]
    return before, after
