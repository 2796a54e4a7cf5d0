"""Means as the numeric reader takes them: sums against a density."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import sympy as sp

from ..distributions import Distribution, Finite, JointDistribution
from ..work import OutOfWork
from .bends import bends, require_single
from .entries import Entry, held_at, random_entries
from .kinks import Rule, gaps, joined, kinks, rules_between
from .quadrature import far_rule, gauss_rule, line_rule, weighted
from .reader import Numeric, number

MOST_COUNTED = 170
POINTS = {1: 0, 2: 14, 3: 8, 4: 5, 5: 4, 6: 3}
AT = sp.Dummy("t")  # where a density is read
Bent = tuple[Any, Entry]  # what has a kink, and the random number in it
SETTLED = 1e-11  # what the ends of a sum may be of it, where tails are long
MOST_POINTS = 20_000


def _masses(read: Numeric, law: Distribution, bent: Bent | None = None) -> list[Rule]:
    """Where a distribution puts how much: the nodes and weights of a sum against it.

    One list for each part into which kinks of its density, and of what is summed, cut
    it.  Raises ValueError where the parameters give chances below 0.
    """
    if isinstance(law, Finite):
        values, probabilities = (np.ravel(read.whole(a)) for a in law.args)
        if not np.isclose(np.sum(probabilities), 1):
            raise ValueError(f"the probabilities of {law} do not add up to 1")
        return [(values, probabilities)]
    return [_weighed(read, law, *rule) for rule in _lines(read, law, bent)]


def _weighed(read: Numeric, law: Distribution, nodes: Any, weights: Any) -> Rule:
    """The nodes of a rule where a density is not 0, and their weights times that."""
    density = law.density(AT)
    with np.errstate(all="ignore"):
        p = weights * [number(read.within({AT: v})(density)) for v in nodes]
    p = np.where(np.isfinite(p), p, 0.0)
    if np.any(p < 0):
        needed = "say what its parameters are, as domain={p: (0, 1)}"
        raise ValueError(f"{law} has chances below 0: {needed}")
    keep = np.abs(p) > (0 if _is_long(law) else 1e-40)
    return nodes[keep], p[keep]


def _lines(read: Numeric, law: Distribution, bent: Bent | None) -> list[Rule]:
    """Nodes and weights where a distribution lives, each count once if discrete."""
    if law.discrete:
        nodes = _counts(read, law)
        return [(nodes, np.ones_like(nodes))]
    ends = (b if b.is_infinite else number(read(b)) for b in law.support)
    low, high = map(float, ends)
    rule = far_rule if law.far else line_rule
    nodes, _ = rule(low, high)
    places = kinks(read, law.density(AT), AT, nodes)
    places += bends(read, nodes, *bent) if bent else []
    return rules_between(places, low, high, rule)


def _is_long(law: Distribution) -> bool:
    """Whether a distribution lacks the means of some powers: its tails are long."""
    return law.moments_up_to() != sp.oo


def _counts(read: Numeric, distribution: Distribution) -> Any:
    low, high = distribution.support
    top = MOST_COUNTED if high == sp.oo else read.count(high)
    return np.arange(read.count(low), top + 1, dtype=float)


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
    require_single(read, entries, e)
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


def rule_of(read: Numeric, entry: Entry, e: Any, most: int) -> list[Any]:
    """Nodes and weights of one random number; between kinks at most so many, if not 0.

    Raises ValueError where it is one of several of a joint distribution with a kink.
    """
    key, _, law = entry
    bent = bool(gaps(read, e, key))
    if isinstance(law, JointDistribution):
        if bent:
            raise ValueError(f"the mean of what has a kink in {key}")
        return law.points(read, most or POINTS[2])
    cut = bent and not law.discrete
    rules: list[Rule] = (
        _masses(read, law, (e, entry)) if cut else read.once(law, _masses)
    )
    if most and not _is_long(law):
        rules = [_shortened(rule, most) for rule in rules]
    return list(zip(*joined(rules), strict=True))


def _shortened(rule: Rule, most: int) -> Rule:
    """A rule of at most so many nodes."""
    nodes, weights = rule
    return gauss_rule(nodes, weights, most) if len(nodes) > most else rule
