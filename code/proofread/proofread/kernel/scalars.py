"""Numbers: sums, products, powers, families, and what is made of matrices."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from ..node import is_matrix
from ..nodes import Dot, Entry, SquaredNorm
from .rules import numbers
from .writer import Writer


def added(terms: list[str]) -> str:
    """A sum, with what is taken away last."""
    ordered = sorted(terms, key=lambda t: t.startswith("(- "))
    return f"({' + '.join(ordered)})" if len(terms) > 1 else terms[0]


def multiplied(factors: list[str]) -> str:
    """A product in the order given."""
    return f"({' * '.join(factors)})" if len(factors) > 1 else factors[0]


@numbers.of(sp.Add)
def _sum_of_terms(write: Writer, e: Any) -> str:
    return added([write.number(a) for a in e.args])


@numbers.of(sp.Mul)
def _product(write: Writer, e: Any) -> str:
    sign, rest = e.as_coeff_Mul()
    if sign.is_negative:
        return f"(- {write.number(-e)})"
    if not sign.is_Integer or sign != 1:
        return multiplied([write.number(sign), *_factors(write, rest)])
    return multiplied(_factors(write, rest))


def _factors(write: Writer, e: Any) -> list[str]:
    return [write.number(a) for a in sp.Mul.make_args(e)]


@numbers.of(sp.Integer)
def _integer(write: Writer, e: Any) -> str:
    if e < 0:
        return f"(- {write.number(-e)})"
    return str(e) if e < 2 else f"{e}%:R"


@numbers.of(sp.Rational)
def _rational(write: Writer, e: Any) -> str:
    if e < 0:
        return f"(- {write.number(-e)})"
    below = sp.Integer(e.q)
    write.divides(below)
    return f"({write.number(sp.Integer(e.p))} / {write.number(below)})"


PI: type = sp.pi.__class__


@numbers.of(PI)
def _pi(write: Writer, e: Any) -> str:
    """Half the circumference of the unit circle: some number with an inverse."""
    return write.variable("pi", "pi", "R")


@numbers.of(sp.Symbol)
def _symbol(write: Writer, e: Any) -> str:
    if e in write.moved:
        return write.moved[e](())
    if e in write.bound:
        more = "" if write.starts.get(e, 1) == 0 else ".+1"
        return f"({write.bound[e]}{more}%:R : R)"
    if isinstance(e, sp.Idx):
        return f"({write.index(e)}.+1%:R : R)"
    if found := write.stands_for(e):
        if write.depends(found[0]):
            return write.number(found[0])
        name = write.variable(e, e.name, "R")
        write.define(e, name, lambda: write.number(found[0]))
        return name
    if e in write.lengths:
        return f"{write.size(e)}%:R"
    return write.variable(e, e.name, "R")


@numbers.of(sp.Indexed)
def _member(write: Writer, e: Any) -> str:
    lengths = e.base.shape or [None] * len(e.indices)
    if not all(isinstance(k, sp.Idx) for k in e.indices) and write.stands_for(e):
        return write.number(write.definitions.value_of(e))
    places = tuple(map(write.index, e.indices, lengths))
    if e.base in write.moved:
        return write.moved[e.base](places)
    pairs = zip(lengths, places, strict=True)
    ranges = [write.size(n) if n else write.places[p] for n, p in pairs]
    kind = " -> ".join([*(f"'I_{n}" for n in ranges), "R"])
    if found := write.stands_for(e):
        value, bound = found
        if write.depends(value):
            with write.binding({k: write.index(i) for k, i in bound.items()}):
                return write.number(value)
        name = write.variable(e.base, str(e.base.label), kind)
        write.define(e.base, name, lambda: _family(write, e.base, value, ranges))
    name = write.variable(e.base, str(e.base.label), kind)
    return f"({name} {' '.join(places)})"


def _family(write: Writer, base: Any, value: Any, ranges: list[str]) -> str:
    """What a family stands for, as a function of places."""
    letters = next(
        n.indices
        for n, _ in write.definitions.pairs
        if isinstance(n, sp.Indexed) and n.base == base
    )
    places = [write.names.fresh(str(getattr(k, "label", k))) for k in letters]
    write.places.update(zip(places, ranges, strict=True))
    with write.binding(dict(zip(letters, places, strict=True))):
        body = write.number(value)
    told = " ".join(f"({k} : 'I_{n})" for k, n in zip(places, ranges, strict=True))
    for place in places:
        del write.places[place]
    return f"(fun {told} => {body})"


@numbers.of(sp.KroneckerDelta)
def _delta(write: Writer, e: Any) -> str:
    i, j = map(write.index, e.args)
    return f"({i} == {j})%:R"


@numbers.of(MatrixElement, Entry)
def _entry(write: Writer, e: Any) -> str:
    i, j = places_of_entry(write, e)
    return f"({write.matrix(e.args[0])} {i} {j})"


def places_of_entry(write: Writer, e: Any) -> list[str]:
    """Row and column of an entry: SymPy counts them from 0, `Entry` from 1."""
    matrix, *at = e.args
    start = 1 if isinstance(e, Entry) else 0
    return [
        "0" if n == 1 else write.index(k + 1 - start, n)
        for k, n in zip(at, matrix.shape, strict=True)
    ]


@numbers.of(sp.Trace)
def _trace(write: Writer, e: Any) -> str:
    return f"(\\tr {write.matrix(e.arg)})"


@numbers.of(sp.Determinant)
def _determinant(write: Writer, e: Any) -> str:
    if write.depends(e):
        with write.at_rest():
            write.assume(f"{write.matrix(e.arg)} \\in unitmx", "invertible")
    return f"(\\det {write.matrix(e.arg)})"


@numbers.of(Dot)
def _dot(write: Writer, e: Any) -> str:
    if not is_matrix(e.args[0]):
        return multiplied([write.number(a) for a in e.args])
    return f"(dot {write.matrix(e.args[0])} {write.matrix(e.args[1])})"


@numbers.of(SquaredNorm)
def _squared_norm(write: Writer, e: Any) -> str:
    if not is_matrix(e.args[0]):
        return f"({write.number(e.args[0])} ^+ 2)"
    return f"(sqn {write.matrix(e.args[0])})"
