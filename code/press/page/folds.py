"""What is folded: solutions, hints, and the code of cells below what it shows."""

import re

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.application import Sphinx
from sphinx_exercise.nodes import solution_node

from ..typeset.folded import folded
from ..typeset.statements import BADGE
from .writer import PageWriter

DEFINES = re.compile(r"^\s*(?:def|class) ", re.MULTILINE)
OPEN = "open"  # the attribute of an HTML element that is not folded


def add_nodes(app: Sphinx) -> None:
    """Write solutions and folded cells as what HTML has for them."""
    for extension in ("myst_nb", "sphinx_exercise"):
        app.setup_extension(extension)  # first: its own handlers are replaced
    add = app.add_node  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    add(solution_node, override=True, html=(open_solution, close_details))
    add(folded, html=(open_folded, close_details))
    add(HideCodeCellNode, override=True, html=(open_cell, close_details))


def code_below(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Fold the code of a cell below what it shows: the equation comes first.

    A cell that shows nothing and defines nothing, as where it names numbers for the
    text, stays in the notebook alone.
    """
    if app.builder.format != "html":
        return
    for code in list(doctree.findall(HideCodeCellNode)):
        cell = code.parent
        if len(cell) == 1 and not DEFINES.search(code.astext()):
            cell.parent.remove(cell)
        elif cell.index(code) == 0 and len(cell) > 1:
            cell.remove(code)
            cell.append(code)


def open_first_badge(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """The front page shows the book's idea: its first equation has its badge open."""
    if app.builder.format != "html" or name != app.config.root_doc:
        return
    elements = doctree.findall(nodes.Element)
    if badge := next((each for each in elements if BADGE in classes(each)), None):
        badge["attributes"] = badge["attributes"] | {OPEN: OPEN}


def classes(node: nodes.Element) -> list[str]:
    """The classes of an element."""
    return node["classes"]


def open_solution(writer: PageWriter, node: solution_node) -> None:
    """Begin a solution, whose title opens it."""
    node["classes"] = [name for name in node["classes"] if name != "dropdown"]
    writer.body.append(writer.starttag(node, "details"))


def open_folded(writer: PageWriter, node: folded) -> None:
    """Begin what opens on request, below its title."""
    writer.body.append(writer.starttag(node, "details", CLASS="folded text"))
    writer.body.append(f"<summary>{writer.encode(node['title'])}</summary>\n")


def open_cell(writer: PageWriter, node: HideCodeCellNode) -> None:
    """Begin the code of a cell."""
    classes = " ".join(node["classes"])
    summary = f"<summary>{writer.encode(node['prompt_show'])}</summary>"
    writer.body.append(f'<details class="folded {classes}">{summary}\n')


def close_details(writer: PageWriter, node: nodes.Element) -> None:
    """End what is folded."""
    writer.body.append("</details>\n")
