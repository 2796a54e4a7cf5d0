"""What a chapter's reader reads, piece by piece: words and formulas, with their lines.

Code, names of labels, targets of links and options that are not shown are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, cast

import yaml
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

EXTENSIONS = {  # the book's own, but for quotes, which change no number
    *("amsmath", "attrs_block", "attrs_inline", "colon_fence", "deflist"),
    *("dollarmath", "substitution"),
}
DIRECTIVE = re.compile(r"\{([\w:-]+)\}\s*(.*)")
OPTION = re.compile(r":([\w-]+):\s*(.*)")
CODE = {"code", "code-block", "code-cell", "include", "literalinclude", "proofs"}
SHOWN = {"alt", "caption", "title"}  # the options that a reader reads
UNSHOWN = {"figure", "image", "list-table", "solution-start", "solution-end", "table"}
TITLED = {"list-table", "table"}  # of those above, whose argument is read none the less

Kind = Literal["words", "formula"]


@dataclass(frozen=True)
class Piece:
    """Words or a formula that a reader sees: where, what, and in which directives."""

    line: int
    kind: Kind
    text: str
    within: tuple[str, ...] = ()


@cache
def parser() -> MarkdownIt:
    return create_md_parser(MdParserConfig(enable_extensions=EXTENSIONS), RendererHTML)


def pieces(text: str, first_line: int = 1) -> Iterator[Piece]:
    """All that a reader of a MyST file reads; first_line: where the text begins."""
    for token in parser().parse(text):
        line = first_line + (token.map[0] if token.map else 0)
        if token.type == "inline":
            yield from _inline(token, line)
        elif token.type in ("math_block", "math_block_label", "amsmath"):
            yield Piece(line, "formula", token.content)
        elif token.type in ("fence", "colon_fence"):
            yield from _fenced(token, line)


def _inline(token: Token, line: int) -> Iterator[Piece]:
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type in ("text", "image"):
            yield Piece(line, "words", child.content)
        elif child.type.startswith("math") or child.meta.get("name") == "math":
            yield Piece(line, "formula", child.content)


def _fenced(token: Token, line: int) -> Iterator[Piece]:
    """What a directive shows: its title, its options for readers, its body."""
    found = DIRECTIVE.match(token.info)
    if not found:
        return
    name, title = found.groups()
    options, body, skipped = options_of(token.content)
    within: list[Piece] = []
    if name == "math":
        within.append(Piece(line + 1 + skipped, "formula", body))
    elif name not in CODE:
        if name not in UNSHOWN or name in TITLED:
            within += pieces(title, line)
        within += pieces(body, line + 1 + skipped)
    for text in _shown(options):
        within += pieces(text, line + _line_of(text, token.content))
    yield from (replace(p, within=(name, *p.within)) for p in within)


def options_of(content: str) -> tuple[dict[str, Any], str, int]:
    """Options, the rest, and how many lines the options take."""
    lines = content.splitlines()
    if lines and lines[0].strip() == "---":
        ends = (k for k, line in enumerate(lines[1:], 1) if line.strip() == "---")
        end = next(ends, len(lines))
        return _yaml("\n".join(lines[1:end])), "\n".join(lines[end + 1 :]), end + 1
    options, end = dict[str, Any](), 0
    while end < len(lines) and (found := OPTION.match(lines[end].strip())):
        options[found[1]] = found[2]
        end += 1
    return options, "\n".join(lines[end:]), end


def _yaml(text: str) -> dict[str, Any]:
    """Options as YAML; what is none is told when the chapter is read."""
    try:
        told: object = yaml.safe_load(text)
    except yaml.YAMLError:
        return {}
    return cast(dict[str, Any], told) if isinstance(told, dict) else {}


def _shown(options: dict[str, Any]) -> Iterator[str]:
    """The options that readers read, at whatever depth."""
    for name, value in options.items():
        if isinstance(value, dict):
            yield from _shown(cast(dict[str, Any], value))
        elif name in SHOWN:
            yield str(value)


def _line_of(text: str, content: str) -> int:
    """How far below the first line of a fence a text in its options begins."""
    start = content.find(text.splitlines()[0].strip()) if text.strip() else 0
    return 1 + content.count("\n", 0, max(start, 0))
