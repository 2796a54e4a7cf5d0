"""The chapters that the table of contents lists, each a file that is there."""

import re
import unicodedata
from pathlib import Path

from .includes import included_in
from .malformed import MalformedError, line_of, read_mapping, read_text

ADDRESS = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*(/[a-z0-9]+([-_.][a-z0-9]+)*)*")
PLACE = re.compile(r"^(.*) @ '/?(.*?)/?'$")
SUFFIXES = (".md", ".ipynb")


def listed_chapters(toc: Path, book: Path) -> list[Path]:
    """The files that _toc.yml lists, in its order.

    Raises MalformedError where it is not a table of contents, or a file is missing.
    """
    from sphinx_external_toc import parsing  # a second to import

    told = read_mapping(toc)
    try:
        names = [*parsing.parse_toc_data(told)]
    except parsing.MalformedError as error:
        raise _misshapen(toc, str(error)) from error
    except (AttributeError, TypeError, ValueError) as error:
        what = f"this is no table of contents ({error}): begin with format: and root:"
        raise MalformedError(toc, 1, what) from error
    return [_file_named(name, toc, book) for name in names]


def check_all_listed(toc: Path, book: Path) -> None:
    """Each chapter of the book is listed, or part of one that is.

    Raises MalformedError; files and folders that begin with _ or . are let be.
    """
    listed = listed_chapters(toc, book)
    parts = {part for path in listed for part in included_in(path, book)}
    for path in sorted(book.rglob("*")):
        inside = path.relative_to(book).parts
        if path.suffix not in SUFFIXES or any(part[0] in "._" for part in inside):
            continue
        if path not in listed and path.resolve() not in parts:
            name = path.relative_to(book).with_suffix("").as_posix()
            what = (
                f"no chapter, for {toc.name} does not list it: add '- file: {name}' "
                "there, or let its name begin with _ to leave it out"
            )
            raise MalformedError(path, None, what)


def _file_named(name: str, toc: Path, book: Path) -> Path:
    stem = name.removesuffix(".md").removesuffix(".ipynb")
    if not ADDRESS.fullmatch(stem):
        what = (
            f"'{name}' cannot be an address on the web: name the file with the letters "
            f"a to z, digits and hyphens, as in {_as_address(stem)}.md"
        )
        raise MalformedError(toc, _line_that_says(name, toc), what)
    for path in (book / name, *(book / f"{name}{suffix}" for suffix in SUFFIXES)):
        if path.is_file():
            return path
    what = (
        f"there is no chapter {book.name}/{stem}.md: write it, or take this line out "
        "(say in _redirects.yml where its readers should go)"
    )
    raise MalformedError(toc, _line_that_says(name, toc), what)


def _line_that_says(name: str, toc: Path) -> int | None:
    lines = read_text(toc).splitlines()
    said = re.compile(
        rf"\b(?:file|root): *['\"]?{re.escape(name)}['\"]?\s*(?:[,}}#]|$)"
    )
    return next((n for n, line in enumerate(lines, 1) if said.search(line)), None)


def _as_address(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9/]+", "-", plain.lower()).strip("-") or "chapter"


def _misshapen(toc: Path, said: str) -> MalformedError:
    """What the contents' reader says, with the line of what it speaks of."""
    found = PLACE.match(said)
    reason, place = (found[1], found[2]) if found else (said, "")
    keys = [int(key) if key.isdigit() else key for key in place.split("/") if key]
    what = f"{reason}: the chapters of a part stand below 'chapters:' as '- file: name'"
    return MalformedError(toc, line_of(toc, keys), what)
