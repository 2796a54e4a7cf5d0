"""A toy book of two pages, one with a cell, in a directory with a space in its name."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CONFIG = """
title: Toy
author: nobody
only_build_toc_files: true
execute: {raise_on_error: true, stderr_output: warn}
parse: {myst_enable_extensions: [dollarmath, colon_fence]}
sphinx:
  config:
    extensions:
      - myst_nb
      - jupyter_book
      - sphinx_external_toc
      - sphinx_multitoc_numbering
      - sphinx_jupyterbook_latex
      - press.typeset
      - press.page
    nitpicky: true
    language: en
    project: toy
    html_last_updated_fmt: ""
"""
TOC = """
format: jb-book
root: start/index
parts:
- caption: Chapters
  numbered: true
  chapters: [{file: first}, {file: second}]
"""
CHAPTER = """---
file_format: mystnb
kernelspec: {name: python3}
---
# {title}

Some prose.

```{code-cell} python
:tags: [hide-input]

{code}
```
"""


class ToyBook:
    """A book's repository in small; write() adds chapters, make() builds it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, text in {
            "_config.yml": CONFIG,
            "_toc.yml": TOC,
            "requirements.txt": "",
            "book/start/index.md": "# Toy\n\nA book.\n",
            "code/mlmath/__init__.py": "",
            "code/proofread/proofread/__init__.py": "",
        }.items():
            self.write(name, text)
        self.chapter("first", "6 * 7")
        self.write("book/second.md", "# second\n\nSome prose.\n")

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def chapter(self, name: str, code: str) -> None:
        text = CHAPTER.replace("{title}", name).replace("{code}", code)
        self.write(f"book/{name}.md", text)

    def make(self, *command: str) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "press", *(command or ("book",))]
        return subprocess.run(line, cwd=self.root, capture_output=True, text=True)

    def record(self, day: str) -> None:
        """Put the book into a repository, as if all of it last changed on this day."""
        shutil.rmtree(self.root / ".git", ignore_errors=True)
        who = ["-c", "user.name=nobody", "-c", "user.email=nobody@localhost"]
        date = f"{day}T12:00:00Z"
        dates = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        commands = (["init"], ["add", "book"], [*who, "commit", "-m", "Record"])
        for command in commands:
            subprocess.run(
                ["git", "-C", str(self.root), *command],
                env=os.environ | dates,
                capture_output=True,
                check=True,
            )

    def page(self, name: str) -> str:
        return (self.root / "_build" / "html" / f"{name}.html").read_text("utf-8")


@pytest.fixture(scope="session")
def toy_at() -> Callable[[Path], ToyBook]:
    """How to begin a toy book in a folder, for tests that share one."""
    return lambda folder: ToyBook(folder / "toy book")


@pytest.fixture
def toy(tmp_path: Path) -> ToyBook:
    return ToyBook(tmp_path / "toy book")
