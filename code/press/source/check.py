"""What an author wrote is looked through before anything is made of it."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from .citation import citation_of
from .contract import check_contract
from .listed import check_all_listed
from .malformed import MalformedError
from .project import Project
from .redirects import check_redirects


def check_sources(project: Project) -> None:
    """Contents, what chapters include and promise, citation, addresses old and own.

    Raises MalformedError at the first that cannot be taken as it is.
    """
    check_all_listed(project.toc, project.book)
    citation_of(project)
    check_redirects(project)
    check_contract(project)
    check_address(os.environ.get("BOOK_URL", ""))


def check_address(address: str) -> None:
    """The book's address, where one is given, is a whole one."""
    parts = urlsplit(address) if address.count("[") == address.count("]") else None
    is_whole = parts and parts.scheme in {"http", "https"} and parts.netloc
    if address and not (is_whole and address.isprintable() and " " not in address):
        what = f"'{address}' is no whole address: give one as https://example.org/book/"
        raise MalformedError(Path("BOOK_URL"), None, what)
