"""The steps of a proof for every size: line by line; mechanical runs fold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from docutils import nodes

from ..bundle import ProofLine
from .nodes import html
from .render import formula

FOLDED = 4  # mechanical steps in a row that a reader need not see
# What one does without a thought, and how many such steps are called together.
MECHANICAL = (
    (re.compile(r"definition of .*"), None),
    (re.compile(r"rename .*|another order of the sums"), "rename"),
    (re.compile(r"what .* stands for"), "what names stand for"),
    (re.compile(r"arithmetic|.*, term by term|.*, before the sum"), None),
    (re.compile(r"one sum over both indices"), None),
)
WITHIN = " (within the line)"
FORMULA = re.compile(r"\$([^$]+)\$")


def steps_list(lines: Sequence[ProofLine]) -> nodes.Element:
    """The lines of a proof, or of several: one without a reason begins the next."""
    items = (
        item for start, stop in chains(lines) for item in folded(lines[start:stop])
    )
    return html("ol", *items, classes="proofread-steps")


def chains(lines: Sequence[ProofLine]) -> Iterator[tuple[int, int]]:
    """Where each chain of equalities starts and stops."""
    starts = [i for i, line in enumerate(lines) if not line.reason]
    yield from zip(starts, [*starts[1:], len(lines)], strict=True)


def folded(chain: Sequence[ProofLine]) -> Iterator[nodes.Element]:
    """The items of one chain; its last line, where it arrives, never folds."""
    *before, last = chain
    for is_mechanical, run in groupby(before, key=lambda line: bool(called(line))):
        lines = list(run)
        if is_mechanical and len(lines) >= FOLDED:
            yield html("li", fold(lines))
        else:
            yield from map(item, lines)
    yield item(last)


def fold(lines: Sequence[ProofLine]) -> nodes.Element:
    """Steps behind a line that counts them and says of which kinds they are."""
    kinds = ", ".join(dict.fromkeys(map(called, lines)))
    summary = html("summary", nodes.Text(f"{len(lines)} steps: {kinds}"))
    return html("details", summary, html("ol", *map(item, lines)))


def called(line: ProofLine) -> str:
    """What a mechanical step is called; empty for any other."""
    for pattern, name in MECHANICAL:
        if pattern.fullmatch(line.reason):
            return name or line.reason
    return ""


def item(line: ProofLine) -> nodes.Element:
    """A line of its own: what the one before equals, or what changes in it, and why."""
    apart = line.within or line.aside or not line.reason
    equals = "" if apart else f"{{}} {line.relation} "
    told = [*with_formulas(line.reason), nodes.Text(WITHIN if line.within else "")]
    reason = html("span", *told, classes="proofread-reason")
    return html("li", formula(equals + line.latex), reason, classes="proofread-step")


def with_formulas(text: str) -> Iterable[nodes.Node]:
    """The nodes of a reason: what stands between two $ is mathematics."""
    for i, part in enumerate(FORMULA.split(text)):
        yield nodes.math(part, part) if i % 2 else nodes.Text(part)
