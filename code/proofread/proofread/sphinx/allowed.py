"""How many displayed lines a page types by hand: as many as are listed, and few.

The list is `proofread_typed` of the configuration, by the name of the page.  It may
only shrink: who types fewer writes the smaller number.
"""

from __future__ import annotations

from collections.abc import Iterator

from .domain import ProofreadDomain

MOST = 5  # of a page
NAME = "proofread_typed"
MORE = (
    "{} displayed lines are typed by hand, and {} lists {}: claim this one, or let the"
    " sentence hold it"
)
FEWER = (
    "{} displayed lines are typed by hand, and {} lists {}: write the smaller number"
)
TOO_MANY = "{} lists {} displayed lines, and a page has at most {}: claim some of them"
NO_PAGE = "{} lists a page that is not there: take it off"


def miscounted(domain: ProofreadDomain) -> Iterator[tuple[str, int, str]]:
    """(page, line, what to do) where a page types another number than is listed."""
    listed: dict[str, int] = domain.env.config[NAME]
    for page in domain.env.found_docs - listed.keys():
        yield from of_page(domain, page, 0)
    for page, count in listed.items():
        if page not in domain.env.found_docs:
            yield page, 1, NO_PAGE.format(NAME)
        elif count > MOST:
            yield page, 1, TOO_MANY.format(NAME, count, MOST)
        else:
            yield from of_page(domain, page, count)


def of_page(
    domain: ProofreadDomain, page: str, listed: int
) -> Iterator[tuple[str, int, str]]:
    """The first line too many, or the page that has fewer than listed."""
    found = domain.displays.get(page, [])
    lines = [display.line for display in found if display.place != "text"]
    if len(lines) > listed:
        yield page, lines[listed], MORE.format(len(lines), NAME, listed)
    elif len(lines) < listed:
        yield page, 1, FEWER.format(len(lines), NAME, listed)
