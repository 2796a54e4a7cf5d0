"""Every refusal has its entry in the docs: the example is refused so, the rest stands.

What stands of Python is run with all other examples; pages are built in
sphinx/test_refused_pages.py.
"""

import io
import re
import shlex
import sys
from contextlib import redirect_stderr
from pathlib import Path

import pytest
from examples import REFUSALS, Example, examples, given, headings, rows, says
from messages import Source

from proofread import ClaimError, claim
from proofread.__main__ import main
from proofread.audit.chapter import Settings, figures
from proofread.audit.cores import Cores
from proofread.audit.faults import faults_in
from proofread.audit.reviewed import list_beside, reviewed
from proofread.chapters.cells import ChapterError, read_chapter
from proofread.chapters.written import engine_imported
from proofread.running import child
from proofread.running.accounts import unaccounted
from proofread.running.check import IDLE, NONE
from proofread.running.events import Event, Failed, Stated
from proofread.running.process import How
from proofread.running.runner import run_chapter
from proofread.running.shells import PythonShell
from proofread.statements.recording import Made

CHAPTERS = next(path for path in REFUSALS if path.stem == "chapters")
PAGES = next(path for path in REFUSALS if path.stem == "pages")
STATEMENTS = [path for path in REFUSALS if path not in (CHAPTERS, PAGES)]
REFUSED = [
    (path, example)
    for path in STATEMENTS
    for example in examples(path)
    if example.is_refused
]
ROWS = [(path, row) for path in STATEMENTS for row in rows(path) if row.code]
OF_CHAPTERS = list(examples(CHAPTERS))[1:]
APART = "still running", "its process", "a warning"
SUFFIXES = {"md": ".md", "json": ".ipynb", "txt": ".txt"}
UNSEEN = {
    "caught where it is raised": """
        no substitution of | are the ends of | far from 1 | went flat | ran off
        a side is no finite number, or no real one | a side loses its digits
        the left side has no value | a mean over | random numbers
        random numbers, one with long tails
        the exponential of a large matrix
        a part of it is not seen | several marks | no letter, or no index
        not sought | too much work to refute it | not refuted
    """,
    "of a claim that the numeric reader has refused already": """
        shapes in | cannot take the inner product of | the sides have different shapes
        the inverse of a singular matrix | no case to prove: an index runs over nothing
        a hypothesis between matrices: state a property instead | is outside 1..
    """,
    "of shapes, where no part of a side is found to blame": """
        cannot multiply shapes | cannot add shapes | cannot multiply entries of
        inner product of shapes | the trace of a | a generic function of a
        a number is needed, not a matrix of | sides of shapes
    """,
    "a part of a message that is there": ", and without | ; sharp where stated",
    "of the engine's own code": "a judgment is none of true and false: compare it",
    "of a theorem that is planted, as in sphinx/test_second_proofs.py": """
        ” is refuted, and | has it as a theorem | : one of the two is wrong
    """,
    "how a claim is proved": "gradients are positive multiples",
    "a reason in the ledger": "it carries no numbers",
}


def ids(found: list) -> list[str]:
    return [one.name if isinstance(one, Example) else one.message for _, one in found]


@pytest.mark.parametrize(("path", "example"), REFUSED, ids=ids(REFUSED))
def test_what_is_refused_is_refused_by_the_message_above_it(path, example):
    with pytest.raises((ClaimError, TypeError, ValueError)) as caught:
        exec(example.code, given(path))
    assert says(example.heading, str(caught.value)), caught.value


@pytest.mark.parametrize(("path", "row"), ROWS, ids=ids(ROWS))
def test_a_reason_in_a_table_is_given(path, row):
    with pytest.raises(ClaimError) as caught:
        exec(f"claim('row', {row.code})", {**given(path), "claim": claim})
    assert says(row.heading, str(caught.value)), caught.value
    assert says(row.message, str(caught.value)), caught.value


def test_every_entry_has_what_is_refused_and_what_stands():
    for path in REFUSALS:
        found = list(examples(path))[1:]
        for heading in headings(path):
            marks = {e.is_refused for e in found if e.heading == heading}
            assert marks == {True, False}, heading


# ---- chapters


@pytest.fixture
def at(tmp_path, monkeypatch, capfd) -> Path:
    """Where an example is put, as a chapter; cells print into files, as in a run."""
    monkeypatch.setattr(child, "shell", PythonShell)
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(example: Example, folder: Path) -> Path:
    """An example as a file, after what the first block of its page gives."""
    path = folder / f"squares{SUFFIXES[example.language]}"
    is_part = example.language == "md" and not example.code.startswith("---")
    front = f"{next(examples(CHAPTERS)).code}\n" if is_part else ""
    encoding = "latin-1" if "latin-1" in example.marks else "utf-8"
    path.write_text(front + example.code, encoding)
    return path


def checked(path: Path) -> tuple[list[str], list[Made]]:
    """What `check` says, run in this process, and what was stated."""
    told: list[Event] = []
    try:
        chapter = read_chapter(path)
    except ChapterError as error:
        return [str(error)], []
    ran = child.run_cells(chapter, told.append)
    stated = [event for event in told if isinstance(event, Stated)]
    failed = [event for event in told if isinstance(event, Failed)]
    failed += unaccounted(chapter, stated, failed)
    if stated or failed:
        return list(map(str, failed)), ran.made
    return [IDLE if engine_imported(chapter.cells) else NONE], []


def said_of(example: Example, folder: Path) -> list[str]:
    """Every failure and every fault of an audit."""
    if example.language == "sh":
        return [told_by(example)]
    if example.language == "toml":
        list_beside(path := folder / "squares.md").write_text(example.code, "utf-8")
        return list(faults_in(path, [], reviewed(path), {}))
    path = put(example, folder)
    if example.is_refused and any(words in example.heading for words in APART):
        how = How(timeout=3) if "still running" in example.heading else How()
        return list(map(str, run_chapter(path, how).failed))
    failed, made = checked(path)
    if "audit" not in example.marks or failed:
        return failed
    settings = Settings(folder, Cores.of_this_machine(1), drawn=0)
    return figures(path, made, settings)["faults"]


def told_by(example: Example) -> str:
    with redirect_stderr(io.StringIO()) as told:
        assert main(shlex.split(example.code)[3:]) == 1
    return told.getvalue()


@pytest.mark.parametrize("example", OF_CHAPTERS, ids=lambda example: example.name)
def test_of_chapters_what_is_refused_is_refused_so_and_the_rest_stands(example, at):
    said = said_of(example, at)
    if example.is_refused:
        assert any(says(example.heading, text) for text in said), said
    else:
        assert set(said) <= {NONE}


# ---- the source


def squeezed(text: str) -> str:
    """A text with single spaces, and none of the signs that join it to others."""
    return " ".join(text.replace("$", "").split()).strip(" :;,")


def test_every_message_in_the_source_has_its_entry():
    entries = [text for path in REFUSALS for text in headings(path)]
    entries += [row.message for path in REFUSALS for row in rows(path)]
    known = "\n".join(map(squeezed, entries))
    unseen = {squeezed(t) for text in UNSEEN.values() for t in parted(text)}
    pieces = {p: squeezed(p.text) for p in Source().pieces()}
    assert len(pieces) > 200
    lacking = [p for p, text in pieces.items() if text not in known]
    assert [p for p in lacking if pieces[p] not in unseen] == []
    assert unseen <= set(pieces.values())


def test_what_has_no_example_is_in_the_source():
    said = "\n".join(squeezed(p.text) for p in Source().pieces())
    for row in (row for path in REFUSALS for row in rows(path) if not row.code):
        parts = [squeezed(part) for part in re.split("…|: ", row.message)]
        assert all(part in said for part in parts), row.message


def parted(text: str) -> list[str]:
    """The texts between bars and ends of lines."""
    return [t for t in re.split(r"\n|(?<=\s)\|(?=\s)", text) if t.strip()]
