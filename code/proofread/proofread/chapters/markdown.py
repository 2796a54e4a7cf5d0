"""The code cells of a MyST Markdown file, as MyST-NB reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent
from typing import Any, cast

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

BLOCKS = MarkdownIt("commonmark").use(front_matter_plugin).use(colon_fence_plugin)
BLOCKS.disable("inline")
UNMARKED = (
    "no build runs its cells: begin the file with the lines ---, "
    "file_format: mystnb, kernelspec: {name: python3}, ---"
)


def markdown_cells(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """(line of its first code, code, tags) of each cell.

    SyntaxError, with the file's line, where front matter or options cannot be read.
    """
    tokens = BLOCKS.parse(text + "\n")
    front = tokens[0] if tokens and tokens[0].type == "front_matter" else None
    if front is None and text.startswith("---"):
        raise SyntaxError("front matter that no --- ends", ("", 1, 0, ""))
    says = mapping(front.content, 2, "front matter") if front else {}
    for token in tokens:
        if token.level == 0 and _is_cell(token) and token.map:
            line = token.map[0] + 2
            if not is_notebook(says):
                raise SyntaxError(UNMARKED, ("", line - 1, 0, ""))
            yield _cell(token.content, line)


def is_notebook(front_matter: dict[str, Any]) -> bool:
    """Whether front matter says that the file's cells are to be run."""
    if front_matter.get("file_format") == "mystnb":
        return True
    text = _inside(_inside(front_matter, "jupytext"), "text_representation")
    return text.get("format_name") == "myst"


def _inside(values: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] | None = values.get(name)
    return found or {}


def mapping(text: str, line: int, what: str) -> dict[str, Any]:
    """YAML that begins at this line, as a dictionary."""
    try:
        found: Any = yaml.safe_load(text) or {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        at = line + (mark.line if mark else 0)
        raise SyntaxError(f"{what}: {error.problem}", ("", at, 0, "")) from error
    if not isinstance(found, dict):
        raise SyntaxError(f"{what}: no `name: value` pairs", ("", line, 0, ""))
    return cast(dict[str, Any], found)


def _is_cell(token: Token) -> bool:
    return token.type == "fence" and token.info.startswith("{code-cell}")


def _cell(content: str, line: int) -> tuple[int, str, list[str]]:
    options, body, skipped = _options(content)
    said = mapping(options, line, "options of the cell")
    tags: list[str] | str = said.get("tags") or []
    lines = body.splitlines()
    if lines and not lines[0].strip():  # MyST-NB drops one
        lines, skipped = lines[1:], skipped + 1
    return line + skipped, "\n".join(lines), [tags] if isinstance(tags, str) else tags


def _options(content: str) -> tuple[str, str, int]:
    """(options as YAML, the rest, how many lines the options take)."""
    lines = content.splitlines()
    if not content.lstrip().startswith(("---", ":")):
        return "", content, 0
    if content.startswith("---"):
        ends = (k for k, line in enumerate(lines[1:], 1) if re.match("-{3,}", line))
        end = next(ends, len(lines))
        options, rest = "\n".join(lines[1:end]), "\n".join(lines[end + 1 :])
        return "\n" + dedent(options), rest, end + 1
    end = 0
    while end < len(lines) and lines[end].lstrip().startswith(":"):
        end += 1
    options = "\n".join(line.lstrip()[1:] for line in lines[:end])
    return options, "\n".join(lines[end:]), end
