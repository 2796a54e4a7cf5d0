"""Every theorem of Coq that is committed says what the tree of its claim says.

It is read back by a parser that shares nothing with the writer, and measured beside the
tree; in every run of the tests one chapter is, and all of them where EVERY is set.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from press.tools.environment import ONE_THREAD_PER_KERNEL, THE_SAME_EVERYWHERE
from proofread.kernel.chapter import file_name

ROOT = Path(__file__).parents[1]
READER = ROOT / "code" / "proofread" / "tests" / "theorems_read_back.py"
SURROUNDINGS = ONE_THREAD_PER_KERNEL | THE_SAME_EVERYWHERE | {"MPLBACKEND": "agg"}
ALWAYS = ("linear-algebra/matrix-multiplication",)


def chapters() -> list[str]:
    """The chapters that have theorems, by folder and name."""
    book, kernel = ROOT / "book", ROOT / "kernel"
    paths = (path.relative_to(book).with_suffix("") for path in book.glob("*/*.md"))
    names = sorted(path.as_posix() for path in paths)
    return [name for name in names if (kernel / file_name(name)).exists()]


def faults(name: str, file: Path, folder: Path) -> str:
    """What is wrong with a file's theorems of a chapter."""
    chapter, told = ROOT / "book" / f"{name}.md", folder / "faults"
    with (folder / "out").open("w+") as out, (folder / "err").open("w+") as err:
        done = subprocess.run(
            [sys.executable, str(READER), *map(str, (chapter, file, told))],
            cwd=chapter.parent,
            env=os.environ | SURROUNDINGS,
            stdout=out,
            stderr=err,
            check=False,
        )
        err.seek(0)
        ended = f"the reader ended with {done.returncode}: {err.read()}"
        return told.read_text("utf-8") if told.exists() else ended


@pytest.mark.parametrize(
    "name", chapters() if os.environ.get("EVERY") == "1" else ALWAYS
)
def test_theorems_say_what_the_trees_of_their_claims_say(name, tmp_path):
    assert faults(name, ROOT / "kernel" / file_name(name), tmp_path) == ""


def test_a_theorem_that_was_altered_is_told(tmp_path):
    (name,) = ALWAYS
    text = (ROOT / "kernel" / file_name(name)).read_text("utf-8")
    other = tmp_path / "other.v"
    other.write_text(text.replace(" :\n  (", " :\n  - (", 1), "utf-8")
    (fault,) = faults(name, other, tmp_path).splitlines()
    assert fault.endswith("the file has another theorem")


def test_a_reader_that_does_not_come_to_its_end_is_told(tmp_path):
    (name,) = ALWAYS
    said = faults(name, tmp_path / "missing.v", tmp_path)
    assert said.startswith("the reader ended with 1: ")
