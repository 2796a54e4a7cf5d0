"""A frozen dataclass as JSON, and back again with every field checked.

JSON has no infinity: a number that is not finite is written as null. No library does
this here, as the engine needs NumPy and SymPy and nothing else.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import EnumMeta
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


class MalformedJSON(ValueError):
    """JSON that is not the value it should be; says which field and why."""


def written(value: Any) -> Any:
    """What JSON keeps of a value made of dataclasses, mappings, lists and scalars."""
    if is_dataclass(value):
        return {f.name: written(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        entries = cast(Mapping[str, Any], value)
        return {name: written(entry) for name, entry in entries.items()}
    if isinstance(value, tuple | list):
        return [written(entry) for entry in cast(Sequence[Any], value)]
    is_number = isinstance(value, float)
    return None if is_number and not math.isfinite(value) else value


def read(kind: type[T], entry: object, at: str) -> T:
    """The dataclass `kind` that JSON holds; at: what it is, for errors.

    Raises MalformedJSON on a field that is missing, unknown or of another type.
    """
    found, hints = mapping(entry, at), get_type_hints(kind)
    for name in sorted(found.keys() - hints.keys()):
        raise MalformedJSON(f"{at} has the unknown field {name!r}")
    for name in sorted(hints.keys() - found.keys()):
        raise MalformedJSON(f"{at} lacks the field {name!r}")
    return kind(**{n: _value(hints[n], found[n], f"{at}.{n}") for n in hints})


def _value(hint: Any, entry: object, at: str) -> Any:
    """A field's value, of the type it is declared with."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is UnionType:  # something, or None
        return None if entry is None else _value(parts[0], entry, at)
    if origin is tuple:
        return _items(parts, entry, at)
    if origin is dict:
        found = mapping(entry, at)
        return {k: _value(parts[1], v, f"{at}.{k}") for k, v in found.items()}
    if is_dataclass(hint):
        return read(cast(type[Any], hint), entry, at)
    return _scalar(hint, entry, at)


def _scalar(hint: Any, entry: object, at: str) -> Any:
    if hint is float and entry is None:
        return math.inf
    try:
        if isinstance(hint, EnumMeta):
            return hint(entry)
    except ValueError as error:
        raise MalformedJSON(f"{at}: {error}") from None
    kinds = (int, float) if hint is float else hint
    if isinstance(entry, kinds) and isinstance(entry, bool) == (hint is bool):
        return entry
    raise MalformedJSON(f"{at} is {entry!r}, not of type {hint.__name__}")


def mapping(entry: object, at: str) -> dict[str, object]:
    """The fields of a JSON object."""
    if isinstance(entry, dict):
        return cast(dict[str, object], entry)
    raise MalformedJSON(f"{at} is {entry!r}, not an object with fields")


def _items(hints: tuple[Any, ...], entry: object, at: str) -> tuple[Any, ...]:
    """The items of a list: as many as there are hints, or any number of one kind."""
    if not isinstance(entry, list):
        raise MalformedJSON(f"{at} is {entry!r}, not a list")
    found = cast(list[object], entry)
    kinds = hints[:1] * len(found) if hints[-1] is Ellipsis else hints
    if len(kinds) != len(found):
        raise MalformedJSON(f"{at} has {len(found)} items, not {len(kinds)}")
    pairs = enumerate(zip(kinds, found, strict=True))
    return tuple(_value(kind, item, f"{at}[{i}]") for i, (kind, item) in pairs)
