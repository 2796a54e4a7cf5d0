"""The page of changes leads from the number that an edition gave to its equation."""

import re
from pathlib import Path

import IPython.display
import pytest

import mlmath
from press.site.labels import registered
from press.source.project import Project
from press.source.redirects import redirects

CELL = re.compile(r"^```\{code-cell\} python\n:tags: [^\n]*\n(.*?)^```$", re.M | re.S)
ROW = re.compile(r"<tr\b.*?</tr>", re.S)
LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')
LABELS = """address,0.1.0,0.2.0
a/one#equation-kept,(1.1),(1.2)
a/one#equation-late,,(1.1)
a/one#equation-never,,
a/one#equation-proved,(1.10),
a/one#one,1,1
b/two#equation-moved,(2.1),(2.1)
b/two#equation-renamed,(2.2),
"""
MOVED = """a/one#equation-proved: a/one#thm-proof
b/two: b/three
b/two#equation-renamed: b/two#equation-named
"""
SHOWN = """
**{doc}`/a/one`**

| in 0.1.0 | in 0.2.0 | now | name |
| --- | --- | --- | --- |
| (1.1) | (1.2) | {eq}`kept` | kept |
|  | (1.1) | {eq}`late` | late |
| (1.10) |  | {prf:ref}`thm-proof` | proved |

**{doc}`/b/three`**

| in 0.1.0 | in 0.2.0 | now | name |
| --- | --- | --- | --- |
| (2.1) | (2.1) | {eq}`moved` | moved |
| (2.2) |  | {eq}`named` | renamed |"""


@pytest.fixture
def show(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What the page's cell writes for a registry and what has moved."""

    def shown(labels: str, moved: str) -> str:
        (tmp_path / "_labels.csv").write_text(labels, "utf-8")
        (tmp_path / "_redirects.yml").write_text(moved, "utf-8")
        there = tmp_path / "code" / "mlmath" / "__init__.py"
        monkeypatch.setattr(mlmath, "__file__", str(there))
        told: list[str] = []
        monkeypatch.setattr(IPython.display, "display", lambda it: told.append(it.data))
        (cell,) = CELL.findall((root / "book/reference/changes.md").read_text("utf-8"))
        exec(cell, {})
        return "".join(told)

    return shown


def test_each_edition_has_a_column_and_what_moved_is_followed(show):
    assert show(LABELS, MOVED) == SHOWN


def test_a_book_in_which_nothing_moved_needs_no_redirects(show):
    kept = "address,0.1.0\na/one#equation-kept,(1.1)\n"
    assert "| (1.1) | {eq}`kept` | kept |" in show(kept, "# nothing yet\n")


def test_every_number_that_was_given_leads_to_where_its_equation_is(root, site):
    page = (site / "reference" / "changes.html").read_text("utf-8")
    rows, moved = ROW.findall(page), redirects(Project(root))
    for address, editions in registered(Project(root)).items():
        name = address.partition("#equation-")[2]
        numbers = list(filter(None, editions.values()))
        if name and numbers and address not in moved:
            (row,) = (row for row in rows if re.search(rf">\W*{name}\W*<", row))
            assert all(number in row for number in numbers), address
            assert address.replace("#", ".html#") in LINK.findall(row)[0], address
