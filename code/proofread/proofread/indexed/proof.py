"""What a proof in index notation is: what the search writes for the checker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

ARITHMETIC = ("linearity", "split", "count", "nest", "rename", "delta", "ring", "plain")
FACTS = (
    "inverse",
    "order of derivatives",
    "logarithm",
    "root",
    "mean",
    "independence",
    "moment",
    "telescope",
    "absolute value",
    "determinant",
    "cofactors",
    "ends of a sum",
    "ends of a product",
    "reversal",
    "limit",
    "pseudoinverse",
    "exponential",
    "product",
    "quantile",
)


@dataclass(frozen=True)
class Step:
    """One term replaced by an equal one, wherever it occurs in the line.

    rule: the name of the rule that shows old = new; with backward, new = old.
    induction: of the rule of that name alone, how old = new is shown.
    """

    rule: str
    old: Any
    new: Any
    backward: bool = False
    induction: Induction | None = None


@dataclass(frozen=True)
class Induction:
    """Proofs for 1, and for n + 1 where it is taken as given for n.

    over: the symbol in old and new that the equation is shown for, and n.
    """

    over: tuple[Any, Any]
    first: Proof
    onward: Proof


@dataclass(frozen=True)
class Proof:
    """Steps from either side of an equation to one and the same line.

    indices: each index and its last value, from 1, or its first and last.  free: the
    row and the column of the entries compared, () where the sides are numbers.
    """

    indices: Mapping[Any, Any]
    free: tuple[Any, ...]
    left: tuple[Step, ...]
    right: tuple[Step, ...]
