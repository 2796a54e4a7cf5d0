"""What stands elsewhere in print: solutions end a chapter, the works the book."""

from collections.abc import Sequence
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders.latex.nodes import thebibliography
from sphinx.environment import BuildEnvironment
from sphinx.util import texescape
from sphinx_exercise.nodes import exercise_enumerable_node, exercise_node, solution_node
from sphinx_exercise.utils import get_node_number
from sphinx_jupyterbook_latex.nodes import (  # pyright: ignore[reportMissingTypeStubs]
    RootHeader,
)

from ..typeset.folded import folded
from ..typeset.statements import is_proof
from .writer import statement

PREFACE = "About this book"
SOLUTIONS = "Solutions"


def arrange(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Arrange the whole book, once it is one document."""
    if app.builder.format != "latex":
        return
    open_with_preface(doctree)
    number_exercises(app, doctree)
    for node in list(doctree.findall(nodes.Element)):
        if node.get("realtype") and isinstance(node, nodes.Admonition):
            state_theorem(app.env, node)
        elif is_proof(node):
            proof = statement("", *contents(node), kind="proof", labels=[])
            node.replace_self(proof)
        elif isinstance(node, exercise_enumerable_node | exercise_node):
            labels, title = [f"exercise:{node['label']}"], node.children[0].children
            replace(node, "exercise", labels, title)
        elif isinstance(node, folded):
            unfold(node)
    for chapter in doctree.findall(addnodes.start_of_file):
        if chapter["docname"] in app.env.found_docs:
            end_with_solutions(chapter)
    place_bibliography(doctree)


def unfold(node: folded) -> None:
    """Put what is below a title in the place of the fold, the title in front of it."""
    begin_with(node, [nodes.Text(node["title"])])
    node.replace_self(node.children)


def number_exercises(app: Sphinx, doctree: nodes.document) -> None:
    """A reference to an exercise of another chapter says its number."""
    exercises: dict[str, Any] = vars(app.env).get("sphinx_exercise_registry", {})
    for reference in list(doctree.findall(addnodes.number_reference)):
        label = reference.get("refuri", "").partition("#")[2]
        if target := exercises.get(label):
            number = get_node_number(app, target["node"], "exercise")
            named = f"\\hyperref[exercise:{label}]{{{reference['title'] % number}}}"
            reference.replace_self(nodes.raw("", named, format="latex"))


def open_with_preface(doctree: nodes.document) -> None:
    """The book's first page is a chapter without a number; so are its headings."""
    front = next(iter(doctree.findall(nodes.section)))
    front.insert(1, heading("chapter", PREFACE))
    for header in list(front.findall(RootHeader)):
        header.replace_self(heading("section", header.astext()))


def heading(level: str, text: str) -> nodes.raw:
    """A heading that is in the contents but has no number."""
    written = texescape.escape(text, "xelatex")
    return nodes.raw("", rf"\pressunnumbered{{{level}}}{{{written}}}", format="latex")


def state_theorem(env: BuildEnvironment, node: nodes.Element) -> None:
    """A theorem, a definition and their like, with the number the page gives it."""
    label, kind = node["label"], node["realtype"].title()
    theorems: dict[str, Any] = vars(env)["proof_list"]
    where = theorems[label]["docname"]
    numbers = env.toc_fignumbers.get(where, {}).get(node["countertype"], {})
    number = ".".join(map(str, numbers.get(node["ids"][0], ())))
    title = [nodes.Text(f"{kind} {number}".strip()), *node.children[0].children]
    replace(node, "theorem", [f"{where}:{label}"], title)


def end_with_solutions(chapter: nodes.Element) -> None:
    """The chapter's solutions, in a section of their own after everything else."""
    found = list(chapter.findall(solution_node))
    if not found:
        return
    texts: list[nodes.Element] = []
    for node in found:
        exercise = nodes.Text(node.children[0].children[-1].astext().strip())
        label = f"solution:{node['label']}"
        made = statement("", *contents(node), kind="solution", labels=[label])
        begin_with(made, [exercise])
        texts.append(made)
        note_page(node, label)
        node.parent.remove(node)
    section = next(iter(chapter.findall(nodes.section)))
    section += [heading("section", SOLUTIONS), *texts]


def note_page(solution: nodes.Element, label: str) -> None:
    """The exercise says on which page its solution is."""
    exercise = solution.previous_sibling()
    if isinstance(exercise, statement) and exercise["kind"] == "exercise":
        note = rf"\pressseesolution{{{label}}}"
        exercise += nodes.raw("", note, format="latex")


def replace(
    node: nodes.Element, kind: str, labels: list[str], title: Sequence[nodes.Node]
) -> None:
    """Put a statement where the node was; its title begins its first paragraph."""
    made = statement("", *contents(node), kind=kind, labels=labels)
    begin_with(made, title)
    node.replace_self(made)


def begin_with(made: nodes.Element, title: Sequence[nodes.Node]) -> None:
    """Let the first paragraph begin with a name."""
    first = next(iter(made.children), None)
    if not isinstance(first, nodes.paragraph):
        first = nodes.paragraph()
        made.insert(0, first)
    name = nodes.strong("", "", *title, nodes.Text("."))
    space = nodes.raw("", r"\hskip 0.5em plus 0.2em ", format="latex")
    first.insert(0, [name, space])


def contents(node: nodes.Element) -> list[nodes.Node]:
    """What a statement says: without its title, and out of the section it may be in."""
    inner = [part for part in node.children if not isinstance(part, nodes.title)]
    return [
        below
        for part in inner
        for below in (part.children if isinstance(part, nodes.section) else [part])
    ]


def place_bibliography(doctree: nodes.document) -> None:
    """The works stand in the chapter that the book gives them, not after it."""
    for works in list(doctree.findall(thebibliography)):
        home = next(iter(works.findall(nodes.citation)))["docname"]
        for chapter in doctree.findall(addnodes.start_of_file):
            if chapter["docname"] == home:
                works.parent.remove(works)
                next(iter(chapter.findall(nodes.section))).append(works)
