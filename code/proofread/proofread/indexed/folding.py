"""A letter or a sum by what leads to it: of an inverse, or of a hypothesis."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any, NamedTuple

import sympy as sp

from ..nodes.entries import Entry
from .contractions import contracted, flat
from .line import Found, Line
from .sums import bound

Normalize = Callable[[Line], None]


class Match(NamedTuple):
    """Factors of a sum that make up an entry: where they are, and for which index."""

    used: tuple[int, ...]
    other: Any
    inner: tuple[Any, ...]


def folded(line: Line, e: Any, normalize: Normalize) -> Found | None:
    """A sum over A⁻¹ and the factors of A, with A written out of them, contracted."""
    if not isinstance(e, sp.Sum):
        return None
    for f in flat(e.function):
        for k in dict.fromkeys(f.args[1:]) if _is_inverse_of_more(f) else ():
            if k in bound(e) and (found := _fold(line, e, f, k, normalize)):
                return found
    return None


def _is_inverse_of_more(f: Any) -> bool:
    """Whether f is an entry of the inverse of something that is no plain name."""
    inverse = isinstance(f, Entry) and isinstance(f.args[0], sp.Inverse)
    return inverse and not isinstance(f.args[0].arg, sp.MatrixSymbol)


def _fold(line: Line, e: Any, f: Any, k: Any, normalize: Normalize) -> Found | None:
    inverse, _, j = f.args
    a = inverse.arg
    z = line.indices.new(a.rows)
    sought = Entry(a, k, z) if j == k else Entry(a, z, k)
    pattern = line.part(sought)
    normalize(pattern)
    if not isinstance(pattern.term, sp.Sum):
        return None
    fs = list(flat(e.function))
    if not (match := _match(e, fs, fs.index(f), k, pattern.term, z)):
        return None
    return _read_back(line, e, match, sought.xreplace({z: match.other}), normalize)


def _read_back(
    line: Line, e: Any, match: Match, entry: Any, normalize: Normalize
) -> Found | None:
    """The factors that make up an entry, as that entry, which then is contracted."""
    fs = list(flat(e.function))
    rest = sp.Mul(*(g for n, g in enumerate(fs) if n not in match.used))
    limits = [limit for limit in e.limits if limit[0] not in match.inner]
    within = [limit for limit in e.limits if limit[0] in match.inner]
    found = sp.Sum(sp.Mul(*(fs[n] for n in match.used)), *within)
    part, same = line.part(entry), line.part(found)
    normalize(part)
    normalize(same)
    if same.term != part.term:
        return None
    line.take("nest", e, sp.Sum(rest * found, *limits), backward=True)
    line.follow(same)
    whole = sp.Sum(rest * entry, *limits)
    if line.undoes(part):
        return contracted(line, whole)
    return _beside(line, sp.Sum(rest * part.term, *limits), whole, part)


def brought(line: Line, e: Any, part: Line, h: Any) -> Found:
    """A letter e by the hypothesis l = r, where l leads to e, and e not back to l.

    e is e + r − r; one r, the sum of one term, is replaced by l, which leads to e.
    """
    alone = sp.Sum(h.rhs, (line.indices.bound(1), 1, 1))
    line.take("ring", e, e + h.rhs - alone)
    line.take("hypothesis", alone, h.lhs, backward=True)
    line.follow(part)
    return "ring", e, e  # all is done


def _beside(line: Line, e: Any, whole: Any, part: Line) -> Found | None:
    """A sum e by the sum that leads to it, where e does not lead back.

    e is e + w − w; the one w, by indices of its own, is contracted, the other led to e.
    """
    swap = {k: line.indices.bound(line.indices.range_of(k)) for k in bound(whole)}
    limits = [(swap[k], low, high) for k, low, high in whole.limits]
    again = sp.Sum(whole.function.xreplace(swap), *limits)
    line.take("ring", e, e + again - whole)
    line.follow(part)
    return contracted(line, again)


def _match(
    e: Any, fs: list[Any], but: int, k: Any, pattern: Any, z: Any
) -> Match | None:
    wanted = list(flat(pattern.function))
    indices = (*bound(pattern), z)
    places = [n for n in range(len(fs)) if n != but]
    for used in itertools.permutations(places, len(wanted)):
        found: dict[Any, Any] = {}
        pairs = ((w, fs[n]) for w, n in zip(wanted, used, strict=True))
        if not all(_unify(w, f, indices, found) for w, f in pairs):
            continue
        inner = tuple(found[q] for q in bound(pattern))
        others = [f for n, f in enumerate(fs) if n not in (*used, but)]
        apart = {*inner} <= {*bound(e)} and len({*inner, found[z]}) == len(inner) + 1
        elsewhere = any(f.has(q) for f in others for q in (*inner, k))
        if apart and not elsewhere and not fs[but].has(*inner):
            return Match(used, found[z], inner)
    return None


def _unify(pattern: Any, term: Any, indices: Any, found: dict[Any, Any]) -> bool:
    """Whether a term is the pattern for some values of its indices, noted in found."""
    if pattern in indices:
        return found.setdefault(pattern, term) == term
    if not pattern.args or pattern.func != term.func:
        return bool(pattern == term)
    if len(pattern.args) != len(term.args):
        return False
    pairs = zip(pattern.args, term.args, strict=True)
    return all(_unify(p, t, indices, found) for p, t in pairs)
