"""python -m press book | serve | test | pdf | bench, from the book's repository."""

import argparse
import os
import sys
from pathlib import Path

from .environment import isolate
from .lock import only_build_at_a_time
from .progress import Progress
from .project import Project


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m press", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    command = parser.parse_args().command
    if os.environ.get("PYTHONHASHSEED") != "0":
        _again_with_fixed_hashes()
    project = Project(Path.cwd())
    isolate(project.root)
    try:
        return COMMANDS[command](project)
    except KeyboardInterrupt:
        print("\nStopped.")
        return 130


def book(project: Project) -> int:
    """Make the site, unless it is the book as it stands already."""
    progress = Progress()
    with only_build_at_a_time(project):
        if project.is_built():
            progress.done("Nothing has changed since the last build.")
        else:
            from .site import make_site  # Sphinx takes seconds to import

            if not make_site(project, progress):
                return 1
    progress.done(f"The book is at {project.site / 'index.html'}")
    return 0


def serve(project: Project) -> int:
    from .serve import serve

    serve(project, port=int(os.environ.get("PORT", "8000")))
    return 0


def pdf(project: Project) -> int:
    from .pdf import make_pdf

    progress = Progress()
    with only_build_at_a_time(project):
        printed = make_pdf(project, progress)
    if printed:
        progress.done(f"The PDF is at {printed}")
    return 0 if printed else 1


def test(project: Project) -> int:
    from .check import check

    return 0 if check(project.root) else 1


def bench(project: Project) -> int:
    from .bench import bench

    bench(project.root)
    return 0


COMMANDS = {"book": book, "serve": serve, "pdf": pdf, "test": test, "bench": bench}


def _again_with_fixed_hashes() -> None:
    """Sets keep their order from one run to the next only under a fixed hash seed."""
    os.environ["PYTHONHASHSEED"] = "0"
    os.execv(sys.executable, [sys.executable, "-m", "press", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
