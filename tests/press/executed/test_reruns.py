"""A chapter runs again when anything that it read has changed, and no other does."""

import os
import re
from pathlib import Path

from nbformat.v4 import new_code_cell, new_notebook

from press.executed.cache import Memory
from press.executed.chapters import Chapter
from press.executed.recording import recorder
from press.source.project import Project
from press.source.reads import are_as_they_were, reads

READS = """from pathlib import Path
beside, below = Path("beside.txt"), Path("data/below.txt")
print(beside.read_text(), below.read_text() if below.exists() else "nothing")
rows = Path("../code/mlmath/rows.csv")
print(len(list(Path("tables").glob("*.csv"))), rows.read_text())
print(Path("../_labels.csv").read_text())"""
FILES = ("book/beside.txt", "book/data/below.txt", "book/tables/a.csv", "_labels.csv")
TOLD = [{"key": "a", "line": 0, "identity": "1", "cause": "Limit as a number"}]
CHANGES = {
    "beside.txt": lambda toy: toy.write("book/beside.txt", "changed"),
    "data/below.txt": lambda toy: toy.write("book/data/below.txt", "changed"),
    "deleted": lambda toy: (toy.root / "book/data/below.txt").unlink(),
    "listed": lambda toy: toy.write("book/tables/b.csv", "new"),
    "_labels.csv": lambda toy: toy.write("_labels.csv", "changed"),
}


def ran(said: str) -> list[str]:
    return sorted(re.findall(r"^  (\w+) ran in", said, re.MULTILINE))


def test_what_a_cell_read_runs_its_chapter_again_and_no_other(toy):
    for name in (*FILES, "code/mlmath/rows.csv"):
        toy.write(name, "old")
    toy.chapter("first", READS)
    toy.chapter("second", "0")
    assert ran(toy.make().stdout) == ["first", "second"]
    for name, change in CHANGES.items():
        change(toy)
        assert ran(toy.make().stdout) == ["first"], name
    assert "changed nothing" in toy.page("first")
    assert "Nothing has changed" in toy.make().stdout
    # Data of a package may be read by any chapter.
    toy.write("code/mlmath/rows.csv", "changed")
    assert ran(toy.make().stdout) == ["first", "second"]
    assert "2 changed" in toy.page("first")


def test_chapters_with_the_same_cells_keep_their_own_outputs(toy):
    for name in ("first", "second"):
        toy.write(f"book/{name}/word.txt", f"the word of {name}")
        toy.chapter(f"{name}/{name}", "print(open('word.txt').read())")
        (toy.root / f"book/{name}.md").unlink()
    toc = (toy.root / "_toc.yml").read_text()
    toy.write("_toc.yml", re.sub(r"file: (first|second)", r"file: \1/\1", toc))
    assert toy.make().returncode == 0
    for name in ("first", "second"):
        assert f"the word of {name}" in toy.page(f"{name}/{name}")


def test_outputs_that_were_damaged_are_made_anew(tmp_path):
    chapter = kept(tmp_path)
    memory = Memory(Project(tmp_path))
    assert memory.knows(chapter)
    memory.path("first").write_text("{")
    assert not memory.knows(chapter)
    memory.index.write_text("{not JSON")
    assert memory.runs == {}


def test_only_a_changed_cell_makes_a_chapter_another(tmp_path):
    chapter = kept(tmp_path)
    memory = Memory(Project(tmp_path))
    chapter.path.write_text("other words, same cells")
    assert not memory.is_unchanged("first", chapter.path)
    assert memory.knows(chapter)
    assert memory.is_unchanged("first", chapter.path)
    chapter.notebook.cells[0].source = "2"
    assert not memory.knows(chapter)


def test_the_theorems_of_a_run_are_kept_with_its_outputs(tmp_path):
    kept(tmp_path)
    memory = Memory(Project(tmp_path))
    assert memory.theorems("first") == TOLD
    assert memory.theorems("second") == []


def kept(root: Path) -> Chapter:
    """A chapter whose outputs are kept."""
    (root / "first.md").write_text("words")
    (root / "code").mkdir()
    chapter = Chapter(
        "first", root / "first.md", new_notebook(cells=[new_code_cell("1")])
    )
    chapter.theorems = TOLD
    Memory(Project(root)).remember(chapter, [], 1)
    return chapter


def test_what_was_looked_for_in_vain_is_read_too(tmp_path):
    before = reads(tmp_path, [tmp_path / "absent.txt", tmp_path])
    assert are_as_they_were(tmp_path, before)
    (tmp_path / "absent.txt").write_text("here")
    assert not are_as_they_were(tmp_path, before)


def test_a_file_is_noted_once_unless_the_chapter_made_it(tmp_path):
    noted: list[str] = []
    hook = recorder(noted.append)
    made, read = str(tmp_path / "made"), str(tmp_path / "read")
    for path, flags in [(read, os.O_RDONLY), (read, os.O_RDWR), (7, os.O_RDONLY)]:
        hook("open", (path, "r", flags))
    hook("open", (made, "w", os.O_WRONLY | os.O_TRUNC))
    hook("open", (made, "r", os.O_RDONLY))
    assert noted == [read]


def test_a_folder_is_noted_where_a_chapter_lists_it_and_not_where_imports_do(tmp_path):
    noted: list[str] = []
    hook = recorder(noted.append)
    imports = {"__name__": "importlib.metadata", "hook": hook, "path": str(tmp_path)}
    exec("def lists():\n    hook('os.listdir', (path,))\nlists()", imports)
    assert noted == []
    hook("os.scandir", (str(tmp_path),))
    assert noted == [str(tmp_path)]


def test_the_files_that_another_program_is_told_of_are_noted(tmp_path):
    noted: list[str] = []
    (tmp_path / "data.txt").write_text("1")
    command = f"grep -c 1 '{tmp_path}/data.txt'"
    recorder(noted.append)(
        "subprocess.Popen", ("sh", ["sh", "-c", command], None, None)
    )
    assert noted == [str(tmp_path / "data.txt")]
