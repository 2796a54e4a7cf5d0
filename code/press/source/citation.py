"""How the book is cited: read from CITATION.cff and nowhere else."""

import datetime
from dataclasses import dataclass

import yaml

from .project import Project


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


def citation_of(project: Project) -> Citation:
    """What a project says of its book; empty where it says nothing."""
    if not project.citation.exists():
        return Citation()
    work = yaml.safe_load(project.citation.read_text("utf8"))
    return Citation(
        title=work["title"],
        authors=" and ".join(full_name(author) for author in work["authors"]),
        version=str(work["version"]),
        released=work["date-released"],
        abstract=work.get("abstract", "").strip(),
        address=work.get("url", ""),
    )


def full_name(author: dict[str, str]) -> str:
    """A person's or a group's name."""
    person = (author.get("given-names", ""), author.get("family-names", ""))
    return author.get("name") or " ".join(filter(None, person))
