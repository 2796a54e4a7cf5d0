"""A chapter is begun with one command."""

import pytest

from press.source.contents import ChapterError, listed_after, make_chapter
from press.source.contract import complaints
from press.source.contract.cells import wide
from press.source.malformed import read_text
from press.source.project import Project
from press.tools.seeds import RERUNS, Rerun, passes

CONTENTS = """parts:
  - caption: One
    chapters:
      - file: calculus/derivatives
      - file: calculus/gradients
  - caption: Two
    chapters:
      - file: practice/bounds
"""


@pytest.fixture
def project(tmp_path) -> Project:
    (tmp_path / "_toc.yml").write_text(CONTENTS)
    (tmp_path / "book/calculus").mkdir(parents=True)
    return Project(tmp_path)


def test_it_is_written_and_listed_last_in_its_part(project):
    path = make_chapter(project, "calculus", "line-integrals")
    assert "# Line integrals" in path.read_text()
    lines = project.toc.read_text().splitlines()
    assert lines[5] == "      - file: calculus/line-integrals"


def test_its_claims_stand_as_they_are(project):
    from subprocess import run
    from sys import executable

    path = make_chapter(project, "calculus", "line-integrals")
    command = [executable, "-m", "proofread", "check", str(path)]
    assert run(command, capture_output=True).returncode == 0


def test_it_keeps_what_a_chapter_promises(project):
    path = make_chapter(project, "calculus", "line-integrals")
    assert complaints(path) == []
    assert [*wide(read_text(path))] == []


def test_its_asserts_hold_for_other_seeds_and_digits(project):
    path = make_chapter(project, "calculus", "line-integrals")
    assert all(passes(Rerun(path, *each)) for each in RERUNS.items())


def test_what_is_there_already_stays(project):
    make_chapter(project, "calculus", "again")
    with pytest.raises(ChapterError, match="there already"):
        make_chapter(project, "calculus", "again")


def test_a_part_or_a_name_that_cannot_be_is_told(project):
    with pytest.raises(ChapterError, match="there are calculus, practice"):
        listed_after(CONTENTS, "calculs", "x")
    with pytest.raises(ChapterError, match="no name"):
        make_chapter(project, "calculus", "../x")


TOC = """
format: jb-book
root: start/index
parts:
- caption: Start
  chapters:
      - file: start/how-to-read
- caption: Chapters
  numbered: true
  chapters:
      - file: calculus/first
"""
EXTENSIONS = ("sphinx_proof", "sphinx_exercise", "proofread.sphinx", "press.typeset")


def test_it_is_a_page_that_builds_without_a_warning(toy):
    config = (toy.root / "_config.yml").read_text("utf-8")
    more = "\n      ".join(f"- {name}" for name in EXTENSIONS)
    config = config.replace("- press.typeset", more)
    toy.write("_config.yml", config.replace("colon_fence", "colon_fence, attrs_inline"))
    toy.write("_toc.yml", TOC)
    toy.write("book/start/how-to-read.md", "# How to read\n\nSlowly.\n")
    for path in (toy.root / "book").glob("*.md"):
        path.unlink()
    toy.write("book/calculus/first.md", "# First\n\nIt is here.\n")
    make_chapter(Project(toy.root), "calculus", "line-integrals")
    made = toy.make()
    assert made.returncode == 0, made.stdout
    page = toy.page("calculus/line-integrals")
    for shown in ("<picture>", "What to see: at 1 the slope is 2.", "In two minutes"):
        assert shown in page
