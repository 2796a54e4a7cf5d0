"""The bound indices of a sum, named so that equal sums look equal."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..nodes.entries import Entry
from ..nodes.slopes import Slope
from .contractions import reordered, swapped
from .line import DoNotKnow, Found, Line
from .sums import bound, free, is_whole

ORDERS = 720


def canonical_step(line: Line, e: Any) -> Found | None:
    """A sum with its indices named in a standard way; None where they are."""
    if not isinstance(e, (sp.Sum, sp.Product)):
        return None
    whole = all(is_whole(line, limit) for limit in e.limits)
    if isinstance(e, sp.Product) or not whole:
        return _one_renamed(line, e)
    best = min(_named(line, e), key=lambda new: _text(line, new))
    return ("rename", e, best) if best != e else None


def _one_renamed(line: Line, e: Any) -> Found | None:
    """A product, or a sum over part of a range, its one index named in one way."""
    (k, low, high), *more = e.limits
    if more or (low == 1 and isinstance(e, sp.Sum)):
        return None
    name = next(_names(line, high, free(e)))
    made = e.func(e.function.xreplace({k: name}), (name, low, high))
    return ("rename", e, made) if made != e else None


def _named(line: Line, e: Any) -> Iterator[Any]:
    """The sum under every order of its indices that looks as good as any."""
    inner = {k for q in e.function.atoms(sp.Sum) for k in bound(q)}
    inner |= free(e)
    groups: dict[Any, list[Any]] = defaultdict(list)
    for k, _, high in e.limits:
        groups[high].append(k)
    orders = [list(_orders(line, e, ks)) for _, ks in sorted(groups.items(), key=str)]
    if sp.prod(map(len, orders)) > ORDERS:
        raise DoNotKnow("too many orders of indices")
    for chosen in itertools.product(*orders):
        swap: dict[Any, Any] = {}
        for ks in chosen:
            names = _names(line, line.indices.last[ks[0]], inner)
            swap.update(zip(ks, names, strict=False))
        limits = sorted(((swap[k], 1, h) for k, _, h in e.limits), key=str)
        yield sp.Sum(e.function.xreplace(swap), *limits)


def _names(line: Line, last: Any, but: set[Any]) -> Iterator[Any]:
    for number in itertools.count():
        name = line.indices.standard(last, number)
        if name not in but:
            yield name


def _orders(line: Line, e: Any, ks: list[Any]) -> Iterator[tuple[Any, ...]]:
    """Orders of indices of one range: by how each looks, equals in every order."""
    looks = {k: _look(line, e, k) for k in ks}
    ties: dict[str, list[Any]] = defaultdict(list)
    for k in ks:
        ties[looks[k]].append(k)
    each = [itertools.permutations(ties[look]) for look in sorted(ties)]
    for chosen in itertools.product(*each):
        yield tuple(itertools.chain.from_iterable(chosen))


def _look(line: Line, e: Any, k: Any) -> str:
    """How a sum looks from one of its indices: all others are alike."""
    mine, other = sp.Symbol("·"), sp.Symbol("∘")
    swap = {q: mine if q == k else other for q in bound(e)}
    factors = sp.Mul.make_args(e.function)
    seen = [sp.sstr(_sorted(line, f.xreplace(swap))) for f in factors if f.has(k)]
    return " ".join(sorted(seen))


def _text(line: Line, e: Any) -> str:
    return sp.sstr(_sorted(line, e))


def _sorted(line: Line, e: Any) -> Any:
    """The same with every symmetric entry's indices in their order."""
    swap: dict[Any, Any] = {}
    for q in e.atoms(Entry, Slope):
        if found := swapped(line, q) or reordered(line, q):
            swap[q] = found[2]
    return e.xreplace(swap)
