"""A scalar function applied to every entry."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, reduce
from typing import Any

import numpy as np
import sympy as sp

from ..arguments import each, of_matrix
from ..binding import put
from ..declaration import Declaration, Indexed, declare
from ..node import MatrixNode, dims, is_matrix
from ..numeric.reader import Numeric
from ..numeric.reader import number as measured_number
from ..printing.binding import POWER, Tex, bracket
from ..printing.book import Book
from ..slips import Slip, slips
from ..symbolic.reader import Symbolic, number
from .entries import Partial
from .notation import at


class Elementwise(MatrixNode):
    """A scalar function, or its derivative of some order, applied to every entry."""

    def __new__(cls, function: Any, argument: Any, order: int = 0) -> Any:
        if not isinstance(function, sp.Lambda):
            if not callable(function):
                what = f"{function} is no function: take one, as sin or Lambda(t, t**2)"
                raise TypeError(what)
            function = _rule(function)
        return sp.Basic.__new__(cls, function, argument, sp.sympify(order))

    @property
    def shape(self) -> tuple[Any, Any]:
        return self.args[1].shape


def _rule(function: Any) -> Any:
    """A function as a rule of a letter that it does not hold."""
    held = {str(s) for s in function(sp.Dummy("t", real=True)).free_symbols}
    letter = next((c for c in "tuvswz" if c not in held), "t")
    t = sp.Dummy(letter, real=True)
    return sp.Lambda(t, function(t))


def _by_one_rule(e: Any) -> str:
    """What is wrong with the function, or the order."""
    function = e.args[0]
    if len(function.variables) != 1 or dims(function.expr):
        return f"{function} is no function from a number to a number"
    order = e.args[2]
    known = order.is_Integer and order.is_nonnegative
    return "" if known else f"order: {order} is none of 0, 1, 2, …"


def _elementwise_symbolic(read: Symbolic, e: Any) -> Any:
    function, argument, order = e.args
    (t,) = function.variables
    s = sp.Dummy("s", real=True)
    image = number(read.within({t: s})(function.expr))
    for _ in range(int(order)):
        image = sp.diff(image, s)
    a = read(argument)
    if not is_matrix(a):
        return image.xreplace({s: a})
    return sp.ImmutableMatrix(*a.shape, [image.xreplace({s: v}) for v in a])


def _elementwise_numeric(read: Numeric, e: Any) -> Any:
    function, argument, order = e.args
    (t,) = function.variables
    a, body = np.asarray(read(argument)), _body(function, order)
    values = [measured_number(read.within({t: v})(body)) for v in a.flat]
    return np.array(values).reshape(a.shape)


@cache
def _body(function: Any, order: Any) -> Any:
    """What is read at each entry."""
    (t,) = function.variables
    return sp.Derivative(function.expr, (t, order)) if order else function.expr


def _elementwise_latex(book: Book, e: Any) -> Tex:
    function, argument, order = e.args
    (t,), body = function.variables, function.expr
    if isinstance(body, sp.Pow) and body.base == t and not order:
        power = rf"{{\odot}}{book.small(body.exp)}"
        return Tex(f"{book.closed(argument)}^{{{power}}}", POWER)
    name = _name(book, t, body) + "'" * int(order)
    return Tex(f"{name}{bracket(book.tex(argument))}")


def _name(book: Book, t: Any, body: Any) -> str:
    """φ for t ↦ φ(t), and the whole rule for what has no name."""
    if isinstance(body, sp.Function) and body.args == (t,):
        named = {sp.exp: r"\exp", sp.log: r"\log"}
        return named.get(body.func) or book.function_name(body.func)
    return bracket(rf"{book.tex(t)} \mapsto {book.tex(body)}")


def _elementwise_slips(e: Any) -> Iterator[Slip]:
    function, argument, order = e.args
    yield "order of derivative", Elementwise(function, argument, 1 - min(order, 1))
    for name, body in slips(function.expr):
        if name == "function":
            swapped = sp.Lambda(function.signature, body)
            yield name, Elementwise(swapped, argument, int(order))


def _elementwise_entry(e: Any, i: Any, j: Any) -> Any:
    """The rule at the entry; of a derivative, that of the rule, taken there."""
    function, argument, order = e.args
    (t,), value = function.variables, at(argument, i, j)
    if order == 0:
        return put(function.expr, t, value)
    slope = reduce(Partial, [t] * int(order), function.expr)
    return sp.Subs(slope, t, value)


declare(
    Elementwise,
    Declaration(
        amiss=each(of_matrix(1), _by_one_rule),
        symbolic=_elementwise_symbolic,
        numeric=_elementwise_numeric,
        latex=_elementwise_latex,
        states=slice(1, 2),
        slips=_elementwise_slips,
        indexed=Indexed(entry=_elementwise_entry, of=slice(1, 2)),
    ),
)
