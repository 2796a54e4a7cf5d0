"""The same book in print."""

import os
import shutil
import subprocess

import pytest


def test_in_print_numbers_badges_and_derivations_are_set(book):
    assert "WARNING" not in book.build("latex")
    text = (book.root / "_build" / "latex" / "toy.tex").read_text()
    assert r"\label{equation:calculus/one:swap}" in text
    assert r"\proofreadbadge{proved at n = 3" in text
    assert r"\proofreadreason{0.42}{why \(v\)}" in text
    assert "proofread-line" not in text


def test_in_print_a_line_typed_by_hand_says_so_in_the_margin(book):
    proof = "```{prf:proof}\nSo\n\n$$ x = y $$\n```\n"
    book.write("algebra/two", f"# Two\n\n{proof}")
    book.build("latex", proofread_typed={"algebra/two": 1})
    text = (book.root / "_build" / "latex" / "toy.tex").read_text()
    note = r"\proofreadbadge{typed by hand, not checked}"
    assert "x = y" in text.partition(note)[2][:200]


def test_xelatex_sets_the_book_without_undefined_references(book):
    if not shutil.which("xelatex"):
        missing = "xelatex is missing: apt-get install texlive-xetex"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    proof = "```{prf:proof}\n1. So\n\n   $$ x = y $$\n\n2. Words $$ y = z $$ on.\n```\n"
    book.write("algebra/two", f"# Two\n\n{proof}")
    book.build("latex", proofread_typed={"algebra/two": 2})
    folder = book.root / "_build" / "latex"
    command = ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "toy.tex"]
    for _ in range(2):
        run = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        assert run.returncode == 0, run.stdout[-2000:].decode(errors="replace")
    log = (folder / "toy.log").read_text(errors="replace")
    assert "undefined references" not in log
    assert "Missing character" not in log
