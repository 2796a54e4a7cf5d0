"""What a chapter's source holds: its code cells, and the keys they write."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

VERBS = frozenset({"claim", "definition", "derivation", "refute"})
FENCE = re.compile(r"^ {0,3}(?P<marks>`{3,}|~{3,}|:{3,})(?P<info>.*)$")


class Written(TypedDict):
    """A call such as claim("key", ...): its verb, its key and its line in the file."""

    verb: str
    key: str
    line: int


def written_keys(path: Path) -> list[Written]:
    """The calls with a literal key in the code cells of a chapter, in order."""
    if not path.is_file():
        return []
    text = path.read_text(encoding="utf-8")
    cells = notebook_cells(text) if path.suffix == ".ipynb" else markdown_cells(text)
    return [call for first_line, code in cells for call in calls(code, first_line)]


def notebook_cells(text: str) -> Iterator[tuple[int, str]]:
    """(0, code) of each code cell: a notebook has no lines to speak of."""
    for cell in json.loads(text)["cells"]:
        if cell["cell_type"] == "code":
            yield 0, "".join(cell["source"])


def markdown_cells(text: str) -> Iterator[tuple[int, str]]:
    """(line of the first code line, code) of each outermost {code-cell} fence."""
    for first, info, body in fences(text.splitlines()):
        if info.startswith("{code-cell}"):
            yield first, "\n".join(without_options(body))


def fences(lines: list[str]) -> Iterator[tuple[int, str, list[str]]]:
    """(number of the first inner line, info, inner lines) of each outermost fence."""
    i = 0
    while i < len(lines):
        opening = FENCE.match(lines[i])
        i += 1
        if opening:
            marks, first = opening["marks"], i
            while i < len(lines) and not closes(lines[i], marks):
                i += 1
            yield first + 1, opening["info"].strip(), lines[first:i]
            i += 1


def closes(line: str, marks: str) -> bool:
    """Whether a line ends the fence that these marks opened."""
    text = line.strip()
    return len(text) >= len(marks) and set(text) == {marks[0]}


def without_options(body: list[str]) -> list[str]:
    """A cell's lines with its options left blank, so that line numbers stay true."""
    end = 0
    if body and body[0].strip() == "---":
        end = next(
            (i + 1 for i, line in enumerate(body) if i and line.strip() == "---"), 0
        )
    else:
        while end < len(body) and re.match(r"\s*:[\w-]+:", body[end]):
            end += 1
    return [""] * end + [
        "pass" if line.startswith(("%", "!")) else line for line in body[end:]
    ]


def calls(code: str, first_line: int) -> Iterator[Written]:
    """The engine's calls with a literal key; none where the code does not parse."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for node in sorted(found, key=lambda node: (node.lineno, node.col_offset)):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
        verb = name.id if isinstance(name, ast.Name) else name
        key = literal_key(node)
        if verb in VERBS and key is not None:
            line = first_line + node.lineno - 1 if first_line else 0
            yield Written(verb=str(verb), key=key, line=line)


def literal_key(call: ast.Call) -> str | None:
    """The key a call spells out, first or by name."""
    named = [keyword.value for keyword in call.keywords if keyword.arg == "key"]
    for argument in [*call.args[:1], *named]:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            return argument.value
    return None
