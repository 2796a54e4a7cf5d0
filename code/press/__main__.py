"""python -m press COMMAND, from the book's repository.

book, serve, pdf, release, labels, test, bench; chapter PART NAME begins a new one.
"""

import argparse
import gc
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
    parser.add_argument("names", nargs="*", help="of a new chapter: its part, its name")
    given = parser.parse_args()
    if len(given.names) != (2 if given.command == "chapter" else 0):
        parser.error("chapter takes PART and NAME; the other commands take no names")
    if os.environ.get("PYTHONHASHSEED") != "0":
        _again_with_fixed_hashes()
    gc.set_threshold(100_000, 20, 20)  # documents are held until the end: look rarely
    project = Project(Path.cwd())
    isolate(project.root)
    try:
        return COMMANDS[given.command](project, *given.names)
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


def release(project: Project) -> int:
    """Pack the site and the PDF of the book as it stands."""
    from .release import make_release

    if pdf(project) or book(project):
        return 1
    Progress().done(f"The release is at {make_release(project)}")
    return 0


def labels(project: Project) -> int:
    """Write down every label of the built book."""
    from .labels import REGISTRY, register

    added = register(project.root, project.site)
    Progress().done(f"{added} labels added to {REGISTRY}")
    return 0


def chapter(project: Project, part: str, name: str) -> int:
    """Begin a chapter from the template."""
    from .chapter import ChapterError, make_chapter

    try:
        path = make_chapter(project, part, name)
    except ChapterError as error:
        Progress().done(str(error))
        return 1
    Progress().done(f"{path.relative_to(project.root)} is begun and listed in _toc.yml")
    return 0


def test(project: Project) -> int:
    from .check import check

    return 0 if check(project.root) else 1


def bench(project: Project) -> int:
    from .bench import bench

    bench(project.root)
    return 0


COMMANDS = {
    "book": book,
    "serve": serve,
    "pdf": pdf,
    "release": release,
    "labels": labels,
    "chapter": chapter,
    "test": test,
    "bench": bench,
}


def _again_with_fixed_hashes() -> None:
    """Sets keep their order from one run to the next only under a fixed hash seed."""
    os.environ["PYTHONHASHSEED"] = "0"
    os.execv(sys.executable, [sys.executable, "-m", "press", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
