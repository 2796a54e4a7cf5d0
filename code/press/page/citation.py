"""How a page is cited: for readers as BibTeX, for catalogs as tags in its head."""

import re
from pathlib import Path

from ..source.citation import Citation
from ..source.history import days_of_change


def bibtex(work: Citation, title: str, name: str, day: str, address: str) -> str:
    """An entry for one page of the book."""
    key = re.sub(r"\W+", "-", name).strip("-")
    year = day[:4] or str(work.year)
    fields = {
        "title": title,
        "author": f"{{{work.authors}}}",
        "booktitle": work.title,
        "year": year,
        "version": work.version,
        "url": address,
    }
    lines = [f"  {name:<9} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@incollection{{{key},", *lines, "}"])


def tags(
    work: Citation, title: str, *, is_front: bool, address: str, pdf: str
) -> list[tuple[str, str]]:
    """Names and contents of the tags by which catalogs of works know a page."""
    told = [("citation_title", work.title if is_front else title)]
    told += [("citation_author", work.authors)]
    told += [] if is_front else [("citation_inbook_title", work.title)]
    told += [("citation_publication_date", f"{work.released:%Y/%m/%d}")]
    told += [("citation_language", "en")]
    told += [("citation_public_url", address)] if address else []
    told += [("citation_pdf_url", pdf)] if pdf else []
    return told


def last_change(folder: Path, file: str) -> str:
    """The day of a file's last recorded change, or nothing outside a repository."""
    return days_of_change(folder).get(file, "")
