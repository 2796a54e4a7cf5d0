"""A new chapter: its file from the template, and its line in the contents."""

import re
from pathlib import Path

from .project import Project

TEMPLATE = Path(__file__).parent / "template" / "chapter.md"
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class ChapterError(Exception):
    """Why there is no new chapter."""


def make_chapter(project: Project, part: str, name: str) -> Path:
    """The chapter's file, listed after the last chapter of its part."""
    for word in (part, name):
        if not NAME.fullmatch(word):
            message = f"'{word}' is no name: lower-case words joined by hyphens"
            raise ChapterError(message)
    path = project.book / part / f"{name}.md"
    if path.exists():
        raise ChapterError(f"{path.relative_to(project.root)} is there already")
    contents = project.toc.read_text("utf-8")
    listed = listed_after(contents, part, name)
    title = name.replace("-", " ").capitalize()
    text = TEMPLATE.read_text("utf-8").replace("TITLE", title).replace("NAME", name)
    path.write_text(text, "utf-8")
    project.toc.write_text(listed, "utf-8")
    return path


def listed_after(contents: str, part: str, name: str) -> str:
    """The table of contents with one more chapter."""
    lines = [*re.finditer(rf"^( *- file: ){part}/.*\n", contents, re.MULTILINE)]
    if not lines:
        known = sorted(set(re.findall(r"file: ([\w-]+)/", contents)))
        raise ChapterError(f"no part is called '{part}'; there are {', '.join(known)}")
    end = lines[-1].end()
    return f"{contents[:end]}{lines[-1][1]}{part}/{name}\n{contents[end:]}"
