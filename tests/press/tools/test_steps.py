"""A test run says of each step how it went, how long it took, and its budget."""

import re
import subprocess
from pathlib import Path

import pytest

from press.source.project import Project
from press.tools import test
from press.tools.kept import keep
from press.tools.steps import Outcome, Step, run, summarize
from press.tools.test import (
    AUDIT,
    BOOK,
    CHAPTERS,
    CODE,
    INSTALLED,
    INSTALLING,
    KERNEL,
    OF_SOUNDNESS,
    PAGES,
    PRINT,
    SOUNDNESS,
    THEOREMS,
    installing,
    taken,
)
from proofread.audit import SOUNDNESS as WRITTEN

LEFT = 55


def test_a_step_passes_as_its_module_does():
    assert run(Step("version", 1, ("pip", "--version")), Path.cwd()).passed
    assert not run(Step("nothing", 1, ("nosuchmodule",)), Path.cwd()).passed


def test_a_step_over_its_budget_says_so(capsys):
    step = Step("lint", 1, ())
    assert summarize([Outcome(step, True, 61), Outcome(step, True, 59)])
    late, in_time, *_ = capsys.readouterr().out.split("\n")[2:]
    assert late == "passed  lint (1 min 1 s of 1 min 0 s, OVER ITS BUDGET)"
    assert in_time == "passed  lint (59 s of 1 min 0 s)"


def test_one_failed_step_fails_the_run(capsys):
    step = Step("lint", 1, ())
    assert not summarize([Outcome(step, True, 1), Outcome(step, False, 1)])
    assert "1 passed, 1 failed" in capsys.readouterr().out


def test_the_budgets_leave_room_for_what_is_still_to_come():
    proved = (SOUNDNESS, THEOREMS, KERNEL)
    every = (INSTALLING, *CODE, AUDIT, CHAPTERS, *proved, PRINT, PAGES, BOOK)
    assert sum(step.minutes for step in every) <= LEFT


@pytest.mark.parametrize("faults", [0, 2])
def test_what_soundness_takes_of_the_audit_is_told_apart(faults, tmp_path, monkeypatch):
    def run(step, root):
        keep(root / OF_SOUNDNESS, {"seconds": 30.0, "faults": faults})
        return Outcome(step, not faults, 100.0)

    monkeypatch.setattr(test, "run", run)
    audit, soundness = taken(AUDIT, tmp_path)
    assert (audit.seconds, soundness.seconds) == (70.0, 30.0)
    assert soundness.passed == (not faults)
    assert str(soundness).endswith("(30 s of 3 min 0 s)")


def test_an_audit_that_came_to_nothing_is_one_step(tmp_path, monkeypatch):
    keep(tmp_path / OF_SOUNDNESS, {"seconds": 30.0, "faults": 0})
    monkeypatch.setattr(test, "run", lambda step, root: Outcome(step, False, 9.0))
    assert taken(AUDIT, tmp_path) == [Outcome(AUDIT, False, 9.0)]


@pytest.mark.parametrize(
    ("told", "seconds"), [(("40", "25"), [65.0]), (("40", ""), [])]
)
def test_installing_is_a_step_where_its_seconds_were_counted(told, seconds, tmp_path):
    for name, text in zip(INSTALLED, told, strict=True):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{text}\n")
    assert [outcome.seconds for outcome in installing(tmp_path)] == seconds


def test_installing_is_no_step_where_nobody_counted(tmp_path):
    assert installing(tmp_path) == []


def test_soundness_is_read_where_the_audit_writes_it(root):
    assert root / OF_SOUNDNESS == Project(root).audit.with_name(WRITTEN)


def test_the_makefile_counts_how_long_installing_takes(root, tmp_path):
    text = (root / "Makefile").read_text("utf-8")
    assert text.count("$(BEGIN)") == text.count("$(END)") == len(INSTALLED)
    named = re.findall(r"^(?:BEGIN|END) :?=.*\n", text, re.M)
    rule = f"{INSTALLED[0]}:\n\t$(BEGIN)\n\t@sleep 1\n\t$(END)\n"
    (tmp_path / "Makefile").write_text("".join([*named, rule]))
    subprocess.run(["make", "-s", INSTALLED[0]], cwd=tmp_path, check=True)
    assert 1 <= int((tmp_path / INSTALLED[0]).read_text()) <= 60
