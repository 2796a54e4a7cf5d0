"""Where a book's files lie, and what its build depends on."""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .history import days_of_change


@dataclass(frozen=True)
class Project:
    """A repository that holds a book: settings at its root, chapters under book/."""

    root: Path

    @property
    def book(self) -> Path:
        return self.root / "book"

    @property
    def config(self) -> Path:
        return self.root / "_config.yml"

    @property
    def toc(self) -> Path:
        return self.root / "_toc.yml"

    @property
    def build(self) -> Path:
        return self.root / "_build"

    @property
    def site(self) -> Path:
        """The last good site."""
        return self.build / "html"

    @property
    def work(self) -> Path:
        """Where the next site is made."""
        return self.build / "work"

    @property
    def pdf(self) -> Path:
        """The last good PDF."""
        return self.build / "pdf" / "book.pdf"

    @property
    def cache(self) -> Path:
        """Executed chapters, one directory for each state of the code they import."""
        return self.build / "cache" / self.code_state()[:16]

    def chapters(self) -> list[Path]:
        """The files the table of contents lists, in its order."""
        from sphinx_external_toc.parsing import parse_toc_yaml  # a second to import

        names = parse_toc_yaml(self.toc)
        return [file for name in names for file in self._files_named(name)]

    def name(self, chapter: Path) -> str:
        """A chapter's address in the book: calculus/derivatives."""
        return chapter.relative_to(self.book).with_suffix("").as_posix()

    def code_state(self) -> str:
        """A hash of all a chapter can read: our code, what is pinned, the version."""
        engine = (self.root / "code/proofread").iterdir()
        read_by_pages_alone = "sphinx"
        return self._digest(
            [
                self.root / "code/mlmath",
                *(part for part in engine if part.name != read_by_pages_alone),
                self.root / "requirements.txt",
                self.root / "CITATION.cff",
            ]
        )

    def reading_state(self) -> str:
        """A hash of all but the chapters that decides how they are read."""
        parts = [self.root / "code", self.config, self.root / "requirements.txt"]
        return self._digest(parts)

    def writing_state(self) -> str:
        """A hash of what every page shows: the contents beside it, its style."""
        moved = self.root / "_redirects.yml"
        shown = self._digest([self.toc, moved, self.book / "_static"])
        is_printed = str(self.pdf.exists())
        return digest_of([shown, is_printed, os.environ.get("BOOK_URL", "")])

    def state(self) -> str:
        """A hash of everything the site is made of."""
        citation, audit = self.root / "CITATION.cff", self.build / "audit.json"
        chapters = self._digest([self.book, citation, audit, self.pdf])
        days = json.dumps(days_of_change(self.book), sort_keys=True)
        return digest_of([chapters, days, self.reading_state(), self.writing_state()])

    def is_built(self) -> bool:
        """Whether the site is the book as it stands."""
        stamp = self.build / "site-state"
        return (
            self.site.is_dir()
            and stamp.exists()
            and stamp.read_text("utf8") == self.state()
        )

    def mark_built(self, state: str) -> None:
        """Remember that the site was made when the project's state was this."""
        (self.build / "site-state").write_text(state, "utf8")

    def _files_named(self, name: str) -> list[Path]:
        stem = self.book / name
        candidates = [stem, Path(f"{stem}.md"), Path(f"{stem}.ipynb")]
        return [path for path in candidates if path.is_file()][:1]

    def _digest(self, paths: Iterable[Path]) -> str:
        """The same for the same names and bytes below the paths, wherever they lie."""
        files = sorted(file for path in paths for file in _files_below(path))
        return digest_of(
            part
            for file in files
            for part in (file.relative_to(self.root).as_posix(), digest_of_file(file))
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
