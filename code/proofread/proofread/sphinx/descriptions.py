"""Terms and what is said of each; where the two sides of a false statement differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docutils import nodes

from ..bundle import Counterexample
from . import wording

Described = tuple[str, list[nodes.Node]]  # a term, and what is said of it


def counterexample(found: Counterexample) -> Iterator[Described]:
    """The values at which the two sides differ, and the sides there."""
    if found.sizes:
        yield "sizes", [nodes.Text(wording.sizes_text(found.sizes))]
    for name, value in found.values:
        yield name, [nodes.Text(value)]
    yield "left side", [nodes.Text(found.left)]
    yield "right side", [nodes.Text(found.right)]
    yield "residual", [nodes.Text(wording.number_text(found.residual))]
    if latex := found.did_you_mean:
        yield "did you mean", [nodes.math(latex, latex)]


def in_one_line(found: Counterexample) -> nodes.paragraph:
    """A counterexample as running text."""
    line = nodes.paragraph()
    for i, (term, described) in enumerate(counterexample(found)):
        line += [nodes.Text("; " if i else ""), nodes.strong("", term)]
        line += [nodes.Text("\N{NO-BREAK SPACE}"), *described]
    return line


def description_list(described: Iterable[Described]) -> nodes.definition_list:
    """Terms and what they stand for."""
    items = [
        nodes.definition_list_item(
            "",
            nodes.term("", term),
            nodes.definition("", nodes.paragraph("", "", *said)),
        )
        for term, said in described
    ]
    return nodes.definition_list("", *items)
