"""The examples of the engine's README and docs run as they stand."""

import re
from pathlib import Path

import pytest

ENGINE = Path(__file__).parents[1]
TEXTS = [ENGINE / "README.md", *sorted((ENGINE / "docs").glob("*.md"))]
EXAMPLES = [
    (text.name, example)
    for text in TEXTS
    for example in re.findall(
        r"```python\n(.*?)```", text.read_text(encoding="utf-8"), flags=re.DOTALL
    )
]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[n for n, _ in EXAMPLES])
def test_an_example_runs_as_it_stands(name, example):
    exec(example, {})


def test_readme_and_the_page_on_nodes_have_examples():
    assert {"README.md", "nodes.md"} <= {name for name, _ in EXAMPLES}
