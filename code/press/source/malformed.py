"""What an author must mend before a book can be made: where, what, and what to do."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import yaml


class MalformedError(Exception):
    """A file that cannot be taken as it is; no page is made, and nothing is lost."""

    def __init__(self, path: Path, line: int | None, what: str) -> None:
        super().__init__(path, line, what)
        self.path, self.line, self.what = path, line, what

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{place}: {self.what}"


def read_text(path: Path) -> str:
    """A file's text, which is UTF-8."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        what = f"it cannot be read ({error.strerror}): restore it"
        raise MalformedError(path, None, what) from error
    try:
        return raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"byte {raw[error.start]:#x} is not UTF-8: save the file as UTF-8"
        raise MalformedError(path, line, what) from error


def parsed(text: str, path: Path, first_line: int = 1) -> Any:
    """What a piece of YAML says; first_line: where it stands in the file at path."""
    try:
        return yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        what = f"not YAML: {error.problem or error.context}: mend this line"
        raise MalformedError(path, line, what) from error
    except (yaml.YAMLError, ValueError) as error:
        raise MalformedError(path, first_line, f"not YAML: {error}") from error


def read_mapping(path: Path) -> dict[str, Any]:
    """A file of YAML with names and values; none where it is empty."""
    told: object = parsed(read_text(path), path) or {}
    if not isinstance(told, dict):
        raise MalformedError(path, 1, "write names and values, as in 'name: value'")
    return cast(dict[str, Any], told)


def line_of(path: Path, keys: Iterable[str | int]) -> int | None:
    """The line of a YAML file where a value stands, found by its keys, from 1."""
    node: Any = yaml.SafeLoader(read_text(path)).get_single_node()
    line = node.start_mark.line + 1 if node else None
    for key in keys:
        found = _inside(node, key)
        if found is None:
            return line
        line, node = found
    return line


def _inside(node: Any, key: str | int) -> tuple[int, Any] | None:
    """The line and the value of a key in a mapping or a sequence, if it has one."""
    if isinstance(node, yaml.SequenceNode):
        value = node.value[int(key)]
        return value.start_mark.line + 1, value
    pairs: list[tuple[Any, Any]] = getattr(node, "value", [])
    for name, value in pairs if isinstance(node, yaml.MappingNode) else []:
        if name.value == str(key):
            return name.start_mark.line + 1, value
    return None
