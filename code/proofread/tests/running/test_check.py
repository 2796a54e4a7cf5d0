"""`check`: prints every statement as it ends, and its exit status is that of all."""

import json

import pytest

from proofread.__main__ import main

from .conftest import FALSE, FRONT, IMPORTS, TRUE, cell, markdown

PROSE = "# Prose\n\nNo cell.\n"
CODE = markdown(cell("1 + 1"))
IDLE = markdown(cell("print(1)"), cell("from proofread import latex"))
STATES = markdown(cell(IMPORTS + TRUE))


@pytest.fixture
def said(write, capsys):
    """The exit status of `check`, and what it prints."""

    def check(*texts: str, options: tuple[str, ...] = ()) -> tuple[int, str]:
        files = [write(text, f"{n}.md") for n, text in enumerate(texts)]
        status = main(["check", *map(str, files), *options])
        printed = capsys.readouterr()
        return status, printed.out + printed.err

    return check


def test_each_statement_is_printed_and_what_cells_print_is_not(said):
    status, text = said(markdown(cell(IMPORTS + "print('noise')\n" + TRUE)))
    assert status == 0
    assert "0.md:10: claim 'double', proved (" in text
    assert "0.md: 1 statements stand, 0 fail" in text
    assert "noise" not in text


def test_a_failure_does_not_keep_later_chapters_from_being_checked(said):
    status, text = said(
        markdown(cell("print('noise')\nimport os\nos._exit(0)")), STATES
    )
    assert status == 1
    assert "0.md:6: cell 1 failed" in text
    assert "noise" in text
    assert "1.md: 1 statements stand, 0 fail" in text


def test_files_that_state_nothing_between_them_fail(said):
    assert said(PROSE, CODE)[0] == 1
    assert said(PROSE, CODE, options=("--allow-none",))[0] == 0


def test_a_file_may_state_nothing_beside_one_that_does(said):
    assert said(PROSE, STATES)[0] == 0


def test_a_file_that_imports_the_engine_and_states_nothing_fails(said):
    status, text = said(IDLE, STATES, options=("--allow-none",))
    assert status == 1
    assert "0.md:10: imports the engine and states nothing" in text


def test_broken_front_matter_fails(said):
    status, text = said("---\na: [\n---\n" + PROSE, STATES)
    assert status == 1
    assert "0.md:" in text


def test_seconds_are_written(said, tmp_path):
    seconds = tmp_path / "seconds.json"
    said(STATES, options=("--seconds", str(seconds)))
    assert list(json.loads(seconds.read_text())) == ["double"]


def test_a_time_limit_can_be_given(said):
    status, text = said(markdown(cell("while True: pass")), options=("--timeout", "2"))
    assert status == 1
    assert "still running after 2 s" in text


def test_a_false_claim_is_a_failure(said):
    status, text = said(markdown(cell(IMPORTS + FALSE)))
    assert (status, "1 fail" in text) == (1, True)
    assert FRONT not in text
