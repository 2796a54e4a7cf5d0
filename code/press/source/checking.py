"""One chapter, looked through for its author: what stops a build, what is advice."""

from pathlib import Path

from ..tools.progress import Progress
from .contract import complaints, listed_unconverted
from .contract.cells import wide
from .malformed import MalformedError, read_text
from .project import Project

UNCONVERTED = "is not held to this yet: {name} lists it"


def check_chapter(project: Project, chapter: str, progress: Progress) -> bool:
    """Whether a chapter keeps what it promises; what it does not is printed.

    A chapter that is not held to its promises yet is told them, and passes. Raises
    MalformedError where there is no such chapter.
    """
    path = project.chapter(chapter)
    if path not in project.chapters():
        what = f"no chapter of {project.toc.name}: write its name as in PART/NAME"
        raise MalformedError(path, None, what)
    broken, text = complaints(path), read_text(path)
    for line, what in broken:
        progress.done(told(project, path, line, what))
    for line, what in wide(text):
        progress.done(told(project, path, line, f"advice: {what}"))
    if broken and chapter in listed_unconverted(project):
        what = UNCONVERTED.format(name=project.unconverted.name)
        progress.done(told(project, path, None, what))
        return True
    return not broken


def told(project: Project, path: Path, line: int | None, what: str) -> str:
    """A line that names the file from the project's root."""
    return project.relative(str(MalformedError(path, line, what)))
