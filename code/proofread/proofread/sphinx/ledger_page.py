"""{ledger}: totals, what is typed by hand, a row for each statement, refutations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from docutils import nodes
from sphinx.util.osutil import relative_uri

from ..bundle import Kind
from . import typed
from .addresses import ledger_anchor
from .ledger import CHECKED, COUNTED, count_displays, counted, is_accounted, totals
from .ledger_files import FILES
from .ledger_rows import (
    PRINT_HEADS,
    PRINT_WIDTHS,
    SCREEN_HEADS,
    print_row,
    screen_row,
)
from .links import commas, equation_link
from .noted import Shown
from .pages import CollectedPage
from .prose import PLACES
from .tables import Cell, print_table, screen_table

HEADS_BY_HAND = (
    "Chapter",
    "Displays in proofs",
    "in theorems",
    "in exercises and solutions",
    "elsewhere, stating nothing",
    "Relations within lines",
)


class LedgerPage(CollectedPage):
    """Fills {ledger}."""

    kind = "ledger"

    def parts(self, of: str) -> Iterable[nodes.Node]:
        """Totals, what is typed by hand, each chapter's claims, refutations, files."""
        yield self.totals_table()
        yield self.hand_typed_table()
        shown = self.domain.statements(*CHECKED)
        for page, group in groupby(shown, key=lambda statement: statement.page):
            yield self.claims_table(f"Claims of “{self.title(page)}”", list(group))
        if false := list(self.domain.statements(Kind.REFUTATION)):
            rows = [[equation_link(self, s), self.chapter(s.page)] for s in false]
            yield self.table("False on purpose", ("Statement", "Chapter"), rows)
        if self.on_screen:
            yield self.files()

    def files(self) -> nodes.Element:
        """Links to the ledger as a program reads it."""
        here = self.app.builder.get_target_uri(self.env.docname)
        links = (
            nodes.reference("", name, refuri=relative_uri(here, name), internal=True)
            for name in FILES
        )
        return nodes.paragraph("", "The same for programs: ", *commas(links))

    def totals_table(self) -> nodes.Element:
        """How many of each kind, and the versions that checked them."""
        found = totals(self.domain)
        rows: list[list[Cell]] = [
            ["numbered equations", found["numbered"]],
            *([verdict, count] for verdict, count in found["verdicts"].items()),
            ["derivations", found["derivations"]],
            ["lines of derivations", found["derivation_lines"]],
            ["refuted on purpose", found["refutations"]],
            ["read back from page and print", found["read_back"]],
            *self.second_proofs(found["second_proofs"]),
            ["with an audit", found["audited"]],
            *([name, count] for name, count in found[COUNTED].items()),
            *([name, found["versions"][name.lower()]] for name in ("SymPy", "NumPy")),
        ]
        return self.table("Totals", ("What", "Count or version"), rows)

    def second_proofs(self, found: dict[str, int]) -> list[list[Cell]]:
        """How many statements Coq's kernel proves again, and how many only one does."""
        return [
            ["with a theorem of Coq", found["with_theorem"]],
            ["re-proved by Coq's kernel in this build", found["re_proved"]],
            ["proved for every size, but not by Coq", found["index_reader_alone"]],
            ["proved for every size by Coq alone", found["kernel_alone"]],
        ]

    def hand_typed_table(self) -> nodes.Element:
        """How much of each chapter is typed by hand, and so not checked."""
        domain = self.domain
        others = [*counted(domain, *domain.reading_order())]
        rows: list[list[Cell]] = [
            [
                self.chapter(page),
                *(count_displays(domain, place, page) for place in PLACES),
                typed.left(domain.typed.get(page, [])),
                *(counted(domain, page).get(name, 0) for name in others),
            ]
            for page in domain.reading_order()
            if is_accounted(domain, page)
        ]
        heads = (*HEADS_BY_HAND, *(name.capitalize() for name in others))
        return self.table("Typed by hand", heads, rows)

    def claims_table(self, caption: str, group: list[Shown]) -> nodes.Element:
        """A row for each statement of a chapter."""
        if self.on_screen:
            ids = [ledger_anchor(shown.bundle.key) for shown in group]
            return screen_table(
                caption, SCREEN_HEADS, [screen_row(self, s) for s in group], ids
            )
        rows = [print_row(self, s) for s in group]
        return print_table(caption, PRINT_HEADS, rows, PRINT_WIDTHS)

    def table(
        self, caption: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]
    ) -> nodes.Element:
        """A table in the format of this build."""
        return (screen_table if self.on_screen else print_table)(caption, heads, rows)
