"""The sizes a claim is checked at, and the values its free indices take there."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import sympy as sp

from .fitting import Fit
from .scope import free_indices

ALONE, SMALLEST, LARGEST = 3, 2, 12
MOST = (5, 8, LARGEST)  # of the sizes that are measured, one after the other
BEYOND = ((1, 2), (LARGEST + 1, 21), (21, 41), (41, 101))  # from, to before
TRIES, TUPLES = 400, 24
Case = dict[Any, Any]  # free index -> Integer
Sizes = dict[Any, int]


class NoSizes(ValueError):
    """No sizes satisfy what a claim asks of them."""


def proof_sizes(
    stated: Mapping[Any, int], found: Sequence[Any], fits: Sequence[Fit]
) -> Sizes:
    """Sizes to prove a claim at: those stated, and small ones that differ.

    Raises NoSizes where none fit.
    """
    sizes = dict(stated)
    left = [s for s in found if s not in sizes]
    if not sizes and len(left) == 1 and all(f.holds({left[0]: ALONE}) for f in fits):
        return {left[0]: ALONE}
    for values in _small(len(left)):
        tried = {**sizes, **dict(zip(left, values, strict=True))}
        if all(f.holds(tried) for f in fits):
            return tried
    raise NoSizes(_told(found, fits))


def _small(count: int) -> Iterator[tuple[int, ...]]:
    """Tuples of small sizes: first of different ones, the smallest first."""
    several = itertools.product(range(SMALLEST, SMALLEST + 4), repeat=count)
    yield from sorted(
        several, key=lambda v: (max(v, default=0) > 4, -len(set(v)), sum(v))
    )
    most = LARGEST if count <= 3 else SMALLEST + 4  # of more there are too many
    yield from itertools.product(range(1, most + 1), repeat=count)


def measured_sizes(
    proved: Mapping[Any, int],
    fits: tuple[Fit, ...],
    seed: tuple[int, ...],
    most: int = LARGEST,
) -> list[Sizes]:
    """Sizes to measure a claim at, one after the other: larger each time.

    Each size differs from that of the proof and from the others beside it, is even at
    one time and odd at another, and keeps no fixed distance from another, where what
    the claim asks of its sizes leaves room for that.  Raises NoSizes.
    """
    return [dict(row) for row in _measured(tuple(proved.items()), fits, seed, most)]


@cache
def _measured(
    proved: tuple[tuple[Any, int], ...],
    fits: tuple[Fit, ...],
    seed: tuple[int, ...],
    most: int,
) -> list[Sizes]:
    if not proved:
        return [{}]
    rng = np.random.default_rng(seed)
    drawn = (_row(dict(proved), fits, rng, most) for _ in range(TUPLES))
    return max(drawn, key=_variety)


def _row(
    proved: Mapping[Any, int],
    fits: Sequence[Fit],
    rng: np.random.Generator,
    most: int,
) -> list[Sizes]:
    return [_drawn(proved, fits, rng, min(limit, most)) for limit in MOST]


def _drawn(
    proved: Mapping[Any, int],
    fits: Sequence[Fit],
    rng: np.random.Generator,
    most: int,
) -> Sizes:
    """Random sizes up to `most` that fit, as different as they can be.

    Where none fit they are larger, as what is asked of them may need.
    """
    for low, high in ((SMALLEST, most), (1, most), (1, LARGEST)):
        fitting: list[Sizes] = []
        for _ in range(TRIES):
            sizes = {s: int(rng.integers(low, high + 1)) for s in proved}
            if all(f.holds(sizes) for f in fits):
                if not _alike(sizes, proved):
                    return sizes
                fitting.append(sizes)
        if fitting:
            return min(fitting, key=lambda sizes: _alike(sizes, proved))
    raise NoSizes(_told(list(proved), fits))


def sizes_beyond(
    proved: Mapping[Any, int], fits: Sequence[Fit], rng: np.random.Generator
) -> Iterator[Sizes]:
    """Sizes that are not measured at otherwise: 1, and beyond the largest, that fit."""
    for low, high in BEYOND if proved else ():
        drawn = (
            {s: int(rng.integers(low, high)) for s in proved} for _ in range(TRIES)
        )
        yield from itertools.islice((d for d in drawn if _fit(d, fits)), 1)


def _fit(sizes: Sizes, fits: Sequence[Fit]) -> bool:
    return all(f.holds(sizes) for f in fits)


def _alike(sizes: Sizes, proved: Mapping[Any, int]) -> int:
    """How many sizes are equal to one another, or to those of the proof."""
    repeated = len(sizes) - len(set(sizes.values()))
    return repeated + sum(sizes[s] == n for s, n in proved.items())


def _variety(row: list[Sizes]) -> int:
    """How many sizes change their parity, how many pairs their distance, how far up."""
    parities = sum(len({sizes[s] % 2 for sizes in row}) for s in row[0])
    pairs = itertools.combinations(row[0], 2)
    distances = sum(len({q[a] - q[b] for q in row}) for a, b in pairs)
    return parities + distances + max(row[-1].values())


def _told(found: Sequence[Any], fits: Sequence[Fit]) -> str:
    names, needs = ", ".join(map(str, found)), "; ".join(map(str, fits))
    return f"no sizes {names} up to {LARGEST} satisfy all that is needed: {needs}"


def index_cases(
    sides: tuple[Any, Any], sizes: Mapping[Any, int]
) -> list[dict[Any, Any]]:
    """Every value of the free indices at these sizes."""
    free = sorted(free_indices(sp.Tuple(*sides)), key=str)
    at = dict(sizes)
    ranges = [range(_bound(i.lower, at), _bound(i.upper, at) + 1) for i in free]
    values = itertools.product(*ranges)
    return [{i: sp.Integer(k) for i, k in zip(free, v, strict=True)} for v in values]


def _bound(b: Any, sizes: dict[Any, int]) -> int:
    return int(sp.sympify(b).xreplace(sizes))
