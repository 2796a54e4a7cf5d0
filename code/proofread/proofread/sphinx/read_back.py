"""What is printed is what was proved: every statement is read back, or the build stops.

Each statement is read from the engine's LaTeX when all pages are known, from the page
as it is about to be written, and from the book's LaTeX.  What was read once is kept
under the digest of the statement and of what was read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import SphinxError

from ..bundle import Bundle
from ..reading import Formulas
from . import renderings
from .addresses import location
from .domain import ProofreadDomain, domain_of
from .noted import Shown
from .readings import Readings

LEAST = 0.95  # of the numbered statements are read back, or the build stops


class ReadBackError(SphinxError):
    """The book prints something else than what was proved."""

    category = "Misprinted mathematics"


def begin(app: Sphinx) -> None:
    """Take what earlier builds have read."""
    domain = domain_of(app.env)
    path = Path(app.confdir, app.config.proofread_read_back)
    domain.readings = Readings(path, app.config.proofread_unread)


def check_book(domain: ProofreadDomain) -> None:
    """Stop where a statement is printed otherwise than it was proved."""
    found = list(domain.statements())
    refuse(domain, ((shown, _in_bundle(domain, shown)) for shown in found))
    numbered = [shown.bundle for shown in found if shown.bundle.numbered]
    if not any(bundle.sample for bundle in numbered):
        return
    unread = [bundle for bundle in numbered if domain.readings.unread(bundle)]
    if len(unread) > (1 - LEAST) * len(numbered):
        what = f"{len(unread)} of {len(numbered)} statements are not read"
        raise ReadBackError(f"{what}: at least {LEAST:.0%} have to be")


def _in_bundle(domain: ProofreadDomain, shown: Shown) -> str:
    bundle = shown.bundle
    if bundle.sample is None:
        return ""
    source = json.dumps([bundle.latex, [c.latex for c in bundle.conditions]])
    found = _fault(domain, shown, source, renderings.in_bundle(bundle))
    if bundle.key not in domain.readings.listed:
        return found
    return "" if found else "it is read back: take it off proofread_unread"


def _fault(
    domain: ProofreadDomain, shown: Shown, source: str, formulas: Formulas
) -> str:
    used = relied_on(domain, shown.bundle)
    return domain.readings.fault(shown.bundle, used, source, formulas)


def relied_on(domain: ProofreadDomain, bundle: Bundle) -> list[Bundle]:
    """The definitions that a statement relies on, and those that these rely on."""
    found: dict[str, Bundle] = {}
    pending = domain.definitions_of(bundle)
    while pending:
        definition = pending.pop(0).bundle
        if definition.key not in found:
            found[definition.key] = definition
            pending += domain.definitions_of(definition)
    return list(found.values())


def check_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, str], *_: object
) -> None:
    """Stop where a page is about to show a statement otherwise than it was proved."""
    domain, body = domain_of(app.env), context.get("body", "")
    try:
        refuse(domain, _faults_in_page(domain, pagename, body))
    except ReadBackError:
        outdated = Path(app.outdir, app.builder.get_target_uri(pagename))
        outdated.unlink(missing_ok=True)  # the next build is to write it again
        raise


def _faults_in_page(
    domain: ProofreadDomain, page: str, body: str
) -> Iterator[tuple[Shown, str]]:
    for shown in domain.shown.get(page, ()) if "<math" in body else ():
        bundle = shown.bundle
        if domain.readings.unread(bundle):
            continue
        if box := renderings.box(body, bundle):
            formulas = renderings.in_page(box)
            yield shown, _fault(domain, shown, box, formulas)
        else:
            yield shown, "its box is not on the page"
    yield from _faults_in_repeated(domain, body)


def _faults_in_repeated(
    domain: ProofreadDomain, body: str
) -> Iterator[tuple[Shown, str]]:
    """What is wrong with statements that a page repeats; of a derivation, its ends."""
    for key, box in renderings.again(body) if "<math" in body else ():
        shown = domain.find(key)
        if shown is None or shown.bundle.lines or domain.readings.unread(shown.bundle):
            continue
        yield shown, _fault(domain, shown, box, renderings.in_page(box))


def check_print(app: Sphinx, error: Exception | None) -> None:
    """Stop where the LaTeX of the book states something else than was proved."""
    if error or app.builder.format != "latex":
        return
    domain = domain_of(app.env)
    for path in sorted(Path(app.outdir).glob("*.tex")):
        text = path.read_text(encoding="utf-8")
        if r"\begin{document}" in text:
            refuse(domain, _faults_in_print(domain, text))


def _faults_in_print(domain: ProofreadDomain, text: str) -> Iterator[tuple[Shown, str]]:
    for shown in domain.statements():
        bundle = shown.bundle
        if domain.readings.unread(bundle):
            continue
        if part := renderings.printed(text, shown.page, bundle):
            formulas = renderings.in_print(part, bundle)
            yield shown, _fault(domain, shown, part, formulas)
        elif renderings.is_printed(text, shown.page):
            yield shown, "it is not in print"


def refuse(domain: ProofreadDomain, found: Iterator[tuple[Shown, str]]) -> None:
    """Raise a ReadBackError that lists every fault with its file and line."""
    lines = [
        f"{location(domain.env, s.page, s.line)}: “{s.bundle.key}” is printed otherwise"
        f" than it was proved: {fault}"
        for s, fault in found
        if fault
    ]
    if lines:
        raise ReadBackError("\n".join(lines))
