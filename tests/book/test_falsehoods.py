"""One small lie of each kind, put into a copy of a real chapter, stops the build."""

import subprocess
import sys

import pytest

CHAPTER = "calculus/derivatives"
LIES = {
    "sign": ("tanh-derivative", "1 - tanh(z) ** 2, title", "1 + tanh(z) ** 2, title"),
    "factor": ("quotient-rule", "f(x) * Derivative(1 / g(x), x)", "f(x)"),
    "index": ("one-weight-gradient", "- ys[k]) * xs[k], (k", "- ys[k]) * xs[1], (k"),
    "bound": ("logistic-slope-bound", "Rational(1, 4),", "Rational(1, 5),"),
    "hypothesis": ("inverse-function", "given=[equal(Derivative(g(f(x)), x), 1)],", ""),
    "step": ("power-rule", "q * y ** (q - 1)", "q * y ** (q + 1)"),
}


@pytest.fixture(scope="module")
def truth(root) -> str:
    return (root / "book" / f"{CHAPTER}.md").read_text("utf8")


@pytest.fixture(scope="module")
def verdict(truth, tmp_path_factory) -> str:
    """What the engine says of a copy of the chapter that tells all lies at once."""
    copy = tmp_path_factory.mktemp("lies") / "chapter.md"
    text = truth
    for _, true, false in LIES.values():
        assert text.count(true) == 1, true
        text = text.replace(true, false)
    copy.write_text(text, "utf8")
    command = [sys.executable, "-m", "proofread", "check", str(copy)]
    said = subprocess.run(command, capture_output=True, text=True)
    assert said.returncode == 1
    return said.stdout + said.stderr


@pytest.mark.parametrize("kind", LIES)
def test_a_lie_is_named_with_its_line_and_a_counterexample(kind, verdict):
    key = LIES[kind][0]
    (told,) = [part for part in verdict.split("chapter.md:") if f"'{key}" in part]
    assert told.split(":")[0].isdigit()
    assert "residual = " in told


def test_nothing_else_is_called_false(verdict):
    assert f"{len(LIES)} fail" in verdict


def test_a_lie_stops_the_build_and_leaves_no_page(root, truth, tmp_path):
    _, true, false = LIES["sign"]
    for part in ("_config.yml", "requirements.txt", "code"):
        (tmp_path / part).symlink_to(root / part)
    chapter = tmp_path / "book" / f"{CHAPTER}.md"
    chapter.parent.mkdir(parents=True)
    chapter.write_text(truth.replace(true, false), "utf8")
    (tmp_path / "_toc.yml").write_text(f"format: jb-book\nroot: {CHAPTER}\n")
    command = [sys.executable, "-m", "press", "book"]
    built = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert built.returncode == 1
    assert f"book/{CHAPTER}.md:" in built.stdout
    assert "ClaimError" in built.stdout
    assert "tanh-derivative" in built.stdout
    assert not (tmp_path / "_build/html").exists()
