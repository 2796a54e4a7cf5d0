"""Digests of what each part of a build reads: the same digest, the same result."""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from .history import days_of_change
from .project import Project


def code_state(project: Project) -> str:
    """A hash of all a chapter can read: our code, what is pinned, the version."""
    return digest_below(project, code_of_chapters(project))


def code_of_chapters(project: Project) -> list[Path]:
    """Where all that every chapter may read lies; the rest is watched as it is read."""
    engine = (project.code / "proofread" / "proofread").glob("*")
    read_by_pages_alone = "sphinx"
    return [
        project.code / "mlmath",
        *(part for part in engine if part.name != read_by_pages_alone),
        project.lock,
        project.citation,
    ]


def reading_state(project: Project) -> str:
    """A hash of all but the chapters that decides how they are read."""
    parts = [project.code, project.config, project.lock, project.citation]
    return digest_below(project, parts)


def writing_state(project: Project) -> str:
    """A hash of what every page shows: the contents beside it, its style."""
    static = project.book / "_static"
    shown = digest_below(project, [project.toc, project.redirects, static])
    is_printed = str(project.pdf.exists())
    return digest_of([shown, is_printed, os.environ.get("BOOK_URL", "")])


def state(project: Project) -> str:
    """A hash of everything the site is made of."""
    parts = [project.book, project.citation, project.audit, project.pdf]
    parts += [project.kernel, project.proved]
    days = json.dumps(days_of_change(project.book), sort_keys=True)
    read, written = reading_state(project), writing_state(project)
    return digest_of([digest_below(project, parts), days, read, written])


def digest_below(project: Project, paths: Iterable[Path]) -> str:
    """The same for the same names and bytes below the paths, wherever they lie."""
    files = sorted(file for path in paths for file in _files_below(path))
    return digest_of(
        part
        for file in files
        for part in (file.relative_to(project.root).as_posix(), digest_of_file(file))
    )


def _files_below(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [
        file
        for file in path.rglob("*")
        if file.is_file()
        and "__pycache__" not in file.parts
        and not any(part.endswith(".egg-info") for part in file.parts)
        and not file.name.startswith(".")
    ]


def digest_of(parts: Iterable[str]) -> str:
    return hashlib.sha256(json.dumps(list(parts)).encode()).hexdigest()


def digest_of_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
