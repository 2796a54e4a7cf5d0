"""How many displayed lines a page types by hand: as many as are listed, and few.

The list is `proofread_typed` of the configuration, by the name of the page.  It may
only shrink: who types fewer writes the smaller number.
"""

from __future__ import annotations

from collections.abc import Iterator

from .domain import ProofreadDomain

MOST = 5  # of a page


def miscounted(domain: ProofreadDomain) -> Iterator[tuple[str, int, str]]:
    """(page, line, what to do) where a page types another number than is listed."""
    listed: dict[str, int] = domain.env.config["proofread_typed"]
    for page in domain.env.found_docs - listed.keys():
        yield from of_page(domain, page, 0)
    for page, count in listed.items():
        if page not in domain.env.found_docs:
            yield page, 1, "proofread_typed lists a page that is not there: take it off"
        elif count > MOST:
            told = (
                f"proofread_typed lists {count} displayed lines, "
                f"and a page has at most {MOST}: claim some of them"
            )
            yield page, 1, told
        else:
            yield from of_page(domain, page, count)


def of_page(
    domain: ProofreadDomain, page: str, listed: int
) -> Iterator[tuple[str, int, str]]:
    """The first line too many, or the page that has fewer than listed."""
    found = domain.displays.get(page, [])
    counted = (d for d in found if d.place != "text" and d.offence != "within")
    lines = [display.line for display in counted]
    told = (
        f"{len(lines)} displayed lines are typed by hand, "
        f"and proofread_typed lists {listed}"
    )
    if len(lines) > listed:
        yield page, lines[listed], f"{told}: claim this one, or let a sentence hold it"
    elif len(lines) < listed:
        yield page, 1, f"{told}: write the smaller number"
