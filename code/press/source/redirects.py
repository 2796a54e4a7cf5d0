"""Addresses that once led somewhere: `_redirects.yml` says where to now."""

import re

from .malformed import MalformedError, line_of, read_mapping
from .project import Project

ADDRESS = re.compile(r"[^\s#]+(#[^\s#]+)?")


def redirects(project: Project) -> dict[str, str]:
    """Every old address and its new one: page, or page#label.

    Raises MalformedError where one is none.
    """
    path = project.redirects
    told = read_mapping(path) if path.exists() else {}
    for old, new in told.items():
        if not all(
            isinstance(end, str) and ADDRESS.fullmatch(end) for end in (old, new)
        ):
            what = "write 'old: new', each an address as page or page#label"
            raise MalformedError(path, line_of(path, [old]), what)
    return told


def check_redirects(project: Project) -> None:
    """Every new address is of a page that the book has; else a MalformedError."""
    pages = {project.name(chapter) for chapter in project.chapters()}
    for old, new in redirects(project).items():
        if new.partition("#")[0] not in pages:
            what = f"{new} leads to no page of the book: name one that _toc.yml lists"
            line = line_of(project.redirects, [old])
            raise MalformedError(project.redirects, line, what)
