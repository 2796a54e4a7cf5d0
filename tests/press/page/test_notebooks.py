"""A notebook to take away is the same whenever it ran."""

from press.page import quoted
from press.page.notebooks import (
    package_names,
    packages,
    settle,
    setup_cell,
    with_streams_whole,
)


def printed(text: str, name: str = "stdout") -> dict:
    return {"output_type": "stream", "name": name, "text": text}


def test_what_was_printed_in_pieces_is_whole():
    pieces = [printed("a\n"), printed("b\n"), printed("c\n", "stderr")]
    assert with_streams_whole(pieces) == [printed("a\nb\n"), printed("c\n", "stderr")]


def test_names_times_and_counts_of_a_run_are_settled():
    shown = {"output_type": "execute_result", "execution_count": 9, "data": {}}
    cell = {"cell_type": "code", "id": "x7", "execution_count": 9, "outputs": [shown]}
    cell["metadata"] = {"execution": {"iopub.execute_input": "12:00"}}
    settle([cell])
    assert cell["id"] == "cell-0"
    assert cell["execution_count"] == shown["execution_count"] == 1
    assert cell["metadata"] == {}


def test_the_first_cell_has_one_magic():
    source = "".join(
        setup_cell(["mlmath", "proofread"], ["packages.zip"], [])["source"]
    )
    assert source.count("%pip install") == 1
    assert "('mlmath', 'proofread')" in source


def test_the_first_cell_fetches_what_studies_found():
    published = "https://example.org/_sources/practice/studies/shapes.json"
    source = "".join(setup_cell(["mlmath"], ["packages.zip"], [published])["source"])
    compile(source.replace("%pip", "pass  #"), "first cell", "exec")
    assert f"in ['{published}']" in source


def test_the_packages_are_those_the_cell_asks_for(root):
    assert package_names(root) == ["mlmath", "proofread"]
    own, engine = packages(root).values()
    assert {"code/mlmath/__init__.py", "pyproject.toml"} <= own.keys()
    assert {"proofread/__init__.py", "pyproject.toml"} <= engine.keys()
    assert not any(name.startswith(("code/press", "tests")) for name in own | engine)


class Told:
    """One claim, and one line that is typed by hand."""

    def equation(self, told: str) -> str:
        return {"sum": "a + b = c", "sum right": "c"}.get(told, "")

    def typed_by_hand(self, page: str) -> list[str]:
        return ["x =\ny"]


def completed(text: str) -> str:
    cells = [{"cell_type": "markdown", "source": text.splitlines(keepends=True)}]
    quoted.complete({"cells": cells}, Told(), "page")
    return "".join(cells[0]["source"])


def test_a_claim_within_a_line_is_its_equation():
    text = "As {claim}`sum` says, {claim}`sum right` is so, {claim}`other` is not."
    assert completed(text) == "As $a + b = c$ says, $c$ is so, {claim}`other` is not."


def test_a_line_typed_by_hand_says_so_below_it():
    text = "So\n\n  $$\n  x =\n  y\n  $$\n\nand $$ x = z $$ too.\n"
    told = "  $$\n\n  *typed by hand, not checked*\n"
    assert completed(text) == text.replace("  $$\n\nand", f"{told}\n\nand")
