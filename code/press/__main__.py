"""python -m press book | serve | test | pdf | bench, from the book's repository."""

import argparse
import os
import sys
from pathlib import Path


def main() -> int:
    commands = ("book", "serve", "test", "pdf", "bench")
    parser = argparse.ArgumentParser(prog="python -m press", description=__doc__)
    parser.add_argument("command", choices=commands)
    command = parser.parse_args().command
    if os.environ.get("PYTHONHASHSEED") != "0":
        _again_with_fixed_hashes()
    return run(command, Path.cwd())


def run(command: str, root: Path) -> int:
    from . import environment

    environment.isolate(root)
    from .progress import Progress
    from .project import Project

    project, progress = Project(root), Progress()
    if command == "book":
        from .site import make_site

        return 0 if make_site(project, progress) else 1
    raise NotImplementedError(command)


def _again_with_fixed_hashes() -> None:
    """Sets keep their order from one run to the next only under a fixed hash seed."""
    os.environ["PYTHONHASHSEED"] = "0"
    os.execv(sys.executable, [sys.executable, "-m", "press", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
