"""Build, check and audit run the same cells and say the same, line by line."""

import asyncio
import json
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from press.executed.cells import Failure, run_cells
from press.executed.chapters import Chapter
from press.executed.reading import read_chapter
from press.source.project import Project
from press.tools.environment import (
    ONE_THREAD_PER_KERNEL,
    THE_SAME_EVERYWHERE,
    USERS_OWN,
    isolate,
)
from press.typeset.settings import settings_of
from proofread.audit.chapter import Settings
from proofread.audit.cores import Cores
from proofread.chapters import cells as engine
from proofread.running import environment
from proofread.running.process import SECONDS_A_CELL, How
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
def test_build_check_and_audit_name_the_same_file_line_and_key(kind, tmp_path):
    path = tmp_path / "chapter.md"
    path.write_text(HEAD.replace("CODE", CODES[kind]), "utf-8")
    (tmp_path / "another.md").write_text(HEAD.replace("CODE", "1"), "utf-8")
    seconds = 6 if "loop" in kind else SECONDS
    checked = run_chapter(path, How(timeout=seconds)).failed[0]
    audited = run_chapter(path, auditing(tmp_path, seconds)).failed[0]
    assert str(audited) == str(checked)
    failure = built(path, seconds)
    assert failure is not None
    told = PLACE.search(failure.error) or PLACE.search(str(failure))
    ours = PLACE.search(str(checked))
    assert told is not None
    assert ours is not None
    assert ours.groups() == told.groups()


def auditing(folder: Path, seconds: float = SECONDS) -> How:
    """How the audit runs a chapter."""
    settings = Settings(folder / "scores", Cores.of_this_machine(1), 1)
    how = "proofread.audit.chapter", settings.arguments, settings.cores.ends
    return How(seconds, *how)


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


ODD = dict.fromkeys(
    {
        *(*USERS_OWN, *ONE_THREAD_PER_KERNEL, *THE_SAME_EVERYWHERE),
        *(*environment.USERS_OWN, "SOURCE_DATE_EPOCH"),
    },
    "7",
)
ITS_OWN = ("IPYTHONDIR", "JPY_", "JUPYTER_RUNTIME_DIR", "PRESS_", "PYDEVD_", "PYTEST_")
OF_A_TERMINAL = ("CLICOLOR", "FORCE_COLOR", "GIT_PAGER", "PAGER", "TERM")
TELLS = "import json, os\njson.dump(dict(os.environ), open('told.json', 'w'))"


@pytest.fixture
def of_a_user(tmp_path) -> Iterator[None]:
    """A press that was started where a user has set what can be set."""
    with patch.dict(os.environ, ODD):
        isolate(tmp_path)
        yield


def test_a_chapter_sees_the_same_settings_whoever_runs_it(of_a_user, tmp_path):
    path = tmp_path / "chapter.md"
    path.write_text(HEAD.replace("CODE", TELLS), "utf-8")
    runs = (
        lambda: built(path),
        lambda: run_chapter(path),
        lambda: run_chapter(path, auditing(tmp_path)),
    )
    build, check, audit = (told_by(run, tmp_path / "told.json") for run in runs)
    assert check == build
    assert audit == build
    assert "7" not in build.values()


def told_by(run: Callable[[], object], file: Path) -> dict[str, str]:
    """The variables that the chapter saw.

    Left out is where a run has its own files, and what a kernel says of a terminal.
    """
    run()
    told = json.loads(file.read_text("utf-8"))
    file.unlink()
    left_out = (*ITS_OWN, *OF_A_TERMINAL)
    return {name: told[name] for name in told if not name.startswith(left_out)}


def test_a_cell_of_the_book_has_the_same_seconds_whoever_runs_it(root):
    assert settings_of(Project(root)).timeout == SECONDS_A_CELL
