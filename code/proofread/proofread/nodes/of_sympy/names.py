"""Names of numbers: symbols, indices, indexed symbols, undefined functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from ...declaration import ALL, NONE, Declaration, Indexed, Name, declare
from ...numeric import reader as measured
from ...numeric.reader import Numeric
from ...numeric.sampling import BENDS, smooth_function
from ...numeric.sources import Source, scalar_from
from ...printing.names import spell
from ...slips import Slip
from ...symbolic.jets import jet
from ...symbolic.reader import Symbolic, number
from ..entries import Partial
from ..slopes import Slope

Size = Callable[[Any], int]

# ---- numbers

PLAIN = Indexed(slope=lambda e, by: sp.S.One if e == by else None, of=NONE, total=True)


def _symbol_peer(e: Any) -> Any:
    return "index" if e.is_integer else "number"


def _symbol_draw(source: Source, e: Any, domain: Any, size: Size) -> Any:
    return scalar_from(source, e, domain)


def _symbol_slips(e: Any) -> Iterator[Slip]:
    if e.is_integer:
        yield "off by one", e - 1
        yield "off by one", e + 1


def _undrawn(*_: Any) -> None:
    """No value of its own: it is bound somewhere."""


def _none(e: Any) -> Iterator[Slip]:
    return iter(())


declare(
    sp.Symbol,
    Declaration(
        latex=lambda book, e: spell(e.name).tex(),
        states=slice(0),
        slips=_symbol_slips,
        name=Name(_symbol_peer, draw=_symbol_draw),
        indexed=PLAIN,
    ),
)
declare(
    sp.Dummy,
    Declaration(
        slips=_none,
        name=Name(lambda e: "index" if e.is_integer else None, draw=_undrawn),
    ),
)
declare(
    sp.Idx,
    Declaration(
        latex=lambda book, e: book.tex(e.label),
        states=slice(0),
        labels=lambda e: (e.label,),
        lengths=lambda e: (e.lower, e.upper) if e.upper is not None else (),
        name=Name(lambda e: "index"),
        indexed=PLAIN,
    ),
)

# ---- any smooth functions of numbers


def _applied_symbolic(read: Symbolic, e: Any) -> Any:
    arguments = [number(read(a)) for a in e.args]
    return jet(e.func.__name__, (0,) * len(arguments))(*arguments)


def _applied_numeric(read: Numeric, e: Any) -> Any:
    arguments = [measured.number(read(a)) for a in e.args]
    if read.watch:
        read.watch.amplified(np.max(np.abs(arguments)), 1 / BENDS)
    return read.values[e.func](*arguments)


def _applied_slope(e: Any, at: Any) -> Any:
    """The chain rule, of a function of one number."""
    return Slope(e, 1) * Partial(e.args[0], at) if len(e.args) == 1 else None


declare(
    AppliedUndef,
    Declaration(
        symbolic=_applied_symbolic,
        numeric=_applied_numeric,
        name=Name(
            peer=lambda e: ("function", len(e.args)),
            renamed=lambda e, other: other.func(*e.args),
            draw=lambda source, e, domain, size: smooth_function(
                source.rng, len(e.args)
            ),
            key=lambda e: e.func,
        ),
        indexed=Indexed(slope=_applied_slope, of=ALL, total=True),
    ),
)
