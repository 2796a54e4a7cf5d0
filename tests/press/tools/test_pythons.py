"""The lock installs on every Python from 3.11 at hand, and builds a book there."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from press.tools.bench.installing import INSTALL, PINNED

CHAPTER = """\
from sympy import symbols
from proofread import claim

t = symbols("t", real=True)
claim("double", t * (t + 2), t**2 + 2 * t)
"""
TELL = "import sys; sys.stdout.write('%d.%d' % sys.version_info[:2])"
OLDEST = 11


def pythons() -> list[str]:
    """The newest of each minor version, on the path or among pyenv's."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    named = [shutil.which(f"python3.{minor}") for minor in range(11, 20)]
    candidates = [*filter(None, named), *pyenv.glob("versions/*/bin/python")]
    found: dict[str, str] = {}
    for path in map(str, candidates):
        said = subprocess.run([path, "-c", TELL], capture_output=True, text=True)
        version = said.stdout.strip()
        if version.startswith("3.") and int(version.removeprefix("3.")) >= OLDEST:
            found[version] = path
    return list(found.values())


@pytest.mark.parametrize("python", pythons())
def test_the_lock_installs_and_builds_a_book(python, root, toy, tmp_path, unmet):
    here = tmp_path / "environment"
    subprocess.run([python, "-m", "venv", here], check=True)
    run = [str(here / "bin/python")]
    subprocess.run([*run, *INSTALL, *PINNED, "requirements.txt"], cwd=root, check=True)
    ours = ("--no-build-isolation", "-e", "code/proofread", "-e", ".")
    subprocess.run([*run, *INSTALL, *ours], cwd=root, check=True)
    assert unmet(*run) == []
    toy.chapter("first", CHAPTER)
    config = (toy.root / "_config.yml").read_text()
    toy.write(
        "_config.yml",
        config.replace("press.typeset", "proofread.sphinx\n      - press.typeset"),
    )
    subprocess.run([*run, "-m", "press", "book"], cwd=toy.root, check=True)
    assert "proofread-claim" in toy.page("first")
