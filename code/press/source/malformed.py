"""What an author must mend before a book can be made: where, what, and what to do."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

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
    told = parsed(read_text(path), path)
    if not isinstance(told, Mapping | None):
        raise MalformedError(path, 1, "write names and values, as in 'name: value'")
    return dict(told or {})


def line_of(path: Path, keys: Iterable[str | int]) -> int | None:
    """The line of a YAML file where a value stands, found by its keys, from 1."""
    node = yaml.compose(read_text(path), Loader=yaml.SafeLoader)
    line = node.start_mark.line + 1 if node else None
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            inside = {name.value: (name, value) for name, value in node.value}
            if str(key) not in inside:
                return line
            name, node = inside[str(key)]
            line = name.start_mark.line + 1
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int):
            node = node.value[key]
            line = node.start_mark.line + 1
    return line
