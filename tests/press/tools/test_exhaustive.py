"""What passed is not run again, until something that it read changes."""

import pytest

from press.source.project import Project
from press.tools import exhaustive
from press.tools.exhaustive import LIMIT, PartError, check_all, parts
from press.tools.steps import Outcome


@pytest.fixture
def runs(toy, monkeypatch) -> list[str]:
    """The names of the steps that were run, which all pass, or fail where told."""
    names: list[str] = []

    def run(step, root):
        names.append(step.name)
        return Outcome(step, not (root / "fails").exists(), 1.0)

    monkeypatch.setattr(exhaustive, "run", run)
    monkeypatch.setenv("EVERY", "")
    return names


def test_a_part_that_passed_is_not_run_again(toy, runs):
    project = Project(toy.root)
    assert check_all(project, "searches")
    assert check_all(project, "searches")
    assert len(runs) == 1


TOC = """format: jb-book
root: start/index
chapters: [{file: calculus/slopes}]
"""
READ = {
    "audit-calculus": "book/calculus/studies/race.json",
    "kernel": "code/press/tools/environment.py",
    "theorems": "tests/conftest.py",
    "seeds": "_unconverted.txt",
    "equations": "tests/requirements.txt",
    "searches": "pyproject.toml",
    "pythons": "tests/press/conftest.py",
    "browser": "_build/audit.json",
    "book": "kernel/calculus/slopes.v",
}


@pytest.mark.parametrize("part", READ)
def test_a_change_of_what_it_reads_runs_it_again(toy, runs, part):
    for name, text in {
        "_toc.yml": TOC,
        "book/calculus/slopes.md": "```{code-cell} python\nimport proofread\n```\n",
        "book/calculus/studies/other.json": "{}",
        "kernel/calculus/other.v": "",
    }.items():
        toy.write(name, text)
    project = Project(toy.root)
    check_all(project, part)
    once = len(runs)
    toy.write(READ[part], "changed: True")
    check_all(project, part)
    assert len(runs) == 2 * once
    check_all(project, part)
    assert len(runs) == 2 * once


def test_a_part_that_failed_is_run_again(toy, runs):
    toy.write("fails", "")
    assert not check_all(Project(toy.root), "searches")
    assert not check_all(Project(toy.root), "searches")
    assert len(runs) == 2


def test_an_unknown_part_is_told_with_those_there_are(toy):
    with pytest.raises(PartError, match=r"no part .browsers.; there are .*browser"):
        check_all(Project(toy.root), "browsers")


def test_no_part_has_more_minutes_than_one_may_take(root):
    every = parts(Project(root))
    assert max(part.minutes for part in every) <= LIMIT
    names = {part.name for part in every}
    assert {"audit-calculus-1", "browser", "pythons", "witnesses"} <= names


def test_every_part_reads_files_that_are_there(root):
    for part in parts(Project(root)):
        kept = [path for path in part.reads if not path.startswith("_build/")]
        assert [path for path in kept if not (root / path).exists()] == []
