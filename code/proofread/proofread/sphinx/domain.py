"""What each page shows and writes, kept by Sphinx between builds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from ..bundle import VERSION, Bundle, Kind
from ..chapters.written import Written
from .addresses import equation_number, reading_order
from .audits import AuditRow
from .displays import Display, hand_typed
from .forged import forged
from .inline import Quoted, quotations
from .nodes import claim_block, page_block
from .prose import ancestors
from .readings import Readings
from .sources import lines_of, written_keys
from .typed import Typed, typed_in

PER_PAGE = (
    "shown",
    "displays",
    "written",
    "pages",
    "cited",
    "forged",
    "quoted",
    "typed",
)
LAYOUT = 3  # of what is kept of a page


@dataclass(frozen=True)
class Shown:
    """One statement a page shows: its bundle, its page, the line of its cell."""

    bundle: Bundle
    page: str
    line: int


@dataclass(frozen=True)
class Collected:
    """A place that repeats what other pages show: what, of which page, in which line.

    of: "" where it repeats every page.
    """

    kind: str
    of: str
    line: int


@dataclass(frozen=True)
class Cited:
    """A section that leans on a statement: of which page, its id and its title."""

    key: str
    page: str
    section: str
    title: str


class ProofreadDomain(Domain):
    """The checked statements of a book, page by page."""

    name = "proofread"
    label = "checked equations"
    initial_data: dict[str, Any] = {  # noqa: RUF012  (as Sphinx declares it)
        **{name: {} for name in PER_PAGE},
        "digests": {},
    }
    data_version = 100 * VERSION + LAYOUT  # what an older engine read is read anew
    audited: dict[str, AuditRow]
    readings: Readings

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.audited = {}
        self.readings = Readings()

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again or is gone."""
        for name in PER_PAGE:
            self.data[name].pop(docname, None)

    def merge_domaindata(
        self, docnames: Iterable[str], otherdata: dict[str, Any]
    ) -> None:
        """Take over the pages that another process has read."""
        for name in PER_PAGE:
            pages = otherdata[name]
            self.data[name].update(
                {doc: pages[doc] for doc in docnames if doc in pages}
            )

    def process_doc(
        self, env: BuildEnvironment, docname: str, document: nodes.document
    ) -> None:
        """Note what a page shows and types by hand, and which keys its cells write."""
        path = Path(str(env.doc2path(docname)))
        written = written_keys(path)
        blocks = [*document.findall(claim_block)]
        lines = lines_of((block.bundle.key for block in blocks), written)
        self.data["written"][docname] = written
        self.data["displays"][docname] = hand_typed(document, path)
        self.data["forged"][docname] = forged(document)
        self.data["quoted"][docname] = [*quotations(document)]
        text = path.read_text(encoding="utf-8").splitlines()
        self.data["typed"][docname] = [*typed_in(document, text)]
        self.data["pages"][docname] = [
            Collected(kind=node["kind"], of=node["of"], line=node.line or 0)
            for node in document.findall(page_block)
        ]
        self.data["cited"][docname] = list(cited(document, docname))
        self.data["shown"][docname] = [
            Shown(bundle=block.bundle, page=docname, line=line or block.line or 0)
            for block, line in zip(blocks, lines, strict=True)
        ]

    def reading_order(self) -> list[str]:
        """Every page, as the table of contents leads through them; stray pages last."""
        return reading_order(self.env)

    @property
    def shown(self) -> dict[str, list[Shown]]:
        """The statements of each page."""
        return self.data["shown"]

    @property
    def written(self) -> dict[str, list[Written]]:
        """The keys that the cells of each page write."""
        return self.data["written"]

    @property
    def displays(self) -> dict[str, list[Display]]:
        """The displays that each page types by hand."""
        return self.data["displays"]

    @property
    def forged(self) -> dict[str, list[tuple[int, str]]]:
        """(line, what to do) of what would pass for something else, on each page."""
        return self.data["forged"]

    @property
    def quoted(self) -> dict[str, list[Quoted]]:
        """Where the text of each page sets equations of statements."""
        return self.data["quoted"]

    @property
    def typed(self) -> dict[str, list[Typed]]:
        """The formulas within lines of each page that state a relation."""
        return self.data["typed"]

    def statements(self, *kinds: Kind) -> Iterator[Shown]:
        """Every statement of the kinds named (default: all), in reading order."""
        for docname in self.reading_order():
            for shown in self.shown.get(docname, []):
                if not kinds or shown.bundle.kind in kinds:
                    yield shown

    def find(self, key: str) -> Shown | None:
        """The statement with this key."""
        return next((s for s in self.statements() if s.bundle.key == key), None)

    @property
    def collected(self) -> dict[str, list[Collected]]:
        """The places of each page that repeat what others show."""
        return self.data["pages"]

    def pages_with(self, kind: str, of: str = "") -> list[str]:
        """The pages that hold the ledger, the identities, or the proofs of a page."""
        return sorted(
            page
            for page, places in self.collected.items()
            if any((place.kind, place.of) == (kind, of) for place in places)
        )

    def users_of(self, key: str) -> list[Shown]:
        """The statements that rely on a definition."""
        return [s for s in self.statements() if key in s.bundle.uses]

    def citing(self, key: str) -> list[Cited]:
        """The sections that refer to a statement, in reading order, each once."""
        pages: dict[str, list[Cited]] = self.data["cited"]
        return [
            c
            for page in self.reading_order()
            for c in pages.get(page, ())
            if c.key == key
        ]

    def is_later(self, page: str, than: str) -> bool:
        """Whether the contents lead through a page after another."""
        order = self.reading_order()
        return order.index(page) > order.index(than)

    def definitions_of(self, bundle: Bundle) -> list[Shown]:
        """The definitions a statement relies on."""
        return [shown for key in bundle.uses if (shown := self.find(key))]

    def related(self, bundle: Bundle) -> list[Shown]:
        """The definitions a statement relies on, and those that rely on it."""
        return self.definitions_of(bundle) + self.users_of(bundle.key)

    def audit_row(self, bundle: Bundle) -> AuditRow | None:
        """The audit of a statement, unless the statement has changed since."""
        row = self.audited.get(bundle.key)
        return row if row and row["fingerprint"] == bundle.fingerprint else None

    def equation_number(self, shown: Shown) -> str:
        """The number a reader sees, such as 1.2; empty for an unnumbered statement."""
        bundle = shown.bundle
        return (
            equation_number(self.env, shown.page, bundle.key) if bundle.numbered else ""
        )


def cited(document: nodes.document, page: str) -> Iterator[Cited]:
    """Each section of a page with the statements of other sections it refers to."""
    found: dict[Cited, None] = {}
    for reference in document.findall(pending_xref):
        section = section_around(reference)
        if reference.get("reftype") == "eq" and section is not None:
            key, title = str(reference["reftarget"]), section[0].astext()
            if all(block.bundle.key != key for block in section.findall(claim_block)):
                found[Cited(key, page, section["ids"][0], title)] = None
    yield from found


def section_around(node: nodes.Element) -> nodes.section | None:
    """The innermost section around a node that has a title."""
    for parent in ancestors(node):
        if isinstance(parent, nodes.section) and isinstance(parent[0], nodes.title):
            return parent
    return None


def domain_of(env: BuildEnvironment) -> ProofreadDomain:
    """The domain of a build."""
    return cast(ProofreadDomain, env.get_domain("proofread"))
