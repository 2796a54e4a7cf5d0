"""What Sphinx complains of, with files and lines as the author knows them."""

import io
import re
from pathlib import Path

from sphinx.application import Sphinx

from ..source.project import Project
from ..tools.progress import Progress, without_color

PLACE = re.compile(r"^(\S.*?):(\d+)(?=:)")


class Warnings(io.StringIO):
    """Sphinx's warnings, shown at once, with paths as the author types them.

    MyST counts the lines of an included file from 2; here they are from 1.
    """

    def __init__(self, project: Project, progress: Progress) -> None:
        super().__init__()
        self.project = project
        self.progress = progress
        self.seen = False
        self.included: set[Path] = set()

    def note_included(
        self, app: Sphinx, path: Path, parent: str, content: list[str]
    ) -> None:
        """Remember a file, named from the book's folder, that a chapter includes."""
        self.included.add((self.project.book / path).resolve())

    def write(self, text: str) -> int:
        if text.strip():
            self.seen = True
            told = PLACE.sub(self._counted_from_1, without_color(text).rstrip())
            self.progress.done(self.project.relative(told))
        return len(text)

    def _counted_from_1(self, place: re.Match[str]) -> str:
        path, line = Path(place[1]), int(place[2])
        is_included = (self.project.root / path).resolve() in self.included
        return f"{path}:{line - 1 if is_included else line}"
