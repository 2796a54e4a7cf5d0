import pytest
from nbformat.v4 import new_output

from press.executed.cells import FOR_PRINT, MOST_SHOWN, excess
from press.executed.chapters import Chapter, line_in_cell
from press.executed.reading import read_chapter
from press.executed.schedule import Schedule
from press.executed.stating import MIME, PROOF
from press.tools.progress import in_words

TEXT = """---
file_format: mystnb
---
# Title

```{code-cell} python
---
tags: [hide-input]
---
a = 1
b = 2
```

```{code-cell} python
c = 3
```
"""


@pytest.fixture
def chapter(tmp_path) -> Chapter:
    path = tmp_path / "chapter.md"
    path.write_text(TEXT)
    chapter = read_chapter("chapter", path, ["dollarmath"])
    assert chapter is not None
    return chapter


def test_a_cell_knows_its_lines_in_the_file(chapter):
    lines = TEXT.splitlines()
    assert lines[chapter.line(1, 2) - 1] == "b = 2"
    assert lines[chapter.line(2) - 1] == "c = 3"
    assert chapter.number(2) == 2


def test_a_page_without_code_is_not_run(tmp_path):
    (tmp_path / "prose.md").write_text("# Title\n\nProse.\n")
    assert read_chapter("prose", tmp_path / "prose.md", []) is None


def test_a_traceback_is_read_from_the_cell_that_failed():
    assert line_in_cell("Cell In[3], line 2\n...\nCell In[1], line 9, in f") == 2


CELLS = {"long": 6, "a": 2, "b": 2}


def test_the_longest_chapter_starts_first_and_unknown_ones_before_it():
    schedule = Schedule({"a": 1, "long": 1, "new": 1}, {"a": 1, "long": 9}, workers=2)
    assert [schedule.next() for _ in range(4)] == ["new", "long", "a", None]


def test_time_left_is_shared_by_workers_but_no_less_than_the_longest_chapter():
    seconds = {"long": 30.0, "a": 5.0, "b": 5.0}
    assert Schedule(CELLS, seconds, workers=1).time_left() == 40
    assert Schedule(CELLS, seconds, workers=4).time_left() == 30


def test_a_first_run_is_judged_by_the_cells_that_ended():
    times = iter([0.0, 8.0, 8.0])
    schedule = Schedule(CELLS, {}, workers=1, clock=lambda: next(times))
    schedule.next()
    schedule.reach("long", 5)
    assert schedule.time_left() == 12


def test_durations_read_as_one_says_them():
    assert [in_words(8), in_words(125)] == ["8 s", "2 min 5 s"]


def test_more_output_than_a_page_holds_is_told_with_the_cell_that_puts_out_most(
    chapter,
):
    printed = {2: "x" * MOST_SHOWN, 1: "short"}
    for index, text in printed.items():
        output = new_output("stream", name="stdout", text=text)
        chapter.notebook.cells[index].outputs = [output]
    failure = excess(chapter)
    assert failure is not None
    assert TEXT.splitlines()[failure.line - 1] == "c = 3"
    assert "1.0 MB" in failure.error
    chapter.notebook.cells[2].outputs = []
    assert excess(chapter) is None


def test_what_print_or_another_page_shows_is_not_counted(chapter):
    much = "x" * 2 * MOST_SHOWN
    data = {FOR_PRINT: much, MIME: {PROOF: much}, "text/plain": "figure"}
    chapter.notebook.cells[2].outputs = [new_output("display_data", data)]
    assert excess(chapter) is None


def test_all_of_a_statement_but_its_proof_is_counted(chapter):
    data = {MIME: {"latex": "x" * 2 * MOST_SHOWN}}
    chapter.notebook.cells[2].outputs = [new_output("display_data", data)]
    assert excess(chapter) is not None
