"""What the hosted workflow checks on a push; what tells most soonest comes first.

Drawn where the whole would take too long: `test-all` is exhaustive. With installing
the budgets sum to 54.5 minutes.
"""

import os
import shutil
from pathlib import Path

from .kept import read_kept
from .steps import Outcome, Step, run, summarize
from .system import OPTIONAL, find_chromium, find_firefox

# Files whole, see tests/conftest.py, in their order: those that take long come first.
WORKERS = ("-n", "logical", "--dist", "loadfile", "--no-loadscope-reorder")
PYTEST = ("pytest", "-q", "--durations=10", *WORKERS)
ON_THE_BOOK = ("tests/book", "tests/browser", "tests/test_readme.py")
MUTANTS_DRAWN = 12

INSTALLING = Step("installing", 8, ())
INSTALLED = (".venv/installed", ".venv/tested")  # the Makefile leaves seconds in both
CODE = (
    Step("lint", 0.25, ("ruff", "check")),
    Step("layout of the code", 0.25, ("ruff", "format", "--check")),
    Step("types", 0.5, ("pyright", "--project", "pyproject.toml")),
    Step("scripts", 0.25, ("press.tools.scripts",)),
    Step(
        "laws of the code",
        6.75,
        (*PYTEST, *(f"--ignore={path}" for path in ON_THE_BOOK)),
    ),
)
SOUNDNESS = Step("soundness: 1,000 mutants drawn and shown to the prover", 3, ())
OF_SOUNDNESS = "_build/audit-soundness.json"  # the audit writes it
AUDIT = Step(
    f"audit of every claim, {MUTANTS_DRAWN} mutants drawn",
    10,
    ("proofread", "audit", "book", "--drawn", str(MUTANTS_DRAWN)),
)
CHAPTERS = Step("every chapter runs", 8, ("press", "execute"))
THEOREMS = Step(
    "theorems of Coq say what chapters do", 0.5, ("press", "theorems", "--check")
)
KERNEL = Step("every theorem, by Coq's kernel", 3, ("proofread", "kernel"))
PRINT = Step("a strict build of the PDF", 4, ("press", "pdf"))
PAGES = Step("a strict build of the book", 2, ("press", "book"))
BOOK = Step(
    "the built book: changed pages, and three of each kind", 8, (*PYTEST, *ON_THE_BOOK)
)


def steps() -> list[Step]:
    """What this machine can check."""
    can_print = shutil.which("xelatex") and shutil.which("latexmk")
    printed = [PRINT] if can_print else []
    proved = [KERNEL] if shutil.which("coqc") else []
    return [*CODE, AUDIT, CHAPTERS, THEOREMS, *proved, *printed, PAGES, BOOK]


def check(root: Path) -> bool:
    """Whether every step passes; all are run, and a summary closes."""
    outcomes = [outcome for step in steps() for outcome in taken(step, root)]
    passed = summarize([*installing(root), *outcomes])
    return everything_installed() and passed


def installing(root: Path) -> list[Outcome]:
    """How long installing took, which came before; nothing where nobody counted."""
    told = [root / name for name in INSTALLED]
    seconds = [f.read_text("utf-8").strip() if f.exists() else "" for f in told]
    if not all(seconds):
        return []
    return [Outcome(INSTALLING, True, sum(map(float, seconds)))]


def taken(step: Step, root: Path) -> list[Outcome]:
    """A step taken; the audit shows the prover mutants too, which is told apart."""
    if step is not AUDIT:
        return [run(step, root)]
    told = root / OF_SOUNDNESS
    told.unlink(missing_ok=True)
    both, of_soundness = run(step, root), read_kept(told)
    if not of_soundness:
        return [both]
    seconds, faults = of_soundness["seconds"], of_soundness["faults"]
    return [
        Outcome(AUDIT, both.passed, both.seconds - seconds),
        Outcome(SOUNDNESS, not faults, seconds),
    ]


def everything_installed() -> bool:
    """Say what was left out and how to install it; false where that is not allowed."""
    present = {
        "chromium": find_chromium(),
        "firefox": find_firefox(),
        "coqc": shutil.which("coqc"),
        "npm": shutil.which("npm"),
        "xelatex": shutil.which("xelatex"),
    }
    missing = [name for name in OPTIONAL if not present[name]]
    for name in missing:
        what, packages = OPTIONAL[name]
        print(f"skipped {what}, as {name} is not installed. On Debian and Ubuntu:")
        print(f"    sudo apt-get install {packages}")
    return not missing or os.environ.get("CI") != "true"
