"""{ledger} and {identities}: placed when a page is read, filled when all are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from . import wording
from .domain import Shown, anchor, domain_of, is_numbered
from .layout import commas, equation_link, page_link
from .ledger import count_displays, totals
from .nodes import html, page_block
from .render import RELATIONS, conditions, formula
from .tables import Cell, print_table, screen_table

CHECKED = ("claim", "derivation", "definition")
SCREEN_HEADS = (
    "Equation", "Claim", "Verdict", "Proved at", "Proof", "Measured at", "Measurement",
    "Points", "Largest residual", "Tolerance", "Mutants", "Caught by measurement",
    "Caught by proof", "Reviewed survivors",
)  # fmt: skip
PRINT_HEADS = ("Equation", "Claim", "Verdict", "Residual")


class PlaceDirective(SphinxDirective):
    """Marks the place; the name of the directive says what for."""

    def run(self) -> list[nodes.Node]:
        """The mark."""
        return [page_block("", kind=self.name)]


class FillPages(SphinxPostTransform):
    """Fills the places before references are resolved."""

    default_priority = 3
    fillers: ClassVar = {"ledger": "ledger_parts", "identities": "identity_parts"}

    def run(self, **kwargs: Any) -> None:
        """Fill each place on the page."""
        self.on_screen = self.app.builder.format == "html"
        self.domain = domain_of(self.env)
        for place in list(self.document.findall(page_block)):
            parts = list(getattr(self, self.fillers[place["kind"]])())
            place.replace_self(
                html("div", *parts, classes=f"proofread-{place['kind']}")
            )

    def ledger_parts(self) -> Iterable[nodes.Node]:
        """Totals, displays typed by hand, each chapter's claims, refutations."""
        yield self.totals_table()
        yield self.displays_table()
        for page, group in groupby(
            self.domain.statements(*CHECKED), key=lambda s: s["page"]
        ):
            yield self.claims_table(f"Claims of “{self.title(page)}”", list(group))
        if false := list(self.domain.statements("refutation")):
            rows = [[false_link(self, s), self.chapter(s["page"])] for s in false]
            yield self.table(
                "False on purpose, and refuted", ("Statement", "Chapter"), rows
            )

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
        return print_table(caption, PRINT_HEADS, [self.print_row(s) for s in group])

    def print_row(self, shown: Shown) -> list[Cell]:
        """The cells that fit on paper."""
        bundle = shown["bundle"]
        measurement = bundle["measurement"]
        residual = wording.number_latex(measurement["residual"]) if measurement else ""
        return [
            equation_link(self, shown),
            bundle["title"] or bundle["key"],
            wording.verdict_text(bundle),
            nodes.raw("", residual, format="latex"),
        ]

    def screen_row(self, shown: Shown) -> list[Cell]:
        """All cells."""
        bundle = shown["bundle"]
        proof, measurement = bundle["proof"] or {}, bundle["measurement"] or {}
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

    def identity_parts(self) -> Iterable[nodes.Node]:
        """Every numbered claim, by topic, with the way to where it is derived."""
        shown = [
            s for s in self.domain.statements(*CHECKED) if is_numbered(s["bundle"])
        ]
        topics = dict.fromkeys(topic(s) for s in shown)
        for name in topics:
            heading = name.replace("-", " ").capitalize()
            yield (
                html("h2", nodes.Text(heading))
                if self.on_screen
                else nodes.rubric("", heading)
            )
            yield from (self.identity(s) for s in shown if topic(s) == name)

    def identity(self, shown: Shown) -> nodes.Element:
        """One formula, its conditions, its name and its chapter."""
        bundle = shown["bundle"]
        source = nodes.paragraph(classes=["proofread-source"])
        title = [nodes.Text(bundle["title"])] if bundle["title"] else []
        source += commas(
            [*title, equation_link(self, shown), self.chapter(shown["page"])]
        )
        found = [conditions(bundle["conditions"])] if bundle["conditions"] else []
        return html(
            "div", formula(result(bundle)), *found, source, classes="proofread-identity"
        )

    def table(
        self, caption: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]
    ) -> nodes.Element:
        """A table in the format of this build."""
        return (screen_table if self.on_screen else print_table)(caption, heads, rows)

    def title(self, page: str) -> str:
        """A page's title."""
        return self.env.titles[page].astext()

    def chapter(self, page: str) -> nodes.Element:
        """A link to a page."""
        return page_link(self, page, "", nodes.inline("", self.title(page)))


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
    latex = found["latex"]
    return html("li", nodes.math(latex, latex), nodes.Text(f": {found['reason']}"))


def topic(shown: Shown) -> str:
    """What a statement is about: what it says, else the folder of its chapter."""
    page = shown["page"]
    return (
        shown["bundle"]["topic"] or page.rpartition("/")[0].rpartition("/")[2] or page
    )


def result(bundle: dict[str, Any]) -> str:
    """The formula to quote: of a derivation, its first side and its last."""
    lines = bundle["lines"]
    relations = {line["relation"] for line in lines if line["relation"]} - {"="} or {
        "="
    }
    if not lines or not lines[0]["left"] or len(relations) > 1:
        return bundle["latex"]
    sign = relations.pop()
    relation = RELATIONS.get(sign, sign)
    return f"{lines[0]['left']} {relation} {lines[-1]['right']}"
