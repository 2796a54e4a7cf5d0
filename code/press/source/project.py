"""Where a book's files lie."""

from dataclasses import dataclass
from pathlib import Path

from .listed import listed_chapters


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
    def citation(self) -> Path:
        return self.root / "CITATION.cff"

    @property
    def redirects(self) -> Path:
        return self.root / "_redirects.yml"

    @property
    def labels(self) -> Path:
        return self.root / "_labels.csv"

    @property
    def unconverted(self) -> Path:
        """The chapters that are not yet held to what a chapter promises."""
        return self.root / "_unconverted.txt"

    @property
    def lock(self) -> Path:
        """Every package, pinned."""
        return self.root / "requirements.txt"

    @property
    def code(self) -> Path:
        return self.root / "code"

    @property
    def build(self) -> Path:
        return self.root / "_build"

    @property
    def audit(self) -> Path:
        """The figures of the last audit."""
        return self.build / "audit.json"

    @property
    def kernel(self) -> Path:
        """The chapters' equations as theorems of Coq."""
        return self.root / "kernel"

    @property
    def theorems(self) -> Path:
        """What the chapters' runs told of their claims, to write theorems from."""
        return self.build / "theorems"

    @property
    def proved(self) -> Path:
        """What came of the theorems when Coq was last asked."""
        return self.build / "kernel.json"

    @property
    def readings(self) -> Path:
        """What earlier builds have read back."""
        return self.build / "read-back.json"

    @property
    def stamp(self) -> Path:
        """What the last good site was made of."""
        return self.build / "site-state"

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

    def chapters(self) -> list[Path]:
        """The files the table of contents lists, in its order."""
        return listed_chapters(self.toc, self.book)

    def chapter(self, name: str) -> Path:
        """The file of a chapter, by its address in the book."""
        return self.book / f"{name}.md"

    def name(self, chapter: Path) -> str:
        """A chapter's address in the book: calculus/derivatives."""
        return chapter.relative_to(self.book).with_suffix("").as_posix()

    def relative(self, text: str) -> str:
        """A message with the project's files named from its root, as one types them."""
        return text.replace(f"{self.root}/", "")


def project_of(source: str | Path) -> Project:
    """The project whose chapters lie in this folder, which Sphinx calls its source."""
    return Project(Path(source).parent)
