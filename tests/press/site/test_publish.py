"""A site is made whole or not at all, of what has changed, and says what went wrong."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from press.source.state import digest_of_file
from press.typeset import WHAT_TO_TYPE


@pytest.fixture(scope="module")
def first(toy_at, tmp_path_factory):
    """A toy book of two chapters that run, recorded on a day, after its first build."""
    toy = toy_at(tmp_path_factory.mktemp("built"))
    toy.chapter("second", "import sys\nsys.prefix")
    toy.record("2024-02-28")
    built = toy.make()
    assert built.returncode == 0, built.stdout + built.stderr
    assert built.stderr == ""
    shutil.copytree(toy.root, toy.root.with_name("kept"), symlinks=True)
    return toy


@pytest.fixture
def built(first):
    """The same, each time in the same place."""
    shutil.rmtree(first.root)
    shutil.copytree(first.root.with_name("kept"), first.root, symlinks=True)
    return first


def test_a_site_holds_every_chapter_run_by_this_python(built):
    assert "42" in built.page("first")
    assert sys.prefix in built.page("second")
    assert 'href="start/index.html"' in built.page("index")


def test_nothing_is_done_twice(built):
    assert "Nothing has changed" in built.make().stdout
    text = (built.root / "book/first.md").read_text()
    built.write("book/first.md", text + "\nNew.\n")
    other = built.root / "_build/html/second.html"
    written = other.stat().st_mtime_ns
    assert " ran in " not in built.make().stdout
    assert "New." in built.page("first")
    assert other.stat().st_mtime_ns == written


def test_a_recorded_change_reaches_the_page_that_shows_its_day(built):
    built.record("2024-02-28")
    assert "Nothing has changed" in built.make().stdout
    built.record("2024-02-29")
    assert "Nothing has changed" not in built.make().stdout


def test_changed_code_runs_every_chapter_again(built):
    built.write("code/mlmath/__init__.py", "NEW = 1\n")
    again = built.make().stdout
    assert "first ran in" in again
    assert "second ran in" in again


def test_a_failing_cell_is_named_and_the_last_good_site_stays(built):
    good = built.page("first")
    built.chapter("first", "x = 0\n1 / x")
    failed = built.make()
    assert failed.returncode == 1
    assert "book/first.md:13: cell 1 failed: ZeroDivisionError" in failed.stdout
    assert "----> 2 1 / x" in failed.stdout
    assert built.page("first") == good


def test_a_warning_fails_the_build_however_often_it_is_run(built):
    built.write("book/start/index.md", "# Toy\n\n[nowhere](missing.md)\n")
    for _ in range(2):
        failed = built.make()
        assert failed.returncode == 1
        assert "book/start/index.md:3" in failed.stdout
    assert "nowhere" not in built.page("start/index")


def test_a_warning_a_chapter_prints_fails_the_build(toy):
    toy.chapter("first", "import warnings\nwarnings.warn('careless')")
    failed = toy.make()
    assert failed.returncode == 1
    assert "book/first.md:12: cell 1 failed: it printed a warning" in failed.stdout
    assert "UserWarning: careless" in failed.stdout


def test_a_changed_title_changes_the_other_pages(built):
    first = built.root / "book/first.md"
    built.write("book/first.md", first.read_text().replace("# first", "# Another name"))
    built.make()
    assert "Another name" in built.page("second")


def test_no_image_of_an_earlier_build_is_left(built):
    for name in ("old", "new"):
        Image.new("RGB", (2, 2)).save(built.root / f"book/{name}.png")
        built.write("book/second.md", f"# second\n\n![a dot]({name}.png)\n")
        built.make()
    images = (built.root / "_build/html/_images").iterdir()
    assert [path.name for path in images] == ["new.png"]


def test_two_cold_builds_give_the_same_bytes(built, toy):
    toy.chapter("second", "import sys\nsys.prefix")
    toy.record("2024-02-28")
    toy.make()
    assert bytes_of(toy.root / "_build/html") == bytes_of(built.root / "_build/html")


def test_jupyter_book_on_the_repository_says_what_to_type(toy):
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", "."]
    said = subprocess.run(command, cwd=toy.root, capture_output=True, text=True)
    assert said.returncode != 0
    assert said.stderr.splitlines()[-1] == WHAT_TO_TYPE
    assert "Traceback" not in said.stderr


def bytes_of(site: Path) -> dict[str, str]:
    return {
        file.relative_to(site).as_posix(): digest_of_file(file)
        for file in site.rglob("*")
        if file.is_file()
    }
