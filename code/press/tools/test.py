"""Everything the hosted workflow checks; what tells most soonest comes first."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from .progress import in_words
from .system import OPTIONAL, find_chromium, find_firefox


@dataclass(frozen=True)
class Step:
    """A part of the tests: what it is called, and the module it runs."""

    name: str
    arguments: tuple[str, ...]

    def passes(self, root: Path) -> bool:
        print(f"\n=== {self.name}", flush=True)
        command = [sys.executable, "-m", *self.arguments]
        return subprocess.run(command, cwd=root, check=False).returncode == 0


# Groups of tests, see tests/conftest.py, in the order of their files: long ones first.
WORKERS = ("-n", "logical", "--dist", "loadgroup", "--no-loadscope-reorder")
ON_THE_BOOK = ("tests/book", "tests/browser", "tests/test_readme.py")

STEPS = [
    Step("lint", ("ruff", "check")),
    Step("layout of the code", ("ruff", "format", "--check")),
    Step("types", ("pyright", "--project", "pyproject.toml")),
    Step("scripts", ("press.tools.scripts",)),
    Step(
        "laws of the code",
        ("pytest", "-q", *WORKERS, *(f"--ignore={path}" for path in ON_THE_BOOK)),
    ),
    Step("audit of every claim", ("proofread", "audit", "book")),
]
PRINT = Step("a strict build of the PDF", ("press", "pdf"))
PAGES = Step("a strict build of the book", ("press", "book"))
BOOK = "the built book"


def steps(root: Path) -> list[Step]:
    """What this machine can check."""
    present = [path for path in ON_THE_BOOK if (root / path).exists()]
    on_the_book = Step(BOOK, ("pytest", "-q", *WORKERS, *present))
    can_print = shutil.which("xelatex") and shutil.which("latexmk")
    return [*STEPS, *([PRINT] if can_print else []), PAGES, on_the_book]


def check(root: Path) -> bool:
    """Whether every step passes; all are run, and a summary closes."""
    taken: list[tuple[str, bool, float]] = []
    for step in steps(root):
        start = time.monotonic()
        passed = step.passes(root)
        taken.append((step.name, passed, time.monotonic() - start))
    print("\n=== summary")
    for name, passed, seconds in taken:
        print(f"{'passed' if passed else 'FAILED'}  {name} ({in_words(seconds)})")
    complete = everything_installed()
    failed = sum(not passed for _, passed, _ in taken)
    print(f"\n{len(taken) - failed} passed, {failed} failed", flush=True)
    return failed == 0 and complete


def everything_installed() -> bool:
    """Say what was left out and how to install it; false where that is not allowed."""
    present = {
        "chromium": find_chromium(),
        "firefox": find_firefox(),
        "npm": shutil.which("npm"),
        "xelatex": shutil.which("xelatex"),
    }
    missing = [name for name in OPTIONAL if not present[name]]
    for name in missing:
        what, packages = OPTIONAL[name]
        print(f"skipped {what}, as {name} is not installed. On Debian and Ubuntu:")
        print(f"    sudo apt-get install {packages}")
    return not missing or os.environ.get("CI") != "true"
