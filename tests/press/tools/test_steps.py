"""A test run says of each step how it went, how long it took, and its budget."""

from pathlib import Path

from press.tools.steps import Outcome, Step, run, summarize
from press.tools.test import (
    AUDIT,
    BOOK,
    CHAPTERS,
    CODE,
    KERNEL,
    PAGES,
    PRINT,
    THEOREMS,
)

INSTALLING, LEFT = 8, 55


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
    proved = (THEOREMS, KERNEL)
    every = (*CODE, AUDIT, CHAPTERS, *proved, PRINT, PAGES, BOOK)
    taken = sum(step.minutes for step in every)
    assert INSTALLING + taken <= LEFT
