"""One command tells an author what a build would say of a chapter."""

import re
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


def test_it_gives_a_cell_the_seconds_that_a_build_gives(toy):
    toy.chapter("first", "import time\ntime.sleep(60)")
    config = (toy.root / "_config.yml").read_text("utf-8")
    limited = config.replace("stderr_output: warn", "stderr_output: warn, timeout: 2")
    toy.write("_config.yml", limited)
    assert "still running after 2 s" in check(toy, "first").stderr
    assert "still running after 2 s" in toy.make("execute").stdout


KEYS = """\
from sympy import symbols
from proofread import claim

x = symbols("x", real=True)
claim("twice", x * (x + 2), x**2 + 2 * x)
claim("twice", x * (x + 2), x**2 + 2 * x)
if x == 1:
    claim("unstated", x, x)
```

```{code-cell} python
:tags: [remove-output]

claim("unshown", (x + 1) * (x - 1), x**2 - 1)"""


def test_what_a_build_says_of_keys_is_said_with_the_same_lines(toy):
    toy.chapter("first", KEYS)
    config = (toy.root / "_config.yml").read_text("utf-8")
    stating = config.replace(
        "- press.typeset", "- proofread.sphinx\n      - press.typeset"
    )
    toy.write("_config.yml", stating)
    told = re.compile(r"book/first\.md:(\d+): .*“(\w+)”")
    built, checked = toy.make("book"), check(toy, "first")
    lines = told.findall(checked.stderr)
    assert [key for _, key in lines] == ["twice", "unshown", "unstated"]
    assert sorted(told.findall(built.stdout + built.stderr)) == sorted(lines)
