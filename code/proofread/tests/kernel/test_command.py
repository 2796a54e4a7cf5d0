"""The command: files are the same each time, and what is left out says why."""

import subprocess

import pytest
from sympy import symbols

from proofread.__main__ import main
from proofread.claim import Claim
from proofread.kernel import collect, command, coq
from proofread.kernel.chapter import (
    NOT_FOUND,
    Chapter,
    file_name,
    file_of,
    read_table,
    rows,
    table,
    without_proof,
)
from proofread.kernel.command import Asked, write

CHAPTER = """\
---
file_format: mystnb
kernelspec:
  name: python3
---
# A chapter

```{code-cell}
from sympy import MatrixSymbol, Transpose, symbols
from proofread import claim, derivation, refute, step
from proofread.nodes import Dot, Norm
n = symbols("n", integer=True, positive=True)
x, y = MatrixSymbol("x", n, 1), MatrixSymbol("y", n, 1)
A = MatrixSymbol("A", n, n)
claim("dot-is-symmetric", Dot(x, y), Dot(y, x))
claim("adjoint", Dot(A * x, y), Dot(x, Transpose(A) * y))
claim("norm", Norm(x), 0, ">=")
refute("no-adjoint", Dot(A * x, y), Dot(x, A * y))
```
"""
TOLD = [
    {"key": "a", "line": 0, "name": "a", "identity": "1", "text": "Theorem a : 1 = 1."},
    {"key": "b", "line": 2, "name": "b", "identity": "2", "text": "Theorem b : 2 = 2."},
    {"key": "c", "line": 0, "identity": "3", "cause": "Limit as a number"},
]


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "some-chapter.md").write_text(CHAPTER, encoding="utf-8")
    return tmp_path


def test_a_chapter_is_written_once_and_checked_byte_by_byte(book, capsys):
    assert main(["kernel", "part"]) == 0
    file = book / "kernel" / "part" / "some_chapter.v"
    text = file.read_text(encoding="utf-8")
    assert text.count("\nTheorem ") == text.count("Print Assumptions") == 2
    assert "no_adjoint" not in text
    (left_out,) = read_table(book / "kernel" / "not-proved.csv")
    assert left_out[:3] == ["part/some-chapter", "norm", ""]
    assert left_out[4] == "the relation >="
    assert main(["kernel", "part", "--check"]) == 0
    file.write_text(text.replace("(dot y x)", "(dot x y)"), encoding="utf-8")
    assert main(["kernel", "part", "--check"]) == 1
    assert "some_chapter.v is not what its chapter says" in capsys.readouterr().err


def test_a_chapter_that_does_not_run_writes_nothing(book):
    chapter = book / "part" / "some-chapter.md"
    chapter.write_text(CHAPTER.replace("claim(", "unknown(", 1), encoding="utf-8")
    assert main(["kernel", "part"]) == 1
    assert not (book / "kernel" / "part").exists()


def test_where_coq_is_missing_the_packages_are_named(book, monkeypatch, capsys):
    monkeypatch.setattr(coq, "installed", lambda: False)
    assert main(["kernel"]) == 1
    assert "apt-get install coq libcoq-mathcomp-algebra" in capsys.readouterr().err


def test_what_is_left_out_has_its_cause():
    chapter, left_out = Chapter("part/name", TOLD), {("b", 2)}
    text = file_of(chapter, left_out)
    assert "(** a: 1 *)\nTheorem a : 1 = 1.\nProof. prove. Qed." in text
    assert "Theorem b" not in text
    found = rows(chapter, left_out)
    assert found == [
        ["part/name", "b", "2", "2", NOT_FOUND],
        ["part/name", "c", "", "3", "Limit as a number"],
    ]
    assert without_proof(found) == left_out


def test_the_table_is_read_as_it_was_written(tmp_path):
    entries = rows(Chapter("part/name", TOLD), {("b", 2)})
    file = tmp_path / "table.csv"
    file.write_text(table(entries), encoding="utf-8")
    assert read_table(file) == entries
    assert read_table(tmp_path / "none.csv") == []


def test_a_chapter_without_theorems_has_no_file():
    assert file_of(Chapter("part/name", TOLD[2:]), set()) == ""
    assert file_name("linear-algebra/low-rank") == "linear_algebra/low_rank.v"


def test_what_stands_of_chapters_that_are_gone_is_dropped(tmp_path):
    both = [Chapter("part/one", TOLD), Chapter("part/two", TOLD)]
    assert write(both, Asked(tmp_path, whole=True)) == 0
    assert (tmp_path / "part" / "two.v").exists()
    assert write(both[:1], Asked(tmp_path, check=True, whole=True)) == 1
    assert write(both[:1], Asked(tmp_path, whole=True)) == 0
    assert not (tmp_path / "part" / "two.v").exists()
    assert {row[0] for row in read_table(tmp_path / "not-proved.csv")} == {"part/one"}


SAID = {
    "a clock": (
        "BEGUN a\nFOUND a\nBEGUN b\nENDED all\n",
        "part/name: stopped after 900 s: b",
    ),
    "the machine": (
        "BEGUN a\nFOUND a\nBEGUN b\n",
        "part/name: Coq broke off, 2 statements",
    ),
}


@pytest.mark.parametrize("by", SAID)
def test_a_search_that_is_stopped_gives_no_verdict(by, monkeypatch, tmp_path, capsys):
    said, told = SAID[by]
    answer = subprocess.CompletedProcess([], 0, stdout=said, stderr="")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: answer)
    monkeypatch.setattr(command, "ready", lambda: True)
    assert write([Chapter("part/name", TOLD)], Asked(tmp_path, search=True)) == 1
    assert told in capsys.readouterr().err
    assert not [*tmp_path.iterdir()]


def test_a_search_leaves_out_what_it_finds_no_proof_of(monkeypatch, tmp_path):
    said = "BEGUN a\nFOUND a\nBEGUN b\nNONE b\nENDED all\n"
    answer = subprocess.CompletedProcess([], 0, stdout=said, stderr="")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: answer)
    monkeypatch.setattr(command, "ready", lambda: True)
    assert write([Chapter("part/name", TOLD)], Asked(tmp_path, search=True)) == 0
    text = (tmp_path / "part" / "name.v").read_text("utf-8")
    assert "Theorem a" in text
    assert "Theorem b" not in text


def test_a_translator_that_fails_is_a_cause(monkeypatch):
    def fails(claim):
        raise ZeroDivisionError

    monkeypatch.setattr(collect, "theorem", fails)
    x = symbols("x")
    assert "ZeroDivisionError" in collect.told(Claim("key", x, x))["cause"]
