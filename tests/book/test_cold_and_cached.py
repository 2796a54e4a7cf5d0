"""A book built from executed chapters says the same as one that has just run them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

CHAPTER = """---
file_format: mystnb
kernelspec: {name: python3}
---
# Squares

```{code-cell} python
from sympy import Derivative, symbols

from proofread import claim, definition, derivation, refute, step

x, y = symbols("x y", real=True)
square = definition("square", y, x**2)
claim("slope", Derivative(x**2, x), 2 * x)
derivation("fourth", y**2, step(x**4, "put in $x^2$"), where=[square])
refute("no-slope", Derivative(x**2, x), x)
```
"""
LEDGER = "# Ledger\n\n```{ledger}\n```\n"
LEDGERS = ("ledger.json", "ledger.csv", "ledger-chapters.csv", "ledger.html")


@pytest.fixture
def small_book(root, tmp_path) -> Path:
    """One chapter and its ledger, with the settings of the book."""
    for part in ("requirements.txt", "code"):
        (tmp_path / part).symlink_to(root / part)
    settings = yaml.safe_load((root / "_config.yml").read_text("utf-8"))
    del settings["sphinx"]["config"]["proofread_typed"]  # its pages are not here
    (tmp_path / "_config.yml").write_text(yaml.safe_dump(settings))
    contents = "format: jb-book\nroot: squares\nchapters: [{file: ledger}]\n"
    (tmp_path / "_toc.yml").write_text(contents)
    book = tmp_path / "book"
    book.mkdir()
    (book / "squares.md").write_text(CHAPTER)
    (book / "ledger.md").write_text(LEDGER)
    (book / "references.bib").write_text("")
    return tmp_path


def test_a_cold_build_and_one_from_the_cache_give_the_same_ledger(small_book):
    cold, cold_ledgers = built(small_book)
    assert "squares ran in" in cold
    for made in ("html", "work", "last-good"):
        shutil.rmtree(small_book / "_build" / made)
    warm, warm_ledgers = built(small_book)
    assert " ran in " not in warm
    assert all('"no-slope"' in made for made in (warm_ledgers[0], cold_ledgers[0]))
    assert warm_ledgers == cold_ledgers
    fared = "0 proved for every size, 2 proved, 0 proved at sizes, 0 measured only"
    closing = f"2 claims ({fared}), 1 definitions"
    assert all(closing in said for said in (cold, warm))


def built(repository: Path) -> tuple[str, list[str]]:
    """What a build says, and the ledgers it writes."""
    command = [sys.executable, "-m", "press", "book"]
    run = subprocess.run(command, cwd=repository, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    site = repository / "_build/html"
    return run.stdout, [(site / name).read_text("utf-8") for name in LEDGERS]
