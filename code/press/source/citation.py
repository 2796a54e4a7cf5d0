"""How the book is cited: read from CITATION.cff and nowhere else."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .malformed import MalformedError, line_of, read_mapping
from .project import Project

EXAMPLES = {
    "title": "A Book",
    "authors": "[{name: A. Person}]",
    "version": "0.1.0",
    "date-released": "2026-11-22",
}


@dataclass(frozen=True)
class Citation:
    """What a reference to the book says."""

    title: str = ""
    authors: str = ""
    version: str = ""
    released: datetime.date = datetime.date(1970, 1, 1)
    abstract: str = ""
    address: str = ""

    @property
    def year(self) -> int:
        return self.released.year

    @property
    def day(self) -> str:
        """The date in words."""
        return f"{self.released:%B} {self.released.day}, {self.released.year}"

    def plain(self) -> str:
        """A reference as running text."""
        where = f", {self.address}" if self.address else ""
        return (
            f"{self.authors}, {self.title}, version {self.version}, {self.day}{where}."
        )


NEEDED: dict[str, type] = {
    "title": str,
    "authors": list,
    "date-released": datetime.date,
}


def citation_of(project: Project) -> Citation:
    """What a project says of its book; empty where it says nothing.

    Raises MalformedError where a part that the pages show is missing.
    """
    if not project.citation.exists():
        return Citation()
    work = read_mapping(project.citation)
    check_citation(project.citation, work)
    return Citation(
        title=work["title"],
        authors=" and ".join(full_name(author) for author in work["authors"]),
        version=str(work["version"]),
        released=work["date-released"],
        abstract=str(work.get("abstract", "")).strip(),
        address=str(work.get("url", "")),
    )


def check_citation(path: Path, work: Mapping[str, Any]) -> None:
    """Every part that the pages show is there, and is what it should be."""
    for name in (*NEEDED, "version"):
        if name not in work:
            what = f"'{name}' is missing: add a line '{name}: {EXAMPLES[name]}'"
            raise MalformedError(path, None, what)
    for name, kind in NEEDED.items():
        if not isinstance(work[name], kind):
            what = f"write '{name}' as in '{name}: {EXAMPLES[name]}'"
            raise MalformedError(path, line_of(path, [name]), what)
    for place, author in enumerate(work["authors"]):
        if not isinstance(author, dict):
            line = line_of(path, ["authors", place])
            raise MalformedError(path, line, "write an author as '- name: A. Person'")


def full_name(author: dict[str, str]) -> str:
    """A person's or a group's name."""
    person = (author.get("given-names", ""), author.get("family-names", ""))
    return author.get("name") or " ".join(filter(None, person))
