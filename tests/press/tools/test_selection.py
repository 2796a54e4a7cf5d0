"""A short run of tests takes what changed and some of each kind; a long one all."""

import pytest

from press.source.project import Project
from press.tools.selection import (
    CHANGED_AT_MOST,
    heaviest_of_each_kind,
    pages,
    three_of_each_kind,
)

NAMES = [f"calculus/{letter}.html" for letter in "abcdefghijklmnopqrst"]


@pytest.fixture
def project(toy, monkeypatch) -> Project:
    """A toy repository of twenty pages that last changed long ago; the first is old."""
    monkeypatch.delenv("EVERY", raising=False)
    project = Project(toy.root)
    for size, name in enumerate(NAMES):
        toy.write(f"_build/html/{name}", "x" * (size + 1))
        toy.write(f"book/{name.replace('.html', '.md')}", "x")
    toy.record("2020-01-01")
    return project


def test_three_of_each_kind_are_the_lightest_the_middle_and_the_heaviest():
    sizes = {"start/a": 1, "start/b": 2, "start/c": 3, "start/d": 4, "index": 9}
    assert three_of_each_kind(sizes) == {"start/a", "start/c", "start/d", "index"}
    assert heaviest_of_each_kind(sizes) == {"start/d", "index"}


def test_the_pages_below_the_folders_of_a_folder_are_one_kind():
    sizes = {f"reference/proofs/{k}/{k}": k for k in range(5)} | {"reference/a": 9}
    chosen = {"reference/a", *(f"reference/proofs/{k}/{k}" for k in (0, 2, 4))}
    assert three_of_each_kind(sizes) == chosen


def test_all_pages_are_taken_on_request(project, monkeypatch):
    monkeypatch.setenv("EVERY", "1")
    assert pages(project) == NAMES


def test_a_page_whose_source_changed_is_taken(project):
    before = pages(project)
    (project.book / "calculus/b.md").write_text("changed")
    assert set(pages(project)) - set(before) == {"calculus/b.html"}


def test_that_the_source_of_a_page_of_proofs_changed_tells_nothing(project):
    before = pages(project)
    for folder in ("book", "_build/html"):
        for k in range(5):
            suffix = "md" if folder == "book" else "html"
            page = project.root / folder / f"reference/proofs/start/{k}.{suffix}"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text("x" * k, "utf-8")
    assert len(set(pages(project)) - set(before)) == 3


def test_of_many_changed_pages_the_heaviest_are_taken(project):
    for chapter in (project.book / "calculus").iterdir():
        chapter.write_text("changed")
    assert len(pages(project)) <= CHANGED_AT_MOST + 3
