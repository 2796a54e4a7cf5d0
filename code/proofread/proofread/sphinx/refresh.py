"""Which pages to write again, as what they show of others has changed."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from sphinx.environment import BuildEnvironment

from ..typed_json import written
from . import ledger
from .domain import ProofreadDomain
from .noted import Shown
from .second_proofs import SecondProof


def stale_pages(domain: ProofreadDomain) -> list[str]:
    """The pages that show something else than when they were last written."""
    book = digest([ledger.ledger(domain), [*domain.statements()], titles(domain.env)])
    now = {page: collected(domain, page, book) for page in pages_that_collect(domain)}
    others = domain.shown.keys() - now.keys()
    now |= {page: page_digest(domain, page) for page in others}
    before, domain.data["digests"] = domain.data["digests"], now
    return sorted(page for page in now if before.get(page) != now[page])


def titles(env: BuildEnvironment) -> list[list[str]]:
    """The titles of all pages."""
    return sorted([page, title.astext()] for page, title in env.titles.items())


def pages_that_collect(domain: ProofreadDomain) -> set[str]:
    """The pages that repeat what stands on others."""
    return {page for page, places in domain.collected.items() if places}


def collected(domain: ProofreadDomain, page: str, book: str) -> str:
    """Changes with what a page repeats: of the pages that it names, else the book."""
    named = [place.of for place in domain.collected[page]]
    if not all(named):
        return book
    shown = [statement for other in named for statement in domain.shown.get(other, [])]
    return digest([[s, domain.equation_number(s), second(domain, s)] for s in shown])


def second(domain: ProofreadDomain, shown: Shown) -> SecondProof | None:
    """What Coq's kernel has of a statement."""
    return domain.second_proofs.of(shown.bundle)


def page_digest(domain: ProofreadDomain, page: str) -> str:
    """Changes with what the badges of a page take from elsewhere."""
    bundles = [shown.bundle for shown in domain.shown[page]]
    related = [
        [other.page, other.bundle.key, domain.equation_number(other)]
        for bundle in bundles
        for other in domain.related(bundle)
    ]
    citing = [domain.citing(bundle.key) for bundle in bundles]
    audits = [domain.audit_row(bundle) for bundle in bundles]
    linked = [domain.pages_with("ledger"), domain.pages_with("proofs", page)]
    again = [second(domain, shown) for shown in domain.shown[page]]
    quoted = [domain.find(quotation.key) for quotation in domain.quoted.get(page, ())]
    set_here = [shown.bundle.latex if shown else "" for shown in quoted]
    return digest(
        [related, citing, audits, later(domain, page), set_here, again, *linked]
    )


def later(domain: ProofreadDomain, page: str) -> list[str]:
    """The statements of later pages that a page refers to."""
    keys = {cited.key for cited in domain.data["cited"].get(page, ())}
    shown = filter(None, map(domain.find, sorted(keys)))
    return [s.bundle.key for s in shown if domain.is_later(s.page, page)]


def digest(value: Any) -> str:
    """The same text for the same content."""
    text = json.dumps(written(value), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
