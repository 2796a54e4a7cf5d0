"""Every address within the book that others may link to, with its numbers.

Sections, equations, figures, theorems, exercises and terms: an address that was once
published must lead somewhere in all later versions, and a number that was once cited
must be found. An edition is a release.
"""

import csv
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from ..source.malformed import MalformedError, read_text
from ..source.project import Project

Registry = dict[str, dict[str, str]]  # address -> edition -> number, as page#label

LABELLED = {"section", "figure", "div", "span", "dt", "p"}
NUMBERS = {"section-number", "eqno", "caption-number"}
GIVEN_BY_COUNTING = re.compile(r"id\d+$|.*-solution-\d+$|(?:figure|index|note)-\d+$")
WITHOUT_END = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class EditionError(Exception):
    """An edition that was released says other numbers than the book as it stands."""


@dataclass
class Element:
    """An open element: its tag, and the labels that a number in it would be of."""

    tag: str
    labels: list[str] = field(default_factory=list[str])
    is_number: bool = False


class Labels(HTMLParser):
    """The labels of a page's article; each with its number, or "" where it has none."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[str, str] = {}
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in WITHOUT_END or not (self.open or tag == "article"):
            return
        given = {name: value or "" for name, value in attrs}
        here = Element(tag, is_number=given.get("class", "") in NUMBERS)
        label = given.get("id", "")
        if tag in LABELLED and label and not GIVEN_BY_COUNTING.match(label):
            here.labels.append(label)
            self.numbers.setdefault(label, "")
        self.open.append(here)

    def handle_endtag(self, tag: str) -> None:
        while self.open and any(element.tag == tag for element in self.open):
            closed = self.open.pop()
            if closed.tag == "span" and closed.labels and self.open:
                self.open[-1].labels += closed.labels  # a second name of what is around
            if closed.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1].is_number:
            around = [element for element in self.open if element.labels]
            for label in around[-1].labels if around else []:
                self.numbers[label] = self.numbers[label] or data.strip().rstrip(".")


def labels_in(site: Path) -> dict[str, str]:
    """Every label of every page, as page#label, and its number as the page shows it."""
    found: dict[str, str] = {}
    for page in sorted(site.rglob("*.html")):
        parser = Labels()
        parser.feed(page.read_text("utf-8"))
        name = page.relative_to(site).with_suffix("").as_posix()
        found |= {f"{name}#{label}": number for label, number in parser.numbers.items()}
    return found


def registered(project: Project) -> Registry:
    """The labels that were ever written down, with their numbers.

    Raises MalformedError where a line of the registry is damaged.
    """
    if not project.labels.exists():
        return {}
    rows = csv.DictReader(read_text(project.labels).splitlines())
    known: Registry = {}
    for row in rows:
        is_whole = None not in row and None not in row.values()
        if not is_whole or "#" not in row.get("address", ""):
            what = (
                "this is no page#label with a number for each edition that the first "
                "line names: restore the line from the file's history"
            )
            raise MalformedError(project.labels, rows.line_num, what)
        known[row.pop("address")] = row
    return known


def register(project: Project) -> int:
    """Add the labels that are new to the registry; how many they are."""
    known, now = registered(project), labels_in(project.site)
    _write(project, known | {label: {} for label in now if label not in known})
    return len(now.keys() - known.keys())


def record_edition(project: Project, edition: str) -> None:
    """Write down the numbers of every label in an edition.

    Raises EditionError where the edition was released with other numbers.
    """
    known, now = registered(project), labels_in(project.site)
    recorded = {label: row[edition] for label, row in known.items() if row.get(edition)}
    numbered = {label: number for label, number in now.items() if number}
    if recorded and recorded != numbered:
        raise EditionError(
            f"edition {edition} was released with other numbers, as "
            f"{project.labels.name} tells: give this one another version in "
            f"{project.citation.name}"
        )
    for label, number in now.items():
        known.setdefault(label, {})[edition] = number
    _write(project, known)


def _write(project: Project, registry: Registry) -> None:
    editions = dict.fromkeys(name for row in registry.values() for name in row)
    with project.labels.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, ["address", *editions], restval="", lineterminator="\n"
        )
        writer.writeheader()
        for label in sorted(registry):
            writer.writerow({"address": label, **registry[label]})
