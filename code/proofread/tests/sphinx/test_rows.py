"""Reasons of a derivation stand beside its rows, or beneath where those are wide."""

from docutils import nodes

from proofread.sphinx.nodes import html, lines_block
from proofread.sphinx.writers import reasons_beneath


def rows(*sides: tuple[str, str]) -> lines_block:
    """The node of a derivation with these left and right sides."""
    cells = [[html("span", nodes.math("", tex)) for tex in pair] for pair in sides]
    return lines_block("", *(html("div", *pair, html("span")) for pair in cells))


def test_reasons_have_room_beside_narrow_rows() -> None:
    assert not reasons_beneath(rows(("a", "= b"), ("", "= c + d")))


def test_reasons_go_beneath_as_soon_as_both_sides_of_any_rows_are_wide() -> None:
    assert reasons_beneath(rows(("a" * 25, "= b"), ("", "= " + "c" * 25)))
    assert not reasons_beneath(rows(("a" * 25, "= b"), ("", "= c")))
