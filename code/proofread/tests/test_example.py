"""The examples of the engine's README and docs run as they stand."""

import pytest
from examples import TEXTS, examples, given

STANDING = [
    (path, example)
    for path in TEXTS
    for example in examples(path)
    if example.language == "python" and not example.is_refused
]


@pytest.mark.parametrize(
    ("path", "example"), STANDING, ids=[example.name for _, example in STANDING]
)
def test_an_example_runs_as_it_stands(path, example):
    exec(example.code, given(path))


def test_readme_and_the_page_on_nodes_have_examples():
    assert {"README.md", "nodes.md"} <= {path.name for path, _ in STANDING}
