"""What a chapter's cells said stands in its text: @{accuracy:.0%}, after say(…).

It is put there after the cells have run and before the text is read, so that a page,
its titles, captions, alternatives of images, mathematics and solutions, the printed
book, the notebook and the search index all show one number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from nbformat import NotebookNode

from ..executed.chapters import Chapter
from ..source.malformed import MalformedError, read_text

MIME = "application/vnd.proofread.said+json"  # what `say` shows
ANSWER = "application/vnd.proofread.answer+json"  # what `answer` shows beside words
PLACE = re.compile(r"@\{([^{}\n]+)\}")
MATH = re.compile(
    r"\$\$.+?\$\$|(?<![\\$])\$(?:[^$\\]|\\.)+\$|\{math\}`[^`]+`|^`{3,}\{math\}.+?^`{3,}",
    re.DOTALL | re.MULTILINE,
)
NUMBER = re.compile(
    r"(?P<minus>-?)(?P<digits>\d[\d,]*\.?\d*)(?:e(?P<power>[+-]\d+))?(?P<percent>%?)"
)
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
MISSAID = (KeyError, IndexError, AttributeError, TypeError, ValueError)


def fill(chapter: Chapter) -> None:
    """Put what the cells said into the text around them, and take it off the outputs.

    Raises MalformedError where a name is said twice, is not said, cannot be put in the
    form that is asked for, or is shown nowhere.
    """
    values, lines = _said(chapter)
    shown: set[str] = set()
    for index, cell in enumerate(chapter.notebook.cells):
        text = Text(chapter, index, values, shown)
        if cell.cell_type == "markdown":
            cell.source = text.filled(cell.source)
        else:
            cell.metadata = text.filled_within(cell.metadata)
    for name in sorted(values.keys() - shown):
        what = f"'{name}' is said and shown nowhere: write @{{{name}}} in the text"
        raise MalformedError(chapter.path, lines[name], what)


class _Entries(dict[str, Any]):
    """What a dictionary holds, whose keys JSON made words: [13] is of the number 13."""

    def __missing__(self, key: object) -> Any:
        if isinstance(key, int) and str(key) in self:
            return self[str(key)]
        raise IndexError(f"there is no {key} in it")


def _named(value: Any) -> Any:
    """A value whose dictionaries know whole numbers."""
    if isinstance(value, dict):
        pairs = cast(dict[str, Any], value).items()
        return _Entries({k: _named(v) for k, v in pairs})
    if isinstance(value, list):
        return [_named(v) for v in cast(list[Any], value)]
    return value


def _said(chapter: Chapter) -> tuple[dict[str, Any], dict[str, int]]:
    """All values by their names, and the line of the cell that said each."""
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for index, cell in enumerate(chapter.notebook.cells):
        for told in _taken(cell):
            for name in sorted(told):
                if name in values:
                    what = f"'{name}' was said before, at line {lines[name]}"
                    raise MalformedError(chapter.path, chapter.line(index), what)
                values[name], lines[name] = _named(told[name]), chapter.line(index)
    return values, lines


def _taken(cell: Any) -> Iterator[dict[str, Any]]:
    """What a cell said, which its outputs then no longer hold."""
    outputs = cell.get("outputs", [])
    for output in outputs:
        output.get("data", {}).pop(ANSWER, None)  # a page shows the words alone
    yield from (o.data[MIME] for o in outputs if MIME in o.get("data", {}))
    if outputs:
        cell.outputs = [o for o in outputs if MIME not in o.get("data", {})]


@dataclass
class Text:
    """The text of a cell, or of its options, with the values put in and noted."""

    chapter: Chapter
    index: int
    values: dict[str, Any]
    shown: set[str]

    def filled_within(self, options: Any) -> Any:
        """Options with every text in them filled: captions, alternatives of images."""
        if isinstance(options, dict):
            pairs = cast(dict[str, Any], options).items()
            return NotebookNode({k: self.filled_within(v) for k, v in pairs})
        return self.filled(options) if isinstance(options, str) else options

    def filled(self, source: str) -> str:
        """A text with its values; their names are added to those shown."""
        formulas = [found.span() for found in MATH.finditer(source)]

        def value(found: re.Match[str]) -> str:
            in_formula = any(a <= found.start() < b for a, b in formulas)
            try:
                text = f"{{{found[1]}}}".format_map(self.values)
            except MISSAID as error:
                why = _why(found, error)
                raise MalformedError(
                    self.chapter.path, self.line(found[0]), why
                ) from error
            self.shown.add(re.split(r"[\[.!:]", found[1])[0])
            number = NUMBER.fullmatch(text)
            set_number = _in_formula if in_formula else _in_prose
            return set_number(number) if number else text

        return PLACE.sub(value, source)

    def line(self, written: str) -> int:
        """The file's line on which a place of this cell is written."""
        starts = self.chapter.notebook.metadata.get("source_map")
        first = starts[self.index] if starts else 0
        lines = read_text(self.chapter.path).splitlines()
        below = enumerate(lines[first:], first + 1)
        return next((n for n, line in below if written in line), first + 1)


def _why(found: re.Match[str], error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{found[0]}: no cell says {error}: call say({error.args[0]}=…) in one"
    return f"{found[0]}: {error}: write a name that is said and a form that suits it"


def _in_formula(found: re.Match[str]) -> str:
    """A number as LaTeX has it."""
    digits = found["digits"].replace(",", "{,}")
    power = rf" \times 10^{{{int(found['power'])}}}" if found["power"] else ""
    percent = r"\%" if found["percent"] else ""
    return f"{found['minus']}{digits}{power}{percent}"


def _in_prose(found: re.Match[str]) -> str:
    """A number as a sentence has it: with a minus, and with a raised exponent."""
    minus = "−" if found["minus"] else ""
    power = found["power"]
    raised = f" × 10{str(int(power)).translate(RAISED)}" if power else ""
    return f"{minus}{found['digits']}{raised}{found['percent']}"
