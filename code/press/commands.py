"""What one can ask of the press; each answers with an exit status."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from shutil import rmtree
from typing import Any

from .source.project import Project
from .tools.exclusion import only_build_at_a_time
from .tools.progress import Progress


def book(project: Project) -> int:
    """Make the site, unless it is the book as it stands already."""
    from .site.built import is_built

    progress = Progress()
    with only_build_at_a_time(project.build):
        if is_built(project):
            progress.done("Nothing has changed since the last build.")
        else:
            from .site.publish import make_site  # Sphinx takes seconds to import

            if not make_site(project, progress):
                return 1
    progress.done(f"The book is at {project.site / 'index.html'}")
    return 0


def serve(project: Project) -> int:
    """Show the book on this machine until it is stopped."""
    from .site.serve import serve

    serve(project, port=int(os.environ.get("PORT", "8000")))
    return 0


def pdf(project: Project) -> int:
    """Make the PDF."""
    from .print.latex import make_pdf

    progress = Progress()
    with only_build_at_a_time(project.build):
        printed = make_pdf(project, progress)
    if printed:
        progress.done(f"The PDF is at {printed}")
    return 0 if printed else 1


def release(project: Project) -> int:
    """Pack the site and the PDF of the book as it stands, all of it made anew."""
    from .executed.studies import run_studies
    from .site.labels import EditionError, record_edition
    from .site.release import edition_of, forget_earlier, make_release

    forget_earlier(project)
    if not run_studies(project, Progress(), anew=True):
        return 1
    if pdf(project) or book(project):
        return 1
    try:
        record_edition(project, edition_of(project))
    except EditionError as error:
        Progress().done(str(error))
        return 1
    Progress().done(f"The release is at {make_release(project)}")
    return 0


def labels(project: Project) -> int:
    """Write down every label of the built book."""
    from .site.labels import register

    added = register(project)
    Progress().done(f"{added} labels added to {project.labels.name}")
    return 0


def chapter(project: Project, part: str, name: str) -> int:
    """Begin a chapter from the template."""
    from .source.contents import ChapterError, make_chapter

    try:
        path = make_chapter(project, part, name)
    except ChapterError as error:
        Progress().done(str(error))
        return 1
    Progress().done(f"{path.relative_to(project.root)} is begun and listed in _toc.yml")
    return 0


def check(project: Project, chapter: str) -> int:
    """Say what a build would say of a chapter: what it promises, and what it claims."""
    from .executed.studies import run_studies
    from .source.checking import check_chapter
    from .typeset.settings import settings_of

    progress = Progress()
    timeout = str(settings_of(project).timeout)
    keeps = check_chapter(project, chapter, progress)
    studied = run_studies(project, progress)
    path = str(project.chapter(chapter).relative_to(project.root))
    command = [sys.executable, "-P", "-m", "proofread", "check", "--allow-none"]
    told = [*command, "--timeout", timeout, path]
    stands = subprocess.run(told, cwd=project.root, check=False).returncode == 0
    return 0 if keeps and studied and stands else 1


def execute(project: Project) -> int:
    """Run the chapters whose outputs are not kept yet."""
    from .typeset.prepared import prepare

    with only_build_at_a_time(project.build):
        passed = prepare(project, Progress()) is not None
    return 0 if passed else 1


def theorems(project: Project, search: bool = False, check: bool = False) -> int:
    """Write the equations as theorems of Coq, from what the chapters' runs told."""
    from .executed.cache import Memory

    if execute(project):
        return 1
    memory = Memory(project)
    names = map(project.name, project.chapters())
    write_told(project, {name: memory.theorems(name) for name in names})
    asked = [*(["--search"] if search else []), *(["--check"] if check else [])]
    told = str(project.theorems.relative_to(project.root))
    command = [
        sys.executable,
        "-P",
        "-m",
        "proofread",
        "kernel",
        "--told",
        told,
        *asked,
    ]
    return subprocess.run(command, cwd=project.root, check=False).returncode


def write_told(project: Project, theorems: Mapping[str, list[dict[str, Any]]]) -> None:
    """Put down what each chapter's run told of its claims, and nothing else."""
    rmtree(project.theorems, ignore_errors=True)
    for name, told in theorems.items():
        file = project.theorems / f"{name}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(told), "utf-8")


def test(project: Project) -> int:
    """Check what the hosted workflow checks on a push."""
    from .tools.test import check

    return 0 if check(project.root) else 1


def everything(project: Project, part: str | None = None) -> int:
    """Check everything, or the named part of it."""
    from .tools.exhaustive import PartError, check_all

    try:
        return 0 if check_all(project, part) else 1
    except PartError as error:
        Progress().done(str(error))
        return 1


def bench(project: Project) -> int:
    """Say how fast installing, building, checking and reading are."""
    from .tools.bench import bench

    bench(project.root)
    return 0


COMMANDS = {
    "book": book,
    "execute": execute,
    "theorems": theorems,
    "serve": serve,
    "pdf": pdf,
    "release": release,
    "labels": labels,
    "chapter": chapter,
    "check": check,
    "test": test,
    "test-all": everything,
    "bench": bench,
}
