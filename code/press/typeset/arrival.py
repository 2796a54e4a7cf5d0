"""Every setting of _config.yml is one that arrives: what reaches nothing is refused.

Jupyter Book knows a few settings and drops all others without a word; Sphinx and the
press may set a value anew. Both are found by looking at what became of each.
"""

import copy
import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from jupyter_book.config import get_validator, yaml_to_sphinx
from sphinx.config import Config

from ..source.malformed import MalformedError, line_of

Keys = tuple[str, ...]
OF_SPHINX: Keys = ("sphinx", "config")
CHANGED_BY_DATE = {"copyright"}  # its year follows the day of the last commit
LOADED = {"extensions"}  # Sphinx stops by itself where it cannot
PRESS_SETS_IT = "the press sets this itself: take it out"
PLAIN = (bool, dict, int, list, str)


def check_settings(path: Path, told: dict[str, Any], ours: Mapping[str, Any]) -> None:
    """Every value is of the kind that Jupyter Book asks for, and reaches Sphinx.

    ours: what the press tells Sphinx in any case. Raises MalformedError.
    """
    for error in get_validator().iter_errors(told):
        what = f"{error.message}: give it a value of that kind"
        raise MalformedError(path, line_of(path, error.absolute_path), what)
    for keys, reached in reached_by(told).items():
        if not reached:
            what = f"no setting '{'.'.join(keys)}' reaches Sphinx{_hint(keys)}"
            raise MalformedError(path, line_of(path, keys), what)
        if reached & ours.keys():
            raise MalformedError(path, line_of(path, keys), PRESS_SETS_IT)


def check_arrived(path: Path, told: dict[str, Any], arrived: Config) -> None:
    """Every setting has the value in Sphinx that it has in the file at path."""
    expected = _sphinx_settings(told)
    for keys, reached in reached_by(told).items():
        for name in sorted(reached & {*arrived.values} - CHANGED_BY_DATE):
            if not _is_as_written(expected[name], arrived, name):
                what = (
                    f"{name} does not arrive as it is written, Sphinx has "
                    f"{arrived[name]!r}: mend its value, or take it out"
                )
                raise MalformedError(path, line_of(path, keys), what)
        unknown = reached - {*arrived.values} - LOADED
        if keys[:-1] != OF_SPHINX:
            continue
        for name in unknown:
            near = difflib.get_close_matches(name, arrived.values, 1)
            meant = f", is it {near[0]}?" if near else ": take it out"
            what = f"neither Sphinx nor an extension knows the setting {name}{meant}"
            raise MalformedError(path, line_of(path, keys), what)


def reached_by(told: dict[str, Any]) -> dict[Keys, set[str]]:
    """Which settings of Sphinx hang on each value of the file, found by changing it."""
    before = _sphinx_settings(told)
    found: dict[Keys, set[str]] = {}
    for keys in _leaves(told):
        if keys[:-1] == OF_SPHINX:
            found[keys] = {keys[-1]}
            continue
        after = _sphinx_settings(_with_another(told, keys))
        names = before.keys() | after.keys()
        found[keys] = {name for name in names if before.get(name) != after.get(name)}
    return found


def _sphinx_settings(told: dict[str, Any]) -> dict[str, Any]:
    settings, overrides, paths = yaml_to_sphinx(copy.deepcopy(told))
    return settings | overrides | {"sys.path": paths}


def _leaves(told: Mapping[str, Any], above: Keys = ()) -> Iterator[Keys]:
    for key, value in told.items():
        keys = (*above, str(key))
        if isinstance(value, dict) and keys[:-1] != OF_SPHINX:
            yield from _leaves(cast(dict[str, Any], value), keys)
        else:
            yield keys


def _with_another(told: dict[str, Any], keys: Keys) -> dict[str, Any]:
    changed = copy.deepcopy(told)
    inside = changed
    for key in keys[:-1]:
        inside = inside[key]
    inside[keys[-1]] = _another(inside[keys[-1]])
    return changed


def _another(value: Any) -> Any:
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case [_, *_]:
            return []
        case _:
            return f"{value or ''}x"


def _is_as_written(value: Any, arrived: Config, name: str) -> bool:
    """Whether Sphinx holds the value, and it is of the kind of the stock one."""
    stock = arrived.values[name].default
    fits = type(stock) not in PLAIN or isinstance(value, type(stock))
    return arrived[name] == value and (fits or bool(arrived.values[name].valid_types))


def _hint(keys: Keys) -> str:
    inside: Any = get_validator().schema
    for key in keys[:-1]:
        inside = inside.get("properties", {}).get(key, {})
    known = {*inside.get("properties", {})} - {keys[-1]}
    if near := difflib.get_close_matches(keys[-1], sorted(known), 1):
        return f", is it '{near[0]}'?"
    return ": write it below 'sphinx: config:' by Sphinx's own name, or take it out"
