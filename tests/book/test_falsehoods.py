"""One small lie of each kind, put into a copy of a real chapter, stops the build."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

DERIVATIVES, MATRICES = "calculus/derivatives", "calculus/matrix-calculus"


@dataclass(frozen=True)
class Lie:
    """What a chapter says of a key, and what is written in its place."""

    chapter: str
    key: str
    true: str
    false: str

    def told_in(self, text: str) -> str:
        before, key, after = text.partition(f'"{self.key}"')
        assert self.true in after[:500], self.key
        return before + key + after.replace(self.true, self.false, 1)


LIES = {
    "sign": Lie(DERIVATIVES, "tanh-derivative", "1 - tanh(z)", "1 + tanh(z)"),
    "factor": Lie(
        DERIVATIVES, "quotient-rule", "f(x) * Derivative(1 / g(x), x)", "f(x)"
    ),
    "index": Lie(
        DERIVATIVES,
        "one-weight-gradient",
        "- ys[i]) * xs[i]",
        "- ys[i]) * xs[1]",
    ),
    "transpose": Lie(
        MATRICES,
        "trace-quadratic-gradient",
        "(square + Transpose(square)) * X",
        "(square + square) * X",
    ),
    "bound": Lie(
        DERIVATIVES, "logistic-slope-bound", "Rational(1, 4)", "Rational(1, 5)"
    ),
    "hypothesis": Lie(
        DERIVATIVES,
        "inverse-function",
        "given=[equal(Derivative(g(f(x)), x), 1)],",
        "",
    ),
    "step": Lie(DERIVATIVES, "power-rule", "q * y ** (q - 1)", "q * y ** (q + 1)"),
}


@pytest.fixture(scope="module")
def verdict(root, tmp_path_factory) -> str:
    """What the engine says of copies of the chapters that tell all lies at once."""
    folder = tmp_path_factory.mktemp("lies")
    texts = {lie.chapter: chapter_text(root, lie.chapter) for lie in LIES.values()}
    for lie in LIES.values():
        texts[lie.chapter] = lie.told_in(texts[lie.chapter])
    copies = [folder / f"{Path(name).name}.md" for name in texts]
    for copy, text in zip(copies, texts.values(), strict=True):
        copy.write_text(text, "utf-8")
    command = [sys.executable, "-m", "proofread", "check", *map(str, copies)]
    said = subprocess.run(command, capture_output=True, text=True)
    assert said.returncode == 1
    return said.stdout + said.stderr


@pytest.mark.parametrize("kind", LIES)
def test_a_lie_is_named_with_its_line_and_a_counterexample(kind, verdict):
    lie = LIES[kind]
    parts = verdict.split(f"{Path(lie.chapter).name}.md:")
    (told,) = [part for part in parts if f"'{lie.key}" in part]
    assert told.split(":")[0].isdigit()
    assert "residual = " in told


def test_nothing_else_is_called_false(verdict):
    called = re.findall(r"(\d+) fail", verdict)
    assert sum(map(int, called)) == len(LIES)


def test_a_lie_stops_the_build_and_leaves_no_page(root, tmp_path):
    lie = LIES["sign"]
    for part in ("_config.yml", "requirements.txt", "code"):
        (tmp_path / part).symlink_to(root / part)
    chapter = tmp_path / "book" / f"{lie.chapter}.md"
    chapter.parent.mkdir(parents=True)
    chapter.write_text(lie.told_in(chapter_text(root, lie.chapter)), "utf-8")
    works = tmp_path / "book/references.bib"
    works.symlink_to(root / "book/references.bib")
    (tmp_path / "_toc.yml").write_text(f"format: jb-book\nroot: {lie.chapter}\n")
    command = [sys.executable, "-m", "press", "book"]
    built = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert built.returncode == 1
    assert f"book/{lie.chapter}.md:" in built.stdout
    assert "ClaimError" in built.stdout
    assert lie.key in built.stdout
    assert not (tmp_path / "_build/html").exists()


def chapter_text(root: Path, name: str) -> str:
    return (root / "book" / f"{name}.md").read_text("utf-8")
