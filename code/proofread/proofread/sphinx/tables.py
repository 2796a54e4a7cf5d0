"""Tables with a caption and with headings that a screen reader can follow."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from .nodes import element, html

Cell = nodes.Node | str | int | None


def screen_table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    ids: Sequence[str] = (),
) -> element:
    """A table that scrolls by itself; its first column and `ids` name the rows."""
    head = html("tr", *(html("th", nodes.Text(text), scope="col") for text in heads))
    body = html("tbody", *(screen_row(cells) for cells in rows))
    for row, row_id in zip(body.children, ids, strict=False):
        row["ids"] = [row_id]  # type: ignore[index]
    content = html(
        "table",
        html("caption", nodes.Text(caption)),
        html("thead", head),
        body,
        classes="table proofread-table",
    )
    region = {"role": "region", "tabindex": "0", "aria_label": caption}
    return html("div", content, classes="proofread-scroll", **region)


def screen_row(cells: Sequence[Cell]) -> element:
    """A row: its heading, then its cells."""
    first, *others = ([inline(cell)] if cell is not None else [] for cell in cells)
    heading = html("th", *first, scope="row")
    return html("tr", heading, *(html("td", *content) for content in others))


def inline(cell: Cell) -> nodes.Node:
    """A cell's content as a node."""
    return cell if isinstance(cell, nodes.Node) else nodes.Text(str(cell))


def print_table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int] = (),
) -> nodes.table:
    """The same as a table of the document, which a printer breaks over pages.

    widths: the columns' shares of the line; without them, the first takes two.
    """
    group = nodes.tgroup("", cols=len(heads))
    shares = widths or (2, *[1] * (len(heads) - 1))
    group += [nodes.colspec(colwidth=share) for share in shares]
    group += nodes.thead("", print_row(heads))
    group += nodes.tbody("", *(print_row(cells) for cells in rows))
    classes = ["longtable", "colwidths-given"]
    return nodes.table("", nodes.title("", caption), group, classes=classes)


def print_row(cells: Sequence[Cell]) -> nodes.row:
    """A row of paragraphs."""
    filled = (
        nodes.paragraph("", "", inline("" if cell is None else cell)) for cell in cells
    )
    return nodes.row("", *(nodes.entry("", paragraph) for paragraph in filled))
