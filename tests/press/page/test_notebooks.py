"""A notebook to take away is the same whenever it ran."""

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
    source = "".join(setup_cell(["mlmath", "proofread"], ["packages.zip"])["source"])
    assert source.count("%pip install") == 1
    assert "('mlmath', 'proofread')" in source


def test_the_packages_are_those_the_cell_asks_for(root):
    assert package_names(root) == ["mlmath", "proofread"]
    own, engine = packages(root).values()
    assert {"code/mlmath/__init__.py", "pyproject.toml"} <= own.keys()
    assert {"proofread/__init__.py", "pyproject.toml"} <= engine.keys()
    assert not any(name.startswith(("code/press", "tests")) for name in own | engine)
