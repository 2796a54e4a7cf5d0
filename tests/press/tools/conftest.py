"""Installing the lock on every Python takes minutes each: only where all is tested."""

import re
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from press.tools.selection import takes_everything

collect_ignore = [] if takes_everything() else ["test_pythons.py"]
MISSING = re.compile(r"requires ([\w.-]+), which is not installed\.$")


@pytest.fixture(scope="session")
def unmet(root: Path) -> Callable[[str], list[str]]:
    """What packages of a Python ask for in vain, but for what the lock leaves out."""
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    excluded = {*settings["tool"]["uv"]["exclude-dependencies"]}

    def check(python: str) -> list[str]:
        line = [python, "-m", "pip", "--disable-pip-version-check", "check"]
        said = subprocess.run(line, capture_output=True, text=True)
        found = [(told, MISSING.search(told)) for told in said.stdout.splitlines()]
        faults = [told for told, it in found if not it or it[1] not in excluded]
        return faults if said.returncode else []

    return check
