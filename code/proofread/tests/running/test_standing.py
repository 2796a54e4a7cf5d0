"""A statement knows where it stands, in whatever runs it."""

from types import SimpleNamespace

import pytest

from proofread import ClaimError
from proofread.chapters import standing

from .conftest import IMPORTS, TRUE, cell, markdown, notebook


@pytest.fixture
def start(monkeypatch, tmp_path):
    """The start of the last of some inputs, in a kernel in the folder of `write`."""
    monkeypatch.chdir(tmp_path)

    def of(*inputs: str, number: int | None = None) -> str:
        number = number or len(inputs)
        named = SimpleNamespace(get_code_name=lambda raw, code, n: f"name of {raw}")
        shell = SimpleNamespace(
            history_manager=SimpleNamespace(input_hist_raw=["", *inputs]),
            compile=named,
            transform_cell=lambda code: code,
        )
        monkeypatch.setattr(standing, "ipython", lambda: shell)
        found = standing._start_in_kernel(f"name of {inputs[number - 1]}")
        return str(found).removeprefix(f"{tmp_path}/")

    return of


def test_an_input_is_traced_to_the_chapter_that_holds_most_of_the_others(start, write):
    write(markdown(cell(IMPORTS), cell("1"), cell("2")), "a.md")
    write(markdown(cell(IMPORTS), cell("1"), cell("3")), "b.md")
    assert start(IMPORTS, "1", "3") == "b.md:16"
    assert start(IMPORTS, "1", "2", number=1) == "a.md:6"


def test_cells_of_one_text_are_told_apart_by_their_order(start, write):
    write(markdown(cell("1"), cell("1"), cell("1", "skip-execution"), cell("2")))
    assert start("1") == "chapter.md:6"
    assert start("1", "1") == "chapter.md:10"
    assert start("1", "1", "1") == "chapter.md:10"


def test_an_input_of_a_notebook_has_a_cell(start, write):
    write(notebook(IMPORTS, "\n\n" + TRUE), "n.ipynb")
    assert start(IMPORTS, "\n\n" + TRUE) == "n.ipynb:cell 2:3"


def test_what_is_not_saved_is_named_as_jupyter_names_it(start):
    assert start("1", "2") == "Cell In[2]:1"


def test_a_broken_neighbor_is_no_hindrance(start, write):
    write("{", "broken.ipynb")
    write(markdown(cell("1")))
    assert start("1") == "chapter.md:6"


def test_code_typed_into_python_has_a_place():
    code = IMPORTS + "claim('k', x, 2 * x)"
    with pytest.raises(ClaimError) as caught:
        exec(compile(code, "<stdin>", "exec"))
    assert str(caught.value).startswith("<stdin>:4: claim 'k'")
