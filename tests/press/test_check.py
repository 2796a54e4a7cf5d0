"""One command tells an author what a build would say of a chapter."""

import subprocess
import sys

WIDE = f"x = 1  # {60 * 'x'}\nassert x == 2"


def check(toy, chapter: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-P", "-m", "press", "check", chapter]
    return subprocess.run(line, cwd=toy.root, capture_output=True, text=True)


def test_it_tells_what_is_not_kept_what_is_advised_and_what_fails(toy):
    toy.chapter("first", WIDE)
    text = (toy.root / "book/first.md").read_text("utf-8")
    text = text.replace("Some prose.", "It is 0.5.").replace(
        ":tags: [hide-input]\n", ""
    )
    toy.write("book/first.md", text)
    checked = check(toy, "first")
    assert checked.returncode == 1
    assert "book/first.md:7: 0.5 is typed" in checked.stdout
    assert "book/first.md:11: advice: 69 letters of code" in checked.stdout
    assert "AssertionError" in checked.stderr


def test_a_chapter_not_converted_yet_is_told_and_passes(toy):
    toy.write("_unconverted.txt", "first\n")
    text = (toy.root / "book/first.md").read_text("utf-8")
    toy.write("book/first.md", text.replace("Some prose.", "It is 0.5."))
    checked = check(toy, "first")
    assert checked.returncode == 0, checked.stderr
    assert "0.5 is typed" in checked.stdout
    assert "is not held to this yet: _unconverted.txt lists it" in checked.stdout


def test_a_chapter_that_is_none_is_told(toy):
    checked = check(toy, "third")
    assert checked.returncode == 1
    assert "book/third.md: no chapter of _toc.yml" in checked.stdout
