"""{ledger}: totals, displays typed by hand, a row for each statement, refutations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from docutils import nodes
from sphinx.util.osutil import relative_uri

from ..bundle import Bundle, Kind, MeasurementAccount, ProofAccount
from . import wording
from .addresses import ledger_anchor
from .domain import Shown
from .ledger import CHECKED, count_displays, totals
from .links import commas, equation_link
from .nodes import html
from .pages import CollectedPage
from .prose import PLACES
from .tables import Cell, print_table, screen_table

SCREEN_HEADS = (
    "Equation", "Claim", "Verdict", "Proved at", "Proof", "Measured at", "Measurement",
    "Points", "Largest residual", "Tolerance", "Mutants", "Caught by measurement",
    "Caught by proof", "Without a value", "Reviewed survivors",
)  # fmt: skip
PRINT_HEADS = ("Equation", "Claim", "Verdict", "Residual")
PRINT_WIDTHS = (2, 6, 3, 2)


class LedgerPage(CollectedPage):
    """Fills {ledger}."""

    kind = "ledger"

    def parts(self) -> Iterable[nodes.Node]:
        """Totals, displays typed by hand, each chapter's claims, refutations, files."""
        yield self.totals_table()
        yield self.displays_table()
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
            for name in ("ledger.json", "ledger.csv")
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
            ["with an audit", found["audited"]],
            *([name, found["versions"][name.lower()]] for name in ("SymPy", "NumPy")),
        ]
        return self.table("Totals", ("What", "Count or version"), rows)

    def displays_table(self) -> nodes.Element:
        """How much of each chapter is typed by hand, and so not checked."""
        rows: list[list[Cell]] = [
            [
                self.chapter(page),
                *(count_displays(self.domain, place, page) for place in PLACES),
            ]
            for page in self.domain.reading_order()
            if self.domain.displays.get(page) or self.domain.shown.get(page)
        ]
        heads = (
            "Chapter",
            "In proofs",
            "In exercises and solutions",
            "Elsewhere, stating nothing",
        )
        return self.table("Displays typed by hand", heads, rows)

    def claims_table(self, caption: str, group: list[Shown]) -> nodes.Element:
        """A row for each statement of a chapter."""
        if self.on_screen:
            ids = [ledger_anchor(shown.bundle.key) for shown in group]
            return screen_table(
                caption, SCREEN_HEADS, [self.screen_row(s) for s in group], ids
            )
        rows = [self.print_row(s) for s in group]
        return print_table(caption, PRINT_HEADS, rows, PRINT_WIDTHS)

    def print_row(self, shown: Shown) -> list[Cell]:
        """The cells that fit on paper."""
        bundle, measurement = shown.bundle, shown.bundle.measurement
        residual = wording.number_latex(measurement.residual) if measurement else ""
        return [
            equation_link(self, shown) if self.domain.equation_number(shown) else "",
            bundle.title or bundle.key,
            wording.verdict_text(bundle),
            nodes.raw("", residual, format="latex"),
        ]

    def screen_row(self, shown: Shown) -> list[Cell]:
        """All cells."""
        bundle = shown.bundle
        return [
            equation_link(self, shown),
            named(bundle),
            bundle.verdict,
            *proof_cells(bundle.proof),
            *measurement_cells(bundle.measurement),
            *self.audit_cells(bundle),
        ]

    def audit_cells(self, bundle: Bundle) -> list[Cell]:
        """Mutants, those caught by each reader, survivors with their reasons."""
        audit = self.domain.audit_row(bundle)
        if audit is None:
            return [
                None if bundle.kind is Kind.DEFINITION else wording.NOT_AUDITED,
                *[None] * 4,
            ]
        survivors = html("ul", *(survivor(found) for found in audit["survivors"]))
        left_over: Cell = survivors if audit["survivors"] else 0
        counts = [audit[name] for name in ("numeric", "symbolic", "without_value")]
        tried: Cell = audit["mutants"]
        if "drawn_from" in audit:
            tried = f"{tried} drawn from {audit['drawn_from']}"
        return [tried, *counts, left_over]

    def table(
        self, caption: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]
    ) -> nodes.Element:
        """A table in the format of this build."""
        return (screen_table if self.on_screen else print_table)(caption, heads, rows)


def proof_cells(proof: ProofAccount | None) -> list[Cell]:
    """Sizes and method of a proof."""
    return [wording.sizes_text(proof.sizes), proof.method] if proof else ["", None]


def measurement_cells(found: MeasurementAccount | None) -> list[Cell]:
    """Sizes, method, points, residual and tolerance of a measurement."""
    if found is None:
        return ["", *[None] * 4]
    numbers = map(wording.number_text, (found.residual, found.tolerance))
    return [wording.sizes_text(found.sizes), found.method, found.points, *numbers]


def named(bundle: Bundle) -> nodes.Element:
    """A statement's title and key."""
    title = [nodes.Text(bundle.title + " ")] if bundle.title else []
    return nodes.inline("", "", *title, nodes.literal("", bundle.key))


def survivor(found: dict[str, Any]) -> nodes.Element:
    """A mutant that nobody can catch, because it is true."""
    latex, line = found["latex"], found.get("line")
    where = [nodes.Text(f"line {line}: ")] if line else []
    why = nodes.Text(f": {found['reason']}")
    return html("li", *where, nodes.math(latex, latex), why)
