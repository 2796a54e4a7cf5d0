"""Statements, theorems and exercises, made ready for page and print.

Here stands all that the press relies on of the engine, which it may not import: what a
checked statement offers, and the names of its HTML. A test holds both to the engine.
"""

from pathlib import Path
from typing import Protocol, cast

from docutils import nodes
from sphinx.application import Sphinx

REPEATED = {"proof-content", "exercise-content", "solution-content"}
RESULTS = "results"  # the class of a box that repeats what a chapter leaves
PROOF = "argument"  # the class of a proof

COUNTED = "counted"  # in a page's metadata: what the ledger tells besides
SHEET = "proofread.css"  # the statements' own style, in a folder of static files
BADGE = "proofread-badge"
SHOWN_PROOF = "proofread-proof"  # of one statement, for every size
BY_HAND = "typed-by-hand"  # a line that nobody checked, where a book has one
CLASSES = frozenset(
    {
        "proofread",  # a statement's box
        "proofread-equation",  # its formula, with the number beside it
        "proofread-lines",  # or the rows of a derivation
        "proofread-left",
        "proofread-right",
        "proofread-conditions",
        BADGE,
        "proofread-refutation",  # the box of what is false on purpose
        "proofread-ledger",  # pages that collect
        "proofread-identities",
        "proofread-proofs",
        SHOWN_PROOF,
        "proofread-steps",
        "proofread-step",
        "proofread-to-proof",  # the link that leads there from a badge
        "proofread-scroll",  # a table that scrolls by itself
    }
)


class Statement(Protocol):
    """What the node of a checked statement holds as its `bundle`."""

    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def topic(self) -> str | None: ...


class Statements(Protocol):
    """What the engine knows of all statements of a book."""

    def equation(self, told: str) -> str: ...
    def typed_by_hand(self, page: str) -> list[str]: ...


def statements_of(app: Sphinx) -> Statements | None:
    """The statements of a book; None in one without the engine's extension."""
    return cast(Statements | None, app.env.domains.get("proofread"))


def statement_of(node: nodes.Element) -> Statement | None:
    """The checked statement that a node shows, if it is one."""
    return cast(Statement | None, node.get("bundle"))


def shows_proof(node: nodes.Node) -> bool:
    """Whether the steps of a proof for every size stand inside a node."""
    return any(SHOWN_PROOF in part["classes"] for part in node.findall(nodes.Element))


def style_sheet(app: Sphinx) -> Path | None:
    """The statements' style sheet; none in a book without the engine's extension."""
    folders = (Path(app.srcdir, folder) for folder in app.config.html_static_path)
    sheets = (folder / SHEET for folder in folders)
    return next((sheet for sheet in sheets if sheet.is_file()), None)


def drop_repeated_identifiers(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """The content of every theorem is called the same, and that of every exercise."""
    for section in doctree.findall(nodes.section):
        if set(section["ids"]) & REPEATED:
            section["ids"] = []


def is_content_of_theorem(section: nodes.Element) -> bool:
    """Whether a section is what a theorem says: sphinx-proof puts it into one."""
    return isinstance(section.parent, nodes.Element) and "realtype" in section.parent


def name_proofs(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """A proof has the class `argument` and opens with its word in italics.

    sphinx-proof makes it an admonition, of the same identifier on every page.
    """
    for proof in doctree.findall(nodes.admonition):
        if proof["ids"][:1] == ["proof"]:
            proof["ids"], proof["classes"] = [], [PROOF]
            slant_opening(proof)


def is_proof(node: nodes.Node) -> bool:
    """Whether a node is a proof, once it is named."""
    return isinstance(node, nodes.admonition) and PROOF in node["classes"]


def slant_opening(proof: nodes.Element) -> None:
    """Turn the word `Proof.` at the front of a proof into emphasis."""
    opening = next(iter(proof.findall(nodes.Text)), None)
    if opening is not None and opening.startswith("Proof."):
        rest = nodes.Text(opening.removeprefix("Proof."))
        opening.parent.replace(opening, [nodes.emphasis("", "Proof."), rest])
