"""What each page shows and writes, kept by Sphinx between builds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from docutils import nodes
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from ..bundle import VERSION, Bundle, Kind
from ..chapters.written import Written
from .addresses import equation_number, reading_order
from .audits import AuditRow
from .displays import Display
from .inline import Quoted, quoted
from .noted import Cited, Collected, Shown, noted
from .readings import Readings
from .second_proofs import SecondProofs
from .typed import Typed

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
    second_proofs: SecondProofs

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.audited = {}
        self.readings = Readings()
        self.second_proofs = SecondProofs()

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
        for name, found in noted(docname, env.doc2path(docname), document).items():
            self.data[name][docname] = found

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

    def equation(self, told: str) -> str:
        """The LaTeX that {claim} sets for `key` or `key side`; empty for no such."""
        key, _, side = told.strip().partition(" ")
        shown = self.find(key)
        return quoted(shown.bundle, side.strip()) if shown else ""

    def typed_by_hand(self, page: str) -> list[str]:
        """The LaTeX of each displayed line of a page that says it is typed by hand."""
        return [d.latex for d in self.displays.get(page, ()) if d.place != "text"]

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


def domain_of(env: BuildEnvironment) -> ProofreadDomain:
    """The domain of a build."""
    return cast(ProofreadDomain, env.get_domain("proofread"))
