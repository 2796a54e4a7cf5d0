"""Reader 2: the tree walked in NumPy, at other sizes and generic values.

`Numeric(values, ...)(e)` returns a float or a 2-D array.  No SymPy calculus is ever
called: derivatives are complex steps, or eighth-order differences where a step is taken
inside a step; extremes are searched for; integrals and means are quadratures; spectra
come from LAPACK; limits are extrapolated.  How a node is read is declared with it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from typing import Any, cast

import numpy as np
import sympy as sp

from ..declaration import declared
from ..definitions import Definitions
from ..node import is_matrix
from ..scope import reach
from ..work import spend
from .differences import difference
from .watch import Watch

PLAIN = (float, complex, int)
TINY = 1e-30
WHOLE = 1e-9
STEEP = 1e20  # a slope of a jump, not of a function


class NotAnalytic(Exception):
    """A complex step met what it cannot pass through; a real difference must serve."""


def number(a: Any) -> Any:
    """A one-by-one array is a number."""
    if type(a) in PLAIN:
        return a
    if isinstance(a, np.generic):
        return cast(Any, a).item()
    return np.asarray(a).reshape(()).item() if np.size(a) == 1 else a


def scalar(a: Any) -> Any:
    """A number; ValueError where there is a matrix of several entries."""
    value = number(a)
    if np.ndim(value):
        raise ValueError(f"a number is needed, not a matrix of {np.shape(value)}")
    return value


def real(a: Any) -> float:
    """The real part of a number: all of it, unless a complex step is taken."""
    part: Any = np.real(number(a))
    return float(part)


class Numeric:
    """Reads a tree at given values.

    values: size, symbol, matrix symbol, base or function -> number, 2-D array, array
    indexed from 0, or callable.  brackets: scalar symbol -> interval to search.
    watch: keeps account of rounding, where that is asked for.

    What was read once is not read again, here and `within`, as long as no name that it
    depends on has another value there.
    """

    def __init__(
        self,
        values: Mapping[Any, Any],
        definitions: Definitions | None = None,
        brackets: Mapping[Any, tuple[float, float]] | None = None,
        *,
        stepping: bool = False,
        watch: Watch | None = None,
    ):
        self.values, self.stepping, self.watch = dict(values), stepping, watch
        self.definitions = definitions or Definitions()
        self.brackets = dict(brackets or {})
        self._around: Numeric | None = None
        self._changed: frozenset[Any] = frozenset()  # what has another value around
        self._known, self._reached = dict[Any, Any](), dict[Any, set[Any]]()

    def __call__(self, e: Any) -> Any:
        spend()
        if e in self.values:
            return self._seen(e, self.values[e])
        reader = self._outermost(e)
        known = reader._known.get(e)
        if known is None:
            known = reader._known[e] = reader._seen(e, reader._value(e))
        return known

    def once(self, e: Any, make: Callable[[Numeric, Any], Any]) -> Any:
        """What is made of e at its values, and anew only where these are others."""
        reader = self._outermost(e)
        if (made := (make, e)) not in reader._known:
            reader._known[made] = make(reader, e)
        return reader._known[made]

    def _outermost(self, e: Any) -> Numeric:
        """The outermost of the readers around for which e has the same value."""
        names = self._reached.get(e)
        if names is None:
            names = self._reached[e] = reach(e, self.definitions)
        reader = self
        while reader._around is not None and names.isdisjoint(reader._changed):
            reader = reader._around
        return reader

    def _seen(self, e: Any, value: Any) -> Any:
        if self.watch:
            self.watch.see(value)
        if is_matrix(e) and np.ndim(value) == 0:
            return np.reshape(value, (1, 1))  # of one entry, and a matrix still
        return value

    def _value(self, e: Any) -> Any:
        if self.definitions.pairs and (found := self.definitions.lookup(e)):
            value, bound = found
            return number(self.within({k: self(v) for k, v in bound.items()})(value))
        if rule := declared(e).numeric:
            return rule(self, e)
        raise NotImplementedError(f"no numeric rule for {type(e).__name__}")

    def within(
        self,
        values: Mapping[Any, Any],
        *,
        stepping: bool = False,
        watch: Watch | None = None,
    ) -> Numeric:
        """This reader with more values known; with a watch, all is read anew."""
        reader = type(self)(
            {**self.values, **values},
            self.definitions,
            self.brackets,
            stepping=self.stepping or stepping,
            watch=watch or self.watch,
        )
        if watch is None:
            reader._around, reader._changed = self, frozenset(values)
            reader._reached = self._reached
        return reader

    def hold(self, name: Any, value: Any) -> None:
        """Let a name have another value from here on."""
        self.values[name] = value
        self._known.clear()

    def count(self, e: Any) -> int:
        """A size, an index or a bound, as an int; ValueError for what is not whole."""
        value = real(self(sp.sympify(e)))
        if abs(value - round(value)) > WHOLE:
            raise ValueError(f"{e} is {value:g} here, and should be a whole number")
        return round(value)

    def forbid_step(self) -> None:
        """Refuse to be part of a complex step."""
        if self.stepping:
            raise NotAnalytic

    def slope(
        self, f: Callable[[Numeric], Any], key: Any, at: tuple[int, ...] = ()
    ) -> Any:
        """The derivative of f by one entry of the value held under `key`."""
        self.forbid_step()
        held = np.asarray(self.values[key])

        def moved(step: complex) -> Any:
            value = held.astype(complex if isinstance(step, complex) else held.dtype)
            value[at] += step
            value = value if value.ndim else value[()]
            return np.asarray(
                f(self.within({key: value}, stepping=isinstance(step, complex)))
            )

        try:
            found = np.imag(moved(1j * TINY)) / TINY
            return np.where(np.abs(found) < STEEP, found, np.inf)
        except NotAnalytic:
            return difference(moved, float(np.abs(held[at])), self.watch)

    def holding(self, x: Any) -> tuple[Numeric, Any]:
        """This reader with the value of x held as free, and the key it is under."""
        self.forbid_step()
        if isinstance(x, sp.Indexed):
            return self.within({x.base: self.whole(x.base)}), x.base
        return self.within({x: np.asarray(self(x), dtype=float)}), x

    def whole(self, base: sp.IndexedBase) -> np.ndarray:
        """Every entry of an indexed base, as an array."""
        if base in self.values:
            return np.asarray(self.values[base])
        if base.shape is None:
            raise ValueError(f"{base} is defined entry by entry: give it a shape")
        shape = tuple(self.count(n) for n in base.shape)
        entries = [
            self(base[tuple(i + 1 for i in at)])
            for at in itertools.product(*map(range, shape))
        ]
        return np.array(entries).reshape(shape)
