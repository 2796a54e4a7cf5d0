"""The code of a chapter: where its numbers come from, and how wide it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from .prose import options_of, parser

WIDEST = 88  # letters of a line: the page's column holds no more
READS_WELL = 62  # of a line that the page shows unasked
HIDDEN = {"hide-input", "hide-cell", "remove-input", "remove-cell"}
OF_THIS_SEED = re.compile(r"\bof_this_seed\(")
REFUSED = {
    re.compile(r"\bdefault_rng\b|\bRandomState\b|\bnp\.random\.\w+"): (
        "take random numbers from generator(3) of mlmath.generators, so that the "
        "chapter is tried with other seeds"
    ),
    re.compile(r"\b(?:sklearn|statsmodels)\.datasets\b"): (
        "take data from mlmath.datasets, so that the chapter is tried with them changed"
    ),
}


@dataclass(frozen=True)
class Cell:
    """A code cell: where it stands, its options, the line and text of its code."""

    line: int
    options: dict[str, Any]
    first: int
    code: str

    @property
    def is_open(self) -> bool:
        """Whether the page shows its code unasked."""
        tags = self.options.get("tags", [])
        named = yaml.safe_load(tags) if isinstance(tags, str) else tags
        return not HIDDEN & {*named}

    @property
    def lines(self) -> Iterator[tuple[int, str]]:
        """The lines of its code, with their numbers in the file."""
        return enumerate(self.code.splitlines(), self.first)


def cells(text: str) -> Iterator[Cell]:
    """The code cells of a MyST file."""
    for token in parser().parse(text):
        if token.type == "fence" and token.info.startswith("{code-cell}"):
            line = token.map[0] + 1 if token.map else 1
            options, code, skipped = options_of(token.content)
            yield Cell(line, options, line + 1 + skipped, code)


def refused(text: str) -> Iterator[tuple[int, str]]:
    """(line, complaint) of what no cell of a chapter holds."""
    for cell in cells(text):
        for line, code in cell.lines:
            for pattern, instead in REFUSED.items():
                if found := pattern.search(code):
                    yield line, f"{found[0]}: {instead}"
            if len(code) > WIDEST:
                what = f"{len(code)} letters of code: break the line at {WIDEST} or"
                yield line, f"{what} before"


def wide(text: str) -> Iterator[tuple[int, str]]:
    """(line, advice) of each line of code that is longer than reads well."""
    for cell in cells(text):
        for line, code in cell.lines if cell.is_open else ():
            if len(code) > READS_WELL:
                what = f"{len(code)} letters of code: break the line where it reads"
                yield line, f"{what} well, at {READS_WELL} or before"


def of_this_seed(text: str) -> int:
    """How many times a chapter says what holds for its own draws alone."""
    return sum(len(OF_THIS_SEED.findall(cell.code)) for cell in cells(text))
