"""Differences written as sums of squares: a product of sums less a square of one."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import sympy as sp

from .. import nodes as nd
from . import ring
from .line import Line

MOST = 4  # indices of one range that are made alike


def squares(line: Line) -> Iterator[Any]:
    """The term of a line in other forms, of which one may show that it is positive."""
    known: dict[Any, Any] = {}
    over, under = sp.fraction(sp.together(ring.letters(line.term, known)))
    back = {v: k for k, v in known.items()}
    under = sp.factor(under).xreplace(back)
    yield sp.factor(over).xreplace(back) / under
    groups: dict[Any, Any] = defaultdict(lambda: sp.S.Zero)
    for term in sp.Add.make_args(sp.expand(over)):
        body, limits = _one_sum(line, term, back)
        groups[limits] += body
    groups = _padded(line, groups)
    sums = (_alike(body, limits) for limits, body in groups.items())
    yield sp.Add(*(s / under for s in sums))


def _one_sum(line: Line, term: Any, back: Any) -> tuple[Any, Any]:
    """A product of letters and sums as one body and the limits of its sum."""
    body, used = sp.S.One, list[Any]()
    for base, power in term.as_powers_dict().items():
        e = back.get(base, base)
        if not isinstance(e, sp.Sum) or not (power.is_Integer and power > 0):
            body *= e**power
            continue
        for _ in range(int(power)):
            names = {k: line.indices.bound(high) for k, _, high in e.limits}
            used += [(names[k], *ends) for k, *ends in e.limits]
            body *= e.function.xreplace(names)
    used.sort(key=lambda limit: str(limit[1:]))
    counts: dict[Any, int] = defaultdict(int)
    swap, limits = {}, list[Any]()
    for k, low, high in used:
        counts[high] += 1
        swap[k] = line.indices.standard(high, 20 + counts[high])
        limits.append((swap[k], low, high))
    return body.xreplace(swap), tuple(limits)


def _padded(line: Line, groups: dict[Any, Any]) -> dict[Any, Any]:
    """The same with sums of shares, which are 1, where other terms have more sums."""
    shares = [h.symbol for h in line.claim.given if isinstance(h, nd.Simplex)]
    longest = max(groups, key=len)
    made: dict[Any, Any] = defaultdict(lambda: sp.S.Zero)
    for limits, body in groups.items():
        more = [limit for limit in longest if limit not in limits]
        fitting = [p for p in shares if all(high == p.shape[0] for _, _, high in more)]
        if more and fitting and len(limits) + len(more) == len(longest):
            body *= sp.Mul(*(nd.Entry(fitting[0], k, 1) for k, *_ in more))
            limits = longest
        made[limits] += body
    return made


def _alike(body: Any, limits: Any) -> Any:
    """The sum with a body that is the same under every exchange of its indices."""
    ranges: dict[Any, list[Any]] = defaultdict(list)
    for k, *ends in limits:
        ranges[tuple(ends)].append(k)
    if any(len(ks) > MOST for ks in ranges.values()):
        return sp.Sum(body, *limits)
    orders = [list(itertools.permutations(ks)) for ks in ranges.values()]
    made, count = sp.S.Zero, 0
    for chosen in itertools.product(*orders):
        pairs = zip(
            itertools.chain(*ranges.values()), itertools.chain(*chosen), strict=True
        )
        made += body.xreplace(dict(pairs))
        count += 1
    made = _factored(made / count, {k: high for k, _, high in limits})
    return sp.Sum(made, *limits) if limits else made


def _factored(e: Any, last: dict[Any, Any]) -> Any:
    """A number factored, its powers a^(ck) made of a^n and a^(n − k), k up to n."""
    swap, made, known = dict[Any, Any](), dict[Any, Any](), dict[Any, Any]()
    for q in sorted(e.atoms(sp.Pow), key=str):
        times, k = q.exp.as_coeff_Mul()
        if times.is_Integer and k.is_Symbol and k.is_integer:
            n = last.get(k, k)
            whole = made.setdefault(q.base**n, sp.Dummy())
            rest = 1 if n == k else made.setdefault(q.base ** (n - k), sp.Dummy())
            swap[q] = (whole / rest) ** times
    factored = sp.factor(ring.letters(e.xreplace(swap), known))
    back = ({v: k for k, v in terms.items()} for terms in (known, made))
    return factored.xreplace(next(back)).xreplace(next(back))


def opened(e: Any) -> Any:
    """The same with a geometric sum for (1 − aⁿ)/(1 − a)."""
    if isinstance(e, sp.Add):
        return sp.Add(*map(opened, e.args))
    for whole in sp.Mul.make_args(e):
        a, n = _ratio(whole)
        if a is not None and e.has(1 / (1 - a)):
            k = sp.Symbol("k", integer=True, positive=True)
            return e / whole * (1 - a) * sp.Sum(a ** (n - k), (k, 1, n))
    return e


def _ratio(e: Any) -> tuple[Any, Any]:
    """a and n of 1 − aⁿ."""
    rest = 1 - e
    if isinstance(e, sp.Add) and isinstance(rest, sp.Pow) and rest.exp.is_positive:
        return rest.args
    return None, None
