"""A study's result is kept beside it, until something that it was made from changes."""

import json

import numpy as np
import pytest

from mlmath.studies import study
from press.executed.studies import run_studies
from press.source.project import Project
from press.tools.progress import Progress

SCRIPT = """
from pathlib import Path
import numpy as np

def study():
    with Path("runs").open("a") as runs:
        runs.write("x")
    return {"mean": np.arange(4).mean(), "all": np.arange(3), "of": {"a": 1.5}}
"""
CHAPTER = """from mlmath.studies import study
print("the mean is", study("slow")["mean"])"""


@pytest.fixture
def slow(toy):
    """A toy book with a study, which notes when it runs."""
    toy.write("book/studies/slow.py", SCRIPT)
    toy.runs = lambda: len((toy.root / "book/studies/runs").read_text())
    return toy


def run(toy, **options) -> bool:
    return run_studies(Project(toy.root), Progress(), **options)


def test_a_study_is_made_once_and_again_when_its_script_or_the_lock_changes(slow):
    assert run(slow)
    assert run(slow)
    assert slow.runs() == 1
    slow.write("book/studies/slow.py", SCRIPT.replace("1.5", "2.5"))
    assert run(slow)
    slow.write("requirements.txt", "other==1")
    assert run(slow)
    assert slow.runs() == 3


def test_a_release_makes_it_though_nothing_has_changed(slow):
    assert run(slow)
    before = (slow.root / "book/studies/slow.json").read_bytes()
    assert run(slow, anew=True)
    assert slow.runs() == 2
    assert (slow.root / "book/studies/slow.json").read_bytes() == before


def test_whoever_has_the_result_need_not_make_it(slow, toy_at, tmp_path_factory):
    run(slow)
    other = toy_at(tmp_path_factory.mktemp("other"))
    other.write("book/studies/slow.py", SCRIPT)
    kept = (slow.root / "book/studies/slow.json").read_text("utf-8")
    other.write("book/studies/slow.json", kept)
    assert run(other)
    assert not (other.root / "book/studies/runs").exists()


def test_the_result_says_what_it_was_made_from(slow):
    own = "import press.source.reads\n"  # not of this project: not among them
    slow.write("book/studies/slow.py", own + SCRIPT)
    run(slow)
    told = json.loads((slow.root / "book/studies/slow.json").read_text("utf-8"))
    assert [*told["made_from"]] == ["book/studies/slow.py", "requirements.txt"]


def test_cells_read_what_it_found(slow, monkeypatch):
    run(slow)
    monkeypatch.chdir(slow.root / "book")
    found = study("slow")
    assert found["mean"] == np.mean([0, 1, 2, 3])
    assert (found["all"], found["of"]) == ([0, 1, 2], {"a": 1.5})
    with pytest.raises(FileNotFoundError, match=r"other\.json is not there: `make"):
        study("other")


def test_a_build_makes_studies_first_and_a_chapter_follows_its_study(slow):
    slow.chapter("first", CHAPTER)
    assert "the mean is 1.5" in slow.make().stdout + slow.page("first")
    slow.write("book/studies/slow.py", SCRIPT.replace("arange(4)", "arange(2)"))
    assert "book/studies/slow.py computed in" in slow.make().stdout
    assert "the mean is 0.5" in slow.page("first")


def test_a_study_that_fails_stops_the_build_with_its_line(slow):
    slow.write("book/studies/slow.py", "def study():\n    return 1 / 0\n")
    made = slow.make()
    assert made.returncode == 1
    assert "book/studies/slow.py: the study failed" in made.stdout
    assert "line 2, in study" in made.stdout
