"""How the book is cited, from one file."""

import datetime
import re

import yaml

from press.source.citation import Citation, citation_of
from press.source.project import Project


def test_a_reference_says_who_what_which_and_when(root):
    work = citation_of(Project(root))
    told = yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))
    assert work.title == told["title"]
    assert work.version == told["version"]
    assert work.plain().startswith(f"{work.authors}, {work.title}, version ")


def test_a_day_reads_as_one_says_it():
    assert Citation(released=datetime.date(2026, 3, 1)).day == "March 1, 2026"


def test_a_book_without_a_citation_file_is_nobodys(tmp_path):
    assert citation_of(Project(tmp_path)) == Citation()


def test_the_file_says_all_that_its_schema_asks_for(root):
    told = yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))
    check_work(told, {"cff-version", "message"} | WORK)
    check_work(told["preferred-citation"], WORK | {"type"})
    assert told["cff-version"] == "1.2.0"
    assert told["type"] in {"software", "dataset"}


WORK = {"authors", "title"}
KNOWN = WORK | {"abstract", "cff-version", "date-released", "doi", "edition"}
KNOWN |= {"keywords", "license", "message", "preferred-citation", "repository-code"}
KNOWN |= {"type", "url", "version", "year"}


def check_work(told: dict, needed: set[str]) -> None:
    """Every field is one the schema knows, and of the kind it asks for."""
    assert needed <= told.keys() <= KNOWN
    for author in told["authors"]:
        assert author.keys() <= {"name", "given-names", "family-names", "orcid"}
        assert all(isinstance(part, str) and part for part in author.values())
    texts = {"abstract", "message", "title", "version", "type"} & told.keys()
    assert all(isinstance(told[name], str) for name in texts)
    assert isinstance(told.get("year", 0), int)
    released = str(told.get("date-released", "2026-01-01"))
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", released)
    licenses = told.get("license", [])
    assert len(set(licenses)) == len(licenses)
