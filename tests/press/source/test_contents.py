"""A chapter is begun with one command."""

import pytest

from press.source.contents import ChapterError, listed_after, make_chapter
from press.source.contract import complaints
from press.source.project import Project

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
    assert complaints(make_chapter(project, "calculus", "line-integrals")) == []


def test_what_is_there_already_stays(project):
    make_chapter(project, "calculus", "again")
    with pytest.raises(ChapterError, match="there already"):
        make_chapter(project, "calculus", "again")


def test_a_part_or_a_name_that_cannot_be_is_told(project):
    with pytest.raises(ChapterError, match="there are calculus, practice"):
        listed_after(CONTENTS, "calculs", "x")
    with pytest.raises(ChapterError, match="no name"):
        make_chapter(project, "calculus", "../x")
