"""What the texts for contributors name is there: paths, targets, modules, options."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from press.__main__ import parser as parser_of_press
from proofread.__main__ import parser as parser_of_proofread

ROOT = Path(__file__).parents[1]
PARSERS = {"press": parser_of_press, "proofread": parser_of_proofread}
BUILT = {".venv", "_build"}  # made on the spot
FENCE = re.compile(r"^(`{3,4})([^\n]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
# What follows a brace is a role, whose target Sphinx checks.
SPAN = re.compile(r"(?<!\})`([^`\n]+)`")
COMMENT = re.compile(r"\s+#.*$")
PATH = re.compile(r"\.?[\w.-]+(?:/[\w.-]+)*/?")
SUFFIXES = {".cff", ".css", ".csv", ".in", ".js", ".json", ".md", ".py", ".toml"}
SUFFIXES |= {".txt", ".yml"}

TEXTS = sorted(
    path
    for folder in (ROOT, ROOT / "code", ROOT / "book", ROOT / ".github")
    for path in folder.glob("**/*.md" if folder != ROOT else "*.md")
    if "template" not in path.parts
)


def written(text: str) -> Iterator[str]:
    """The code of a text: spans of a line, and the lines of its blocks of commands."""
    for _, info, body in FENCE.findall(text):
        if info.strip() in {"sh", ""}:
            yield from (COMMENT.sub("", line).strip() for line in body.splitlines())
    outside = FENCE.sub("", text)
    yield from SPAN.findall(outside)
    for line in outside.splitlines():
        if line.startswith("    "):
            yield COMMENT.sub("", line).strip()


def is_path(word: str) -> bool:
    """Whether a word can only be a path of this repository."""
    bare = PATH.fullmatch(word) and not re.search(r"[A-Z]{4,}(?:/|\.md$)", word)
    return bool(bare) and ("/" in word or Path(word).suffix in SUFFIXES)


def exists(word: str, text: Path) -> bool:
    code = ROOT / "code"
    inside = (*code.glob("*/"), *text.parent.glob("*/"))
    places = (text.parent, ROOT, ROOT / "book", code, *inside)
    return any((place / word).exists() for place in places)


@pytest.mark.parametrize("text", TEXTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_path_that_a_text_names_is_there(text):
    words = {
        word.rstrip(",:;")
        for code in written(text.read_text("utf-8"))
        for word in code.split()
        if not code.startswith("make ")
    }
    named = {word for word in words if is_path(word)}
    made = {word for word in named if word.split("/")[0] in BUILT}
    assert {word for word in named - made if not exists(word, text)} == set()


@pytest.mark.parametrize("text", TEXTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_command_that_a_text_gives_is_understood(text):
    for code in written(text.read_text("utf-8")):
        if code.startswith("make "):
            check_targets(shlex.split(code)[1:])
        elif found := re.match(r"(?:\S*/)?python3? -m (.*)", code):
            check_module(shlex.split(found[1].replace("…", "")))


def test_the_readme_says_where_all_that_is_kept_is():
    _, _, told = (
        (ROOT / "README.md").read_text("utf-8").partition("## Where things are")
    )
    told, _, _ = told.partition("\n## ")
    named = {word.split("/")[0] for word in re.findall(r"[\w.][\w./-]*", told)}
    command = ["git", "-C", str(ROOT), "ls-files"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    kept = {path.split("/")[0] for path in listed.splitlines()}
    assert kept - {".gitignore", "CONTRIBUTING.md", "README.md"} <= named


def check_targets(words: list[str]) -> None:
    known = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    targets = [word for word in words if "=" not in word]
    assert set(targets) <= set(known), words


def check_module(words: list[str]) -> None:
    name, *arguments = words
    assert find_spec(name), words
    if name in PARSERS:
        PARSERS[name]().parse_args(arguments)  # exits where they do not parse
