"""One identity of a claim: build, ledger, audit and cache know it by this digest."""

from __future__ import annotations

import hashlib
import pickle
import types
from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from numbers import Integral
from typing import Any

import numpy as np
import sympy as sp

from .declaration import declaration_of
from .functions_told import Tell, Told, function_told

ENGINE = ("sympy", __package__)  # a change of these is a change of everything
PLAIN = (type(None), bool, str, bytes, float, complex)
UNTOLD = (TypeError, ValueError, AttributeError, pickle.PicklingError)


def identity_of(value: object) -> str:
    """A digest that differs wherever two values do, and is the same in every process.

    Trees are told by class, arguments and assumptions, not by how they print, and a
    node from outside by all that is declared of it; functions by source, defaults and
    what they close over; arrays by their bytes; dataclasses by all their fields.  What
    no rule can tell is told by its type.
    """
    return hashlib.sha256(repr(_Teller()(value)).encode()).hexdigest()[:16]


class _Teller:
    """A value as nested tuples of text; nameless symbols by order of appearance."""

    def __init__(self) -> None:
        self.nameless: dict[Any, int] = {}
        self.around: set[int] = set()

    def __call__(self, value: Any) -> Told:
        if isinstance(value, PLAIN):
            return (type(value).__name__, repr(value))
        if id(value) in self.around:
            return "itself"
        self.around.add(id(value))
        told = self._tree(value) if isinstance(value, sp.Basic) else self._told(value)
        self.around.discard(id(value))
        return told

    def _tree(self, e: Any) -> Told:
        """A SymPy object by what SymPy compares: class, arguments, assumptions."""
        content = e._hashable_content()
        if isinstance(e, sp.Dummy):  # its last entry counts the symbols made before it
            content = (*content[:-1], self.nameless.setdefault(e, len(self.nameless)))
        return (_kind(self, type(e)), *map(self, content))

    def _told(self, value: Any) -> Told:
        for kinds, how in RULES:
            if isinstance(value, kinds):
                return how(self, value)
        if is_dataclass(value) and not isinstance(value, type):
            parts = ((f.name, self(getattr(value, f.name))) for f in fields(value))
            return (_name_of(type(value)), *parts)
        return self._by_state(value)

    def _by_state(self, value: Any) -> Told:
        """An object by what would rebuild it, or by its name: NumPy's sin is no cos."""
        try:
            state = value.__reduce_ex__(2)[1:]
        except UNTOLD:
            state = getattr(value, "__name__", None)
        return (_kind(self, type(value)), self(state))


def _name_of(kind: type[Any]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _kind(tell: Tell, kind: Any) -> Told:
    if isinstance(kind, sp.core.function.UndefinedFunction):
        return ("function", str(kind), tell(kind._kwargs))
    name = _name_of(kind)
    if not issubclass(kind, sp.Basic) or kind.__module__.split(".")[0] in ENGINE:
        return name
    return (name, tell(declaration_of(kind)), tell(_written_in(kind)))


def _written_in(kind: Any) -> dict[str, Any]:
    """The functions of a class from outside, such as the one that gives its shape."""
    functions: dict[str, Any] = {}
    for name, member in kind.__dict__.items():
        function = member.fget if isinstance(member, property) else member
        if isinstance(function, types.FunctionType):
            functions[name] = function
    return functions


def _explicit(tell: Tell, matrix: Any) -> Told:
    return ("matrix", str(matrix.shape), *map(tell, matrix.flat()))


def _integer(tell: Tell, value: Any) -> Told:
    return ("int", str(int(value)))


def _array(tell: Tell, value: Any) -> Told:
    a = np.asarray(value)
    content = tell(a.tolist()) if a.dtype == object else a.tobytes().hex()
    return ("array", str(a.dtype), str(a.shape), content)


def _mapping(tell: Tell, value: Mapping[Any, Any]) -> Told:
    pairs = sorted(value.items(), key=lambda pair: str(pair[0]))
    return ("mapping", *map(tell, pairs))


def _sequence(tell: Tell, value: Any) -> Told:
    return ("sequence", *map(tell, value))


def _set(tell: Tell, value: Set[Any]) -> Told:
    return ("set", *sorted(map(tell, value), key=repr))


def _module(tell: Tell, value: types.ModuleType) -> Told:
    return ("module", value.__name__)


def _method(tell: Tell, f: types.MethodType) -> Told:
    return ("method", tell(f.__func__), tell(f.__self__))


def _builtin(tell: Tell, f: types.BuiltinFunctionType) -> Told:
    return ("builtin", f.__qualname__, tell(f.__self__))


RULES: tuple[tuple[Any, Any], ...] = (
    (sp.MatrixBase, _explicit),
    (Integral, _integer),
    ((np.ndarray, np.generic), _array),
    (Mapping, _mapping),
    ((tuple, list, range), _sequence),
    (Set, _set),
    (types.ModuleType, _module),
    (type, _kind),
    (types.FunctionType, function_told),
    (types.MethodType, _method),
    (types.BuiltinFunctionType, _builtin),
)
