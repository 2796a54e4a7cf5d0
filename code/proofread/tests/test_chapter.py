"""A chapter's claims are run with the code they need, and no other."""

import pytest

from proofread.__main__ import main
from proofread.chapter import claims_of, run
from proofread.sources import markdown_cells

HEAD = """```{code-cell} python
from sympy import Symbol
from proofread import claim
```
"""
STATED = """```{code-cell} python
t = Symbol("t", real=True)
claim("double", t + t, %s)
```
"""


@pytest.fixture
def chapter(tmp_path):
    def write(*parts):
        path = tmp_path / "chapter.md"
        path.write_text("\n".join(parts), encoding="utf-8")
        return path

    return write


def test_a_heavy_statement_that_no_claim_needs_is_not_run(chapter):
    heavy = "```{code-cell} python\nheavy = 1 / 0\n```\n"
    record = run(chapter(HEAD, heavy, STATED % "2 * t"))
    assert [b.key for b in record.bundles] == ["double"]


def test_what_a_claim_needs_is_run_however_far_above(chapter):
    helper = "```{code-cell} python\ndef twice(t):\n    return 2 * t\n```\n"
    assert not run(chapter(HEAD, helper, "Prose.\n", STATED % "twice(t)")).errors


def test_a_cell_shown_inside_another_fence_is_no_cell(chapter):
    shown = "````md\n" + STATED % "3 * t" + "````\n"
    assert not run(chapter(HEAD, shown)).bundles
    assert len(list(markdown_cells(HEAD + shown))) == 1


def test_options_and_magics_keep_the_lines_true(chapter):
    path = chapter(HEAD, "```{code-cell} python\n:tags: [hide-input]\n%magic\n", "```")
    (_, second) = list(markdown_cells(path.read_text()))
    assert second[1].split("\n")[:2] == ["", "pass"]


def test_an_error_names_the_chapter_and_the_line(chapter):
    (error,) = run(chapter(HEAD, STATED % "3 * t")).errors
    assert str(error.chapter).endswith("chapter.md")
    assert error.line == 8


def test_a_malformed_statement_does_not_hide_the_others(chapter):
    bad = '```{code-cell} python\nclaim("bad", 1, 1, relation="?")\n```\n'
    record = run(chapter(HEAD, bad, STATED % "2 * t"))
    assert [e.key for e in record.errors] == ["bad"]
    assert [b.key for b in record.bundles] == ["double"]


def test_claims_can_be_collected_unchecked(chapter):
    assert [c.key for c in claims_of(chapter(HEAD, STATED % "3 * t"))] == ["double"]


@pytest.mark.parametrize(("right", "status"), [("2 * t", 0), ("3 * t", 1), ("u", 1)])
def test_the_command_line_exits_as_the_build_would(chapter, right, status):
    assert main(["check", str(chapter(HEAD, STATED % right))]) == status
