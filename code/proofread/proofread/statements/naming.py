"""The names of a statement: how each is printed alone, what it is, what it is worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from ..declaration import labels_of
from ..distributions import Random
from ..nodes import AppliedScalarFunction, AppliedVectorFunction, name_of
from ..numeric import Numeric, constants
from ..printing import latex
from ..samples import Named, NameKind, Numbers

Points = list[Numeric]
Array = np.ndarray[Any, Any]


def names(shown: Iterable[Any], points: Points) -> Iterator[Named]:
    """Every name that the expressions are written with, once."""
    definitions = points[0].definitions
    nodes = set[Any]().union(*(definitions.atoms(e, sp.Basic) for e in shown))
    nodes |= {q for a in nodes if isinstance(a, Random) for q in _of_law(a)}
    labels = {label for a in nodes for label in labels_of(a)}
    found: dict[Any, Named] = {}
    for a in sorted(nodes - labels, key=sp.default_sort_key):
        key = key_of(a)
        if key is not None and not (key in found and found[key].arguments):
            found[key] = _named(a, tuple(values_of(key, points)), points)
    yield from found.values()


def _of_law(name: Any) -> set[Any]:
    return {q for a in name.distribution.args for q in sp.preorder_traversal(a)}


def key_of(a: Any) -> Any:
    """What the value of a name is under; None for what is no name."""
    if isinstance(a, AppliedUndef):
        return a.func
    if isinstance(a, AppliedScalarFunction | AppliedVectorFunction):
        return a.func, a.args[0]
    names = sp.Symbol | sp.Idx | sp.IndexedBase | sp.MatrixSymbol
    return a if isinstance(a, names) and not isinstance(a, sp.Dummy) else None


def _named(a: Any, values: tuple[Numbers, ...], points: Points) -> Named:
    """The entry of a name in the list of a statement."""
    if isinstance(a, AppliedUndef):
        kind, plain = NameKind.FUNCTION, _plain_arguments(a)
        return Named(latex(name_of(a)), kind, arguments=plain, values=values)
    if isinstance(a, AppliedScalarFunction):
        return Named(latex(name_of(a)), NameKind.FIELD, values=values)
    if isinstance(a, AppliedVectorFunction):
        shown, components = latex(name_of(a)), latex(a.shape[0])
        return Named(shown, NameKind.MAP, (components,), values=values)
    random = isinstance(a, Random)
    if isinstance(a, sp.Symbol | sp.Idx):
        domain = next((r.brackets[a] for r in points if a in r.brackets), ())
        ends = tuple(map(float, domain))
        return Named(latex(a), _kind(a), domain=ends, random=random, values=values)
    kind = NameKind.ENTRIES if isinstance(a, sp.IndexedBase) else NameKind.MATRIX
    shape = tuple(map(latex, a.shape or ()))
    return Named(latex(a), kind, shape, random=random, values=values)


def _kind(a: Any) -> NameKind:
    if a.is_integer:
        return NameKind.WHOLE
    return NameKind.POSITIVE if a.is_positive else NameKind.NUMBER


def _plain_arguments(a: Any) -> tuple[str, ...]:
    """The arguments of a function where they are different names, as in f(x, y)."""
    plain = all(q.is_Symbol or isinstance(q, AppliedUndef) for q in a.args)
    return tuple(map(latex, a.args)) if plain and len({*a.args}) == len(a.args) else ()


def values_of(key: Any, points: Points) -> Iterator[Numbers]:
    """What a name is worth at each point; nothing where it has no value of its own."""
    if all(key in read.values for read in points):
        yield from (Numbers.of(constants(read.values[key])) for read in points)
