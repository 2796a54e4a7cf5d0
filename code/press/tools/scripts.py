"""The pages' scripts: their types, their style, and the laws that their tests state."""

import shutil
import subprocess
import sys
from pathlib import Path

from .assets import AssetsError, install

PACKAGES = Path("tests/npm")
INSTALLED = Path(".venv/npm")
SCRIPTS = ("code/press/page/theme/static", "tests/browser", "tests/press")


def node_modules(root: Path) -> Path:
    """The packages that check scripts and drive Firefox; AssetsError without npm."""
    return install(root / PACKAGES, root / INSTALLED)


def commands(root: Path) -> list[list[str]]:
    """What checks the scripts, each to be run at the repository's root."""
    programs = node_modules(root) / ".bin"
    lint = [str(programs / "biome"), "lint", "--error-on-warnings"]
    laws = [str(path) for path in sorted((root / "tests").rglob("*.test.js"))]
    return [
        [str(programs / "tsc"), "--project", str(PACKAGES)],
        [*lint, f"--config-path={PACKAGES}", *SCRIPTS],
        ["node", "--test", "--test-reporter=spec", *laws],
    ]


def check(root: Path) -> bool:
    """Whether the scripts are well typed, well written, and do what their tests say."""
    if shutil.which("npm") is None:
        print("Left out: npm is not installed.")  # the summary says what to type
        return True
    try:
        runs = [subprocess.run(line, cwd=root, check=False) for line in commands(root)]
    except AssetsError as error:
        print(error)
        return False
    return all(run.returncode == 0 for run in runs)


if __name__ == "__main__":
    sys.exit(not check(Path.cwd()))
