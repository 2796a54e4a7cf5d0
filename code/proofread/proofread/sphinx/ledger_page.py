"""{ledger}: totals, displays typed by hand, a row for each statement, refutations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from . import wording
from .domain import Shown, anchor
from .layout import commas, equation_link, page_link
from .ledger import count_displays, totals
from .nodes import html
from .pages import CHECKED, CollectedPage
from .tables import Cell, print_table, screen_table

SCREEN_HEADS = (
    "Equation", "Claim", "Verdict", "Proved at", "Proof", "Measured at", "Measurement",
    "Points", "Largest residual", "Tolerance", "Mutants", "Caught by measurement",
    "Caught by proof", "Reviewed survivors",
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
        for page, group in groupby(shown, key=lambda statement: statement["page"]):
            yield self.claims_table(f"Claims of “{self.title(page)}”", list(group))
        if false := list(self.domain.statements("refutation")):
            rows = [[false_link(self, s), self.chapter(s["page"])] for s in false]
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
        places = ("proof", "exercise", "text")
        rows: list[list[Cell]] = [
            [
                self.chapter(page),
                *(count_displays(self.domain, place, page) for place in places),
            ]
            for page in self.domain.reading_order()
            if self.domain.displays(page) or self.domain.data["shown"].get(page)
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
            ids = [nodes.make_id(f"ledger-{shown['bundle']['key']}") for shown in group]
            return screen_table(
                caption, SCREEN_HEADS, [self.screen_row(s) for s in group], ids
            )
        rows = [self.print_row(s) for s in group]
        return print_table(caption, PRINT_HEADS, rows, PRINT_WIDTHS)

    def print_row(self, shown: Shown) -> list[Cell]:
        """The cells that fit on paper."""
        bundle = shown["bundle"]
        measurement = bundle["measurement"]
        residual = wording.number_latex(measurement["residual"]) if measurement else ""
        return [
            equation_link(self, shown) if self.domain.equation_number(shown) else "",
            bundle["title"] or bundle["key"],
            wording.verdict_text(bundle),
            nodes.raw("", residual, format="latex"),
        ]

    def screen_row(self, shown: Shown) -> list[Cell]:
        """All cells."""
        bundle = shown["bundle"]
        proof, measurement = wording.proof_of(bundle), bundle["measurement"] or {}
        number = wording.number_text
        return [
            equation_link(self, shown),
            named(bundle),
            bundle["verdict"],
            wording.sizes_text(proof.get("sizes")),
            proof.get("method"),
            wording.sizes_text(measurement.get("sizes")),
            measurement.get("method"),
            measurement.get("points"),
            number(measurement["residual"]) if measurement else None,
            number(measurement["tolerance"]) if measurement else None,
            *self.audit_cells(bundle),
        ]

    def audit_cells(self, bundle: dict[str, Any]) -> list[Cell]:
        """Mutants, those caught by each reader, survivors with their reasons."""
        audit = self.domain.audit_row(bundle)
        if audit is None:
            return [
                None if bundle["kind"] == "definition" else wording.NOT_AUDITED,
                *[None] * 3,
            ]
        survivors = html("ul", *(survivor(found) for found in audit["survivors"]))
        left_over: Cell = survivors if audit["survivors"] else 0
        return [audit["mutants"], audit["numeric"], audit["symbolic"], left_over]

    def table(
        self, caption: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]
    ) -> nodes.Element:
        """A table in the format of this build."""
        return (screen_table if self.on_screen else print_table)(caption, heads, rows)


def false_link(transform: SphinxPostTransform, shown: Shown) -> nodes.Element:
    """A link to a statement that is false on purpose."""
    key = shown["bundle"]["key"]
    target = anchor(key, "refutation")
    return page_link(transform, shown["page"], target, nodes.literal("", key))


def named(bundle: dict[str, Any]) -> nodes.Element:
    """A statement's title and key."""
    title = [nodes.Text(bundle["title"] + " ")] if bundle["title"] else []
    return nodes.inline("", "", *title, nodes.literal("", bundle["key"]))


def survivor(found: dict[str, Any]) -> nodes.Element:
    """A mutant that nobody can catch, because it is true."""
    latex, line = found["latex"], found.get("line")
    where = [nodes.Text(f"line {line}: ")] if line else []
    why = nodes.Text(f": {found['reason']}")
    return html("li", *where, nodes.math(latex, latex), why)
