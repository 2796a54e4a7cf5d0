"""The names of a statement: how each looks when it stands alone, and what it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import sympy as sp

from ..nodes import ScalarFunction, VectorFunction
from ..samples import Named, NameKind
from . import tex
from .layout import Letter, Mark, Row, Script, Sign, base


@dataclass(frozen=True)
class Name:
    """A name: its marks, what it names, and the value's place in a reader of numbers.

    made: a symbol, a base, a matrix or a function.  rank: how many indices an entry
    has.  arguments: what a function is plainly a function of.
    """

    marks: Row
    kind: NameKind
    made: Any
    key: Any
    rank: int = 0
    arguments: tuple[Row, ...] = ()


Size = Callable[[Row], Any]


ASSUMED = {
    NameKind.NUMBER: {"real": True},
    NameKind.POSITIVE: {"positive": True},
    NameKind.WHOLE: {"integer": True},
}


def named(entry: Named, size: Size) -> Name:
    """A name from the list of a statement; size: reads the size of something."""
    marks, text, kind = tex.layout(entry.latex), entry.latex, entry.kind
    shape = [size(tex.layout(n)) for n in entry.shape]
    if kind is NameKind.ENTRIES:
        made: Any = sp.IndexedBase(text, shape=tuple(shape) or None, real=True)
        return Name(marks, kind, made, made, len(shape))
    if kind is NameKind.MATRIX:
        made = sp.MatrixSymbol(text, *shape)
        return Name(marks, kind, made, made, 1 if shape[1] == 1 else 2)
    if kind is NameKind.FUNCTION:
        made = sp.Function(text, real=True)
        arguments = tuple(map(tex.layout, entry.arguments))
        return Name(marks, kind, made, made, arguments=arguments)
    if kind in ASSUMED:
        made = sp.Symbol(text, **ASSUMED[kind])
        return Name(marks, kind, made, made)
    return _generic(marks, kind, text, shape)


def _generic(marks: Row, kind: NameKind, text: str, shape: list[Any]) -> Name:
    """Any smooth function of a vector or matrix."""
    column = sp.MatrixSymbol("x", 1, 1)
    if kind is NameKind.FIELD:
        made: Any = ScalarFunction(text)
    else:
        made = VectorFunction(text, shape[0])
    return Name(marks, kind, made, (made(column).func, made.label))


class Names:
    """The names that a formula may be written with, found by their marks."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.all = list(names)
        self._alone = {n.marks: n for n in self.all}
        self.long = sorted(
            (n for n in self.all if len(n.marks) > 1), key=lambda n: -len(n.marks)
        )

    def get(self, mark: Mark) -> Name | None:
        """The name that looks like this."""
        return self._alone.get((mark,))

    def replaced(self, by: dict[Any, Any]) -> Names:
        """The same names, some of them naming something else."""
        return Names(
            replace(n, made=by[n.made], key=by[n.made]) if n.made in by else n
            for n in self.all
        )


def restyled(mark: Mark, style: str, *, upper: bool = False) -> Mark:
    """The same letter in another style, its scripts kept; upper: as a capital."""
    if isinstance(mark, Script):
        return replace(mark, base=restyled(mark.base, style, upper=upper))
    if isinstance(mark, Letter):
        text = mark.text.upper() if upper else mark.text
        return Letter(text, style)
    inner = getattr(mark, "base", None)
    if inner is not None:
        return replace(mark, base=restyled(inner, style, upper=upper))  # type: ignore[call-arg]
    return mark


def is_letter(mark: Mark, text: str, style: str = "") -> bool:
    """Whether a mark, its scripts aside, is this letter."""
    return base(mark) == Letter(text, style)


def is_sign(mark: Mark | None, signs: str) -> bool:
    """Whether a mark, its scripts aside, is one of these signs."""
    found = base(mark) if mark is not None else None
    return isinstance(found, Sign) and found.text in signs
