"""The example of the engine's README runs as it stands."""

import re


def test_the_example_in_the_readme_runs(root):
    text = (root / "code/proofread/README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    exec(example, {})
