"""The sizes a claim is checked at, and the values its free indices take there."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Any

import sympy as sp

from .scope import free_indices

PROOF_SIZES, MEASURED_SIZES = (2, 3, 4, 2, 3), (4, 5, 3, 6, 2)
ALONE = (3, 5)
Case = dict[Any, Any]  # free index -> Integer


def completed(
    stated: Mapping[Any, tuple[int, int]], found: list[Any]
) -> dict[Any, tuple[int, int]]:
    """Size symbol -> (size proved at, size measured at), for those not stated too."""
    sizes = dict(stated)
    if not sizes and len(found) == 1:
        return {found[0]: ALONE}
    left = [s for s in found if s not in sizes]
    for k, s in enumerate(left):
        sizes[s] = (PROOF_SIZES[k % 5], MEASURED_SIZES[k % 5])
    return sizes


def index_cases(
    sides: tuple[Any, Any], sizes: Mapping[Any, int]
) -> list[dict[Any, Any]]:
    """Every value of the free indices at these sizes."""
    free = sorted(free_indices(sp.Tuple(*sides)), key=str)
    at = dict(sizes)
    ranges = [range(_bound(i.lower, at), _bound(i.upper, at) + 1) for i in free]
    values = product(*ranges)
    return [{i: sp.Integer(k) for i, k in zip(free, v, strict=True)} for v in values]


def _bound(b: Any, sizes: dict[Any, int]) -> int:
    return int(sp.sympify(b).xreplace(sizes))
