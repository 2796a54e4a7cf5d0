"""Build and check run the same cells and say the same of a chapter, line by line."""

import asyncio
import os
import re
import tempfile
from pathlib import Path

import pytest

from press.executed.cells import Failure, run_cells
from press.executed.chapters import Chapter
from press.executed.reading import read_chapter
from press.tools.environment import ONE_THREAD_PER_KERNEL, THE_SAME_EVERYWHERE
from proofread.chapters import cells as engine
from proofread.running.environment import environment
from proofread.running.process import How
from proofread.running.runner import run_chapter

EXTENSIONS = ["amsmath", "colon_fence", "dollarmath"]
SECONDS = 20
HEAD = """---
file_format: mystnb
---
```{code-cell} python
:tags: [hide-input]

import sys, os, time, warnings
import proofread as pr
from sympy import symbols
x = symbols("x", real=True)
def state(key, right):
    pr.claim(key, x + x, right)
```

Prose, and a cell that stands twice.

```{code-cell} python
0
```

```{code-cell} python
0
```

```{code-cell} python
CODE
```
"""
CODES = {
    "a false claim": 'pr.claim("a", (x + 1) ** 2, x**2 + 2 * x + 1)\n'
    'pr.claim(\n    "b", x, 2 * x)',
    "a helper": 'state("a", 2 * x)\nstate("b", 3 * x)',
    "a loop": 'for key in "ab":\n    say = pr.claim\n    say(key, x, 2 * x)',
    "a malformed claim": 'pr.claim("b", x, x, "?")',
    "a derivation": 'pr.derivation(\n  "b", x + x, pr.step(3 * x, "add"))',
    "a definition": '\n\npr.refute("b", x + x, 2 * x)',
    "an exception": "def f():\n    1 / 0\nf()",
    "a syntax error": "1\n2 +",
    "an exit": "sys.exit(0)",
    "an end": "1\nos._exit(0)",
    "a loop without end": "1\nwhile True: time.sleep(1)",
    "a warning": '1\nwarnings.warn("odd")',
}
PLACE = re.compile(r"([^\s:]+\.md):(\d+): (?:claim '(\w+)')?")


@pytest.mark.parametrize("kind", CODES)
def test_build_and_check_name_the_same_file_line_and_key(kind, tmp_path):
    path = tmp_path / "chapter.md"
    path.write_text(HEAD.replace("CODE", CODES[kind]), "utf-8")
    (tmp_path / "another.md").write_text(HEAD.replace("CODE", "1"), "utf-8")
    seconds = 6 if "loop" in kind else SECONDS
    checked = run_chapter(path, How(timeout=seconds)).failed[0]
    failure = built(path, seconds)
    assert failure is not None
    told = PLACE.search(failure.error) or PLACE.search(str(failure))
    ours = PLACE.search(str(checked))
    assert told is not None
    assert ours is not None
    assert ours.groups() == told.groups()


def built(path: Path, seconds: int = SECONDS) -> Failure | None:
    """What the build says of a chapter."""
    chapter = chapter_at(path)

    async def reached(cell: int) -> None: ...

    with tempfile.TemporaryDirectory(prefix="press-") as runtime:
        os.environ["JUPYTER_RUNTIME_DIR"] = runtime
        recorded = Path(runtime) / "recorded"
        return asyncio.run(run_cells(chapter, seconds, reached, recorded))


def chapter_at(path: Path) -> Chapter:
    chapter = read_chapter(path.stem, path, EXTENSIONS)
    assert chapter is not None
    return chapter


def test_every_cell_of_the_book_is_read_alike(root):
    for path in sorted((root / "book").rglob("*.md")):
        theirs = read_chapter(path.stem, path, EXTENSIONS)
        cells = theirs.code_cells if theirs else []
        ours = engine.read_chapter(path).cells
        assert [c.code for c in ours] == [c.source for c in cells], path
        assert [c.tags for c in ours] == [{*c.metadata.get("tags", [])} for c in cells]


def test_the_settings_of_a_chapters_process_are_those_of_the_build(tmp_path):
    ours = environment(tmp_path)
    theirs = ONE_THREAD_PER_KERNEL | THE_SAME_EVERYWHERE
    assert {name: ours.get(name) for name in theirs} == theirs
    assert "PYTHONPATH" not in ours
