"""What a chapter states is checked as the build checks it, and nothing gets away."""

import sys

import pytest

from proofread.chapters.cells import Cell
from proofread.chapters.places import Place
from proofread.running import shells

from .conftest import FALSE, IMPORTS, TRUE, cell, lines, markdown, notebook

STOPS = {
    "sys.exit": ("import sys\nsys.exit(0)", 2, "SystemExit: 0"),
    "exit": ("1\nexit()", 2, "SystemExit"),
    "os._exit": ("import os\nos._exit(0)", 1, "ended by itself, with exit status 0"),
    "killed": ("import os\nos.kill(os.getpid(), 9)", 1, "killed: SIGKILL"),
    "syntax": ("1\n2 +", 2, "SyntaxError"),
    "exception": ("def f():\n    1 / 0\nf()", 3, "ZeroDivisionError"),
}


@pytest.mark.parametrize("how", STOPS)
def test_a_cell_that_ends_the_run_fails_at_its_line(how, ran):
    code, line, says = STOPS[how]
    outcome = ran(markdown(cell(IMPORTS + TRUE), cell(code), cell(FALSE)))
    (failure,) = outcome.failed
    assert failure.place.line == 12 + line
    assert failure.place.file.endswith("chapter.md")
    assert says in failure.what
    assert [statement.key for statement in outcome.stated] == ["double"]


def test_an_endless_loop_is_ended(ran):
    (failure,) = ran(markdown(cell("import time\nwhile True: time.sleep(1)"))).failed
    assert failure.place.line == 6
    assert "still running after 10 s" in failure.what


def test_one_false_claim_does_not_hide_another(ran):
    outcome = ran(markdown(cell(IMPORTS + FALSE + FALSE.replace("triple", "thrice"))))
    assert lines(outcome) == [(9, "triple"), (10, "thrice")]


OTHER_NAMES = """
import proofread as pr
from proofread import claim as state
from sympy import symbols
x = symbols("x", real=True)
say = pr.claim
def helper(key):
    pr.claim(key, x * (x + 2), x**2 + 2 * x)
for key in ("a", "b"):
    helper(key)
state("c", x * (x + 2), x**2 + 2 * x)
say("d", x * (x + 2), x**2 + 2 * x)
pr.claim(
    "e", x + x, 3 * x)
"""


def test_aliases_loops_and_helpers_are_checked_where_they_stand(ran):
    outcome = ran(markdown(cell(OTHER_NAMES)))
    stated = [(s.place.line, s.key) for s in outcome.stated]
    assert stated == [(12, "a"), (12, "b"), (15, "c"), (16, "d")]
    assert lines(outcome) == [(17, "e")]


def test_what_any_line_does_to_a_claim_counts(ran):
    code = "terms = []\nterms.append(5 * x)\nclaim('sum', x + sum(terms), x)"
    assert lines(ran(markdown(cell(IMPORTS + code)))) == [(11, "sum")]


UNSTATED = """
def never_called():
    claim("in-a-function", x * (x + 2), x**2 + 2 * x)
if x is None:
    claim("in-a-branch", x * (x + 2), x**2 + 2 * x)
try:
    claim("caught", x + x, 3 * x)
except Exception:
    pass
"""


def test_a_key_that_is_written_and_never_stated_fails(ran):
    outcome = ran(markdown(cell(IMPORTS), cell(UNSTATED)))
    assert lines(outcome) == [
        (13, "in-a-function"),
        (15, "in-a-branch"),
        (17, "caught"),
    ]


def test_a_key_stated_twice_fails(ran):
    outcome = ran(markdown(cell(IMPORTS + TRUE + TRUE)))
    assert lines(outcome) == [(10, "double")]
    assert "chapter.md:9" in outcome.failed[0].what


def test_a_key_that_the_page_does_not_show_fails(ran):
    shown = cell("for k in 'a': claim(k, x * (x + 2), x**2 + 2 * x)", "remove-output")
    assert lines(ran(markdown(cell(IMPORTS), shown))) == [(12, "a")]


def test_tags_that_let_a_cell_fail_or_leave_it_out_are_heeded(ran):
    outcome = ran(
        markdown(
            cell("raise ValueError", "raises-exception"),
            cell("raise KeyError", "skip-execution"),
            cell("import sys\nprint(1, file=sys.stderr)", "remove-stderr"),
        )
    )
    assert outcome.failed == []


def test_a_warning_fails_as_in_the_build(ran):
    (failure,) = ran(markdown(cell("import warnings\nwarnings.warn('odd')"))).failed
    assert failure.what.startswith("it printed a warning")
    assert "odd" in failure.printed


SETTINGS = """
import asyncio, os
import beside
assert beside.answer == 42
%matplotlib inline
assert os.environ["PYTHONHASHSEED"] == "0"
assert os.environ["OMP_NUM_THREADS"] == "1"
await asyncio.sleep(0)
"""


def test_a_chapter_runs_in_its_folder_with_the_settings_of_the_build(ran, write):
    write("answer = 42", "beside.py")
    assert ran(markdown(cell(SETTINGS))).failed == []


LEFT_BEHIND = """
import os, subprocess, time
subprocess.Popen(["sleep", "60"])
if not os.fork():
    time.sleep(60)
"""


def test_a_process_left_behind_keeps_nobody_waiting(ran):
    assert ran(markdown(cell(LEFT_BEHIND))).failed == []


def test_notebooks_and_scripts_are_checked(ran):
    outcome = ran(notebook(IMPORTS, "\n" + TRUE + FALSE), "n.ipynb")
    (failure,) = outcome.failed
    assert str(failure).partition("n.ipynb:")[2].startswith("cell 2:3: claim 'triple'")
    assert lines(ran(IMPORTS + TRUE + FALSE, "script.py")) == [(5, "triple")]


def test_without_ipython_cells_run_all_the_same(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "proofread.running.ipython", None)
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    told = []
    code = IMPORTS + FALSE + "1 / 0"
    error = shells.shell().run(Cell(Place("a.md", 10), 1, code), told.append)
    assert [refused.line for refused in told] == [13]
    assert isinstance(error, ZeroDivisionError)
