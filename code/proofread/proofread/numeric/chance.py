"""Means as the numeric reader takes them: sums against a density."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import sympy as sp

from ..distributions import (
    Distribution,
    Finite,
    JointDistribution,
    OfSample,
    Random,
    law_of,
)
from ..node import is_matrix
from ..work import OutOfWork
from .apart import require_apart, running
from .kinks import has_gaps, split_rule
from .quadrature import far_rule, gauss_rule, line_rule, weighted
from .reader import Numeric, number

MOST_COUNTED = 170
POINTS = {1: 0, 2: 14, 3: 8, 4: 5, 5: 4, 6: 3}
AT = sp.Dummy("t")  # where a density is read
Entry = tuple[Any, tuple[int, ...], Distribution]
SETTLED = 1e-11  # what the ends of a sum may be of it, where tails are long
MOST_POINTS = 20_000


def masses(
    read: Numeric, distribution: Distribution, e: Any = 0, x: Any = None
) -> tuple[Any, Any]:
    """Where a distribution puts how much: the nodes and weights of a sum against it.

    e, x: what is to be summed, and the name in it that follows the distribution.
    """
    e = sp.sympify(e)
    if has_gaps(read, e, x) and not distribution.discrete:
        return _masses(read, distribution, [(e, x)])
    return read.once(distribution, _masses)


def _masses(
    read: Numeric, law: Distribution, bent: Sequence[tuple[Any, Any]] = ()
) -> tuple[Any, Any]:
    """The same, dense around the kinks of some expressions in a name as well.

    Raises ValueError where the parameters give chances below 0.
    """
    if isinstance(law, Finite):
        values, probabilities = (np.ravel(read.whole(a)) for a in law.args)
        if not np.isclose(np.sum(probabilities), 1):
            raise ValueError(f"the probabilities of {law} do not add up to 1")
        return values, probabilities
    density = law.density(AT)
    nodes, weights = _line(read, law, [(density, AT), *bent])
    with np.errstate(all="ignore"):
        p = weights * [number(read.within({AT: v})(density)) for v in nodes]
    p = np.where(np.isfinite(p), p, 0.0)
    if np.any(p < 0):
        needed = "say what its parameters are, as domain={p: (0, 1)}"
        raise ValueError(f"{law} has chances below 0: {needed}")
    keep = np.abs(p) > (0 if _is_long(law) else 1e-40)
    return nodes[keep], p[keep]


def _line(read: Numeric, law: Distribution, integrands: list[Any]) -> tuple[Any, Any]:
    """Nodes and weights where a distribution lives, each count once if discrete."""
    if law.discrete:
        nodes = _counts(read, law)
        return nodes, np.ones_like(nodes)
    ends = (b if b.is_infinite else number(read(b)) for b in law.support)
    low, high = map(float, ends)
    rule = far_rule if law.far else line_rule
    return split_rule(read, integrands, low, high, rule)


def _is_long(law: Distribution) -> bool:
    """Whether a distribution lacks the means of some powers: its tails are long."""
    return law.moments_up_to() != sp.oo


def _counts(read: Numeric, distribution: Distribution) -> Any:
    low, high = distribution.support
    top = MOST_COUNTED if high == sp.oo else read.count(high)
    return np.arange(read.count(low), top + 1, dtype=float)


def random_entries(read: Numeric, e: Any) -> list[Entry]:
    """(key, index, distribution) of every random number that e depends on."""
    found: set[Entry] = set()
    for a in read.definitions.atoms(e, Random, OfSample, sp.Indexed):
        alone = isinstance(a, sp.Symbol | OfSample)
        if alone or (is_matrix(a) and a.distribution.joint):
            found.add((a, (), a.distribution))
        elif is_matrix(a):
            at = range(read.count(a.rows))
            found |= {(a, (k, 0), a.distribution) for k in at}
        elif isinstance(a, sp.Indexed) and (law := law_of(a.base)):
            found |= {(a.base, (k,), law) for k in _places(read, a, e)}
    require_apart(read, e, {key for key, *_ in found})
    return sorted(found, key=str)


def _places(read: Numeric, a: sp.Indexed, e: Any) -> Iterable[int]:
    """Of a random sample the place that is meant in e, or every one if that may run."""
    (k,) = a.indices
    named, nodes = k.free_symbols, set(sp.preorder_traversal(e))
    bound = running(nodes)
    defined = any(map(read.definitions.lookup, nodes))
    if defined or not named <= read.values.keys() - bound:
        return range(read.count(a.base.shape[0]))
    return [read.count(k) - 1]


def mean(
    read: Numeric,
    e: Any,
    f: Callable[[Any], Any] = lambda v: v,
    held: Iterable[Any] = (),
) -> Any:
    """The mean of f(e) over every random number in e but for those held.

    Raises ValueError where a sum over long tails does not settle.
    """
    read.forbid_step()
    kept = set(held)
    entries = [q for q in random_entries(read, e) if q[0] not in kept]
    if not entries:
        return f(read(e))
    rules = _rules(read, entries, e)
    points = list(itertools.product(*rules))
    values = [f(read.within(held_at(entries, point))(e)) for point in points]
    weights = [np.prod([w for _, w in point]) for point in points]
    for k, (_, _, law) in enumerate(entries):
        if _is_long(law):
            _require_settled(np.array(weights), values, [len(r) for r in rules], k)
    return weighted(weights, values)


def _rules(read: Numeric, entries: list[Entry], e: Any) -> list[list[Any]]:
    """Nodes and weights of each random number, as far as that is not too much work."""
    many = sum(_how_many(read, entry) for entry in entries)
    if many > max(POINTS):
        raise OutOfWork(f"a mean over {many} random numbers")
    rules = [rule_of(read, entry, e, POINTS[many]) for entry in entries]
    if np.prod(list(map(len, rules))) > MOST_POINTS:
        raise OutOfWork(f"a mean over {many} random numbers, one with long tails")
    return rules


def _how_many(read: Numeric, entry: Entry) -> int:
    """How many random numbers an entry stands for: those of a vector, or one."""
    key, _, law = entry
    return read.count(key.rows) if law.joint else 1


def _require_settled(weights: Any, values: Any, shape: list[int], axis: int) -> None:
    """ValueError where the ends of a sum along one random number are not negligible."""
    with np.errstate(all="ignore"):
        terms = [
            abs(w) * np.max(np.abs(v)) for w, v in zip(weights, values, strict=True)
        ]
    sizes = np.nan_to_num(np.reshape(terms, shape))
    along = sizes.sum(axis=tuple(k for k in range(len(shape)) if k != axis))
    if not max(along[0], along[-1]) <= SETTLED * along.sum():
        raise ValueError("a mean that does not settle, if there is any")


def held_at(entries: list[Entry], point: tuple[Any, ...]) -> dict[Any, Any]:
    """What each name with random entries stands for at one point of the quadrature."""
    held: dict[Any, Any] = {k: np.zeros(n) for k, n in _shapes(entries).items()}
    for (key, at, law), (node, _) in zip(entries, point, strict=True):
        if law.joint:
            held[key] = node
        else:
            held[key][at] = node
    return {k: v if v.ndim else float(v) for k, v in held.items()}


def rule_of(read: Numeric, entry: Entry, e: Any, most: int) -> list[Any]:
    """Nodes and weights of one random number, at most so many where that is not 0."""
    key, _, distribution = entry
    if isinstance(distribution, JointDistribution):
        if has_gaps(read, e, key):
            raise ValueError(f"the mean of what has a kink in {key}")
        return distribution.points(read, most or POINTS[2])
    nodes, weights = masses(read, distribution, e, key)
    if most and not _is_long(distribution) and len(nodes) > most:
        nodes, weights = gauss_rule(nodes, weights, most)
    return list(zip(nodes, weights, strict=True))


def _shapes(entries: list[Entry]) -> dict[Any, tuple[int, ...]]:
    """How large an array each name with random entries needs."""
    shapes: dict[Any, tuple[int, ...]] = {}
    for key, at, _ in entries:
        before = shapes.get(key, (0,) * len(at))
        shapes[key] = tuple(max(a, b + 1) for a, b in zip(before, at, strict=True))
    return shapes
