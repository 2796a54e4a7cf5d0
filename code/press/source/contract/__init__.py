"""What a chapter promises its reader, and the linter that holds it to that.

A chapter that does not yet keep all of it stands on a list, which only shrinks.
"""

from collections.abc import Iterator
from pathlib import Path

from ..front import front_matter
from ..malformed import MalformedError, read_text
from ..project import Project
from .cells import of_this_seed, refused
from .exercises import incomplete
from .figures import undrawn
from .numbers import typed_numbers, unexplained
from .prose import Piece, pieces
from .quantifiers import unchecked
from .tables import unheaded
from .theorems import unfounded

MOST_WORDS = 4500
Complaint = tuple[int | None, str]  # the line, and what to do


def broken_promises(project: Project) -> Iterator[MalformedError]:
    """All that converted chapters do not keep, in the order of the contents."""
    for path in converted(project):
        for line, what in complaints(path):
            yield MalformedError(path, line, what)


def converted(project: Project) -> list[Path]:
    """The chapters and pages that are held to the contract, in their order."""
    unconverted = listed_unconverted(project)
    return [
        path
        for path in project.chapters()
        if project.name(path) not in unconverted and path.suffix == ".md"
    ]


def complaints(path: Path) -> list[Complaint]:
    """What a chapter does not keep, by line."""
    text = read_text(path)
    read, listed = list(pieces(text)), front_matter(text, path).get("typed", {})
    found = [*incomplete(text), *refused(text), *unexplained(read, listed)]
    found += [*unfounded(text), *unchecked(text), *undrawn(text), *unheaded(text)]
    found += too_long(read)
    return sorted(found, key=lambda complaint: complaint[0] or 0)


def check_contract(project: Project) -> None:
    """Raise MalformedError, which tells all that converted chapters do not keep."""
    broken = list(broken_promises(project))
    if broken:
        first, *others = broken
        rest = "".join(f"\n{error}" for error in others)
        raise MalformedError(first.path, first.line, f"{first.what}{rest}")


def listed_unconverted(project: Project) -> list[str]:
    """The chapters that are not held to the contract yet; each is one of the book."""
    known = {project.name(path) for path in project.chapters()}
    try:
        listed = project.unconverted.read_text("utf-8").split()
    except FileNotFoundError:
        return []
    for line, name in enumerate(listed, 1):
        if name not in known:
            what = f"there is no chapter {name}: take it off the list"
            raise MalformedError(project.unconverted, line, what)
    return listed


def too_long(read: list[Piece]) -> Iterator[Complaint]:
    """A complaint of more words than a chapter has."""
    seen = (p for p in read if p.kind == "words" and "slide" not in p.within)
    words = sum(len(piece.text.split()) for piece in seen)
    if words > MOST_WORDS:
        yield None, f"{words} words, and a chapter has {MOST_WORDS}: cut, or split it"


def counts(text: str) -> dict[str, int]:
    """What the ledger tells of a chapter's source."""
    return {
        "numbers typed by hand": sum(1 for _ in typed_numbers(pieces(text))),
        "asserts of one seed": of_this_seed(text),
    }
