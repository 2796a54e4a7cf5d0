import subprocess
import sys
from pathlib import Path

from press.source.state import digest_of_file


def test_a_site_holds_every_chapter_run_by_this_python(toy):
    built = toy.make()
    assert built.returncode == 0, built.stdout + built.stderr
    assert "42" in toy.page("first")
    assert sys.prefix in toy.page("second")
    assert 'href="start/index.html"' in toy.page("index")
    assert built.stderr == ""


def test_nothing_is_done_twice(toy):
    toy.make()
    assert "Nothing has changed" in toy.make().stdout
    toy.write("book/first.md", (toy.root / "book/first.md").read_text() + "\nNew.\n")
    other = toy.root / "_build/html/second.html"
    written = other.stat().st_mtime_ns
    assert " ran in " not in toy.make().stdout
    assert "New." in toy.page("first")
    assert other.stat().st_mtime_ns == written


def test_a_recorded_change_reaches_the_page_that_shows_its_day(toy):
    toy.record("2024-02-28")
    toy.make()
    assert "Nothing has changed" in toy.make().stdout
    toy.record("2024-02-29")
    assert "Nothing has changed" not in toy.make().stdout


def test_changed_code_runs_every_chapter_again(toy):
    toy.chapter("first", "from pathlib import Path\nlen(list(Path().glob('*.md')))")
    toy.make()
    toy.write("code/mlmath/__init__.py", "NEW = 1\n")
    again = toy.make().stdout
    assert "first ran in" in again
    assert "second ran in" in again


def test_a_failing_cell_is_named_and_the_last_good_site_stays(toy):
    toy.make()
    good = toy.page("first")
    toy.chapter("first", "x = 0\n1 / x")
    failed = toy.make()
    assert failed.returncode == 1
    assert "book/first.md:13: cell 1 failed: ZeroDivisionError" in failed.stdout
    assert "----> 2 1 / x" in failed.stdout
    assert toy.page("first") == good


def test_a_warning_fails_the_build_however_often_it_is_run(toy):
    toy.make()
    toy.write("book/start/index.md", "# Toy\n\n[nowhere](missing.md)\n")
    for _ in range(2):
        failed = toy.make()
        assert failed.returncode == 1
        assert "book/start/index.md:3" in failed.stdout
    assert "nowhere" not in toy.page("start/index")


def test_a_warning_a_chapter_prints_fails_the_build(toy):
    toy.chapter("first", "import warnings\nwarnings.warn('careless')")
    failed = toy.make()
    assert failed.returncode == 1
    assert "book/first.md:12: cell 1 failed: it printed a warning" in failed.stdout
    assert "UserWarning: careless" in failed.stdout


def test_a_changed_title_changes_the_other_pages(toy):
    toy.make()
    first = toy.root / "book/first.md"
    toy.write("book/first.md", first.read_text().replace("# first", "# Another name"))
    toy.make()
    assert "Another name" in toy.page("second")


def test_two_cold_builds_give_the_same_bytes(toy, tmp_path):
    toy.make()
    other = type(toy)(tmp_path / "elsewhere" / "toy")
    other.chapter("second", "import sys\nsys.prefix")
    other.make()
    assert bytes_of(toy.root / "_build/html") == bytes_of(other.root / "_build/html")


def test_jupyter_book_on_the_repository_says_what_to_type(toy):
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", "."]
    said = subprocess.run(command, cwd=toy.root, capture_output=True, text=True)
    assert said.returncode != 0
    assert "make book" in said.stderr


def bytes_of(site: Path) -> dict[str, str]:
    return {
        file.relative_to(site).as_posix(): digest_of_file(file)
        for file in site.rglob("*")
        if file.is_file()
    }
