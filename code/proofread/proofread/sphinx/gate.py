"""The gate: every offence is listed with its file and line, then the build stops."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx.errors import SphinxError

from ..bundle import Kind
from ..running.accounts import UNSHOWN
from . import inline, typed
from .addresses import location
from .allowed import miscounted
from .domain import ProofreadDomain
from .misquoted import misquoted
from .noted import Shown
from .relations import states_relation
from .signs import is_bare

Offence = tuple[str, int, str]  # page, line, what is wrong
ALONE = re.compile(r"\$([^$]*)\$[.,;:]?")
LATEX = re.compile(r"\\[a-zA-Z]+|\$")

REMEDIES = {
    "numbered": "a numbered equation that is neither claim nor definition: claim it",
    "relation": "a displayed relation typed by hand, in no proof or exercise: claim it",
    "theorem": "a theorem's displayed relation, typed by hand, with no proof or"
    " citation below: claim it, or add one",
    "within": "a relation in display style within a line of a proof or an exercise:"
    " set it between $$",
}


class GateError(SphinxError):
    """The book shows something that was not checked."""

    category = "Unchecked mathematics"


def check(domain: ProofreadDomain) -> None:
    """Raise a GateError that lists every offence in the book, if there is one."""
    rules = (
        *(displays, disguised, miscounted, inline.refused, typed.wrong, misquoted),
        *(titled, reasoned, duplicates, hidden, unused, lost, proved_though_false),
    )
    order = {page: i for i, page in enumerate(domain.reading_order())}
    found = sorted(
        {offence for rule in rules for offence in rule(domain)},
        key=lambda offence: (order.get(offence[0], len(order)), *offence[1:]),
    )
    if found:
        env = domain.env
        lines = (f"{location(env, page, line)}: {text}" for page, line, text in found)
        count = "1 offence" if len(found) == 1 else f"{len(found)} offences"
        raise GateError("\n".join([count, *lines]))


def displays(domain: ProofreadDomain) -> Iterator[Offence]:
    """Displays typed by hand: numbered, or a relation stated in running text."""
    for page, found in domain.displays.items():
        for display in found:
            if display.offence:
                start = " ".join(display.latex.split())[:60]
                yield page, display.line, f"{REMEDIES[display.offence]}, {start}"


def disguised(domain: ProofreadDomain) -> Iterator[Offence]:
    """What is typed to look like something else."""
    for page, found in domain.forged.items():
        yield from ((page, *offence) for offence in found)


def titled(domain: ProofreadDomain) -> Iterator[Offence]:
    """Titles and topics that state something themselves."""
    for shown in domain.statements():
        for text in filter(None, (shown.bundle.title, shown.bundle.topic)):
            if LATEX.search(text) or is_bare(text):
                what = f"a title that is a formula: say it in words, {text}"
                yield shown.page, shown.line, what


def reasoned(domain: ProofreadDomain) -> Iterator[Offence]:
    """Reasons of a derivation that are a relation with no word beside it."""
    for shown in domain.statements():
        for row in shown.bundle.lines:
            alone = ALONE.fullmatch(row.reason.strip())
            if alone and states_relation(alone[1]):
                what = f"a reason that is a relation: say it in words, {row.reason}"
                yield shown.page, shown.line, what


def duplicates(domain: ProofreadDomain) -> Iterator[Offence]:
    """Keys shown more than once."""
    first: dict[str, Shown] = {}
    for shown in domain.statements():
        key = shown.bundle.key
        other = first.setdefault(key, shown)
        if other is not shown:
            where = location(domain.env, other.page, other.line)
            text = f"the key “{key}” is already used at {where}: choose another"
            yield shown.page, shown.line, text


def hidden(domain: ProofreadDomain) -> Iterator[Offence]:
    """Keys that a cell writes and its page does not show."""
    for page, written in domain.written.items():
        visible = {shown.bundle.key for shown in domain.shown.get(page, [])}
        for call in written:
            if call.key not in visible:
                text = f"{call.verb} “{call.key}” {UNSHOWN}"
                yield page, call.place.line, text


def unused(domain: ProofreadDomain) -> Iterator[Offence]:
    """Numbered definitions that no statement relies on."""
    for shown in domain.statements(Kind.DEFINITION):
        key = shown.bundle.key
        users = [user for user in domain.users_of(key) if user.bundle.key != key]
        if shown.bundle.numbered and not users:
            text = f"no claim uses the definition “{key}”: pass it in a `where`, or"
            yield shown.page, shown.line, f"{text} give it numbered=False"


def proved_though_false(domain: ProofreadDomain) -> Iterator[Offence]:
    """What is refuted, and stands among the theorems all the same."""
    for shown in domain.statements(Kind.REFUTATION):
        if file := domain.second_proofs.file_with(shown.bundle.fingerprint):
            text = f"“{shown.bundle.key}” is refuted, and {file} has it as a theorem"
            yield shown.page, shown.line, f"{text}: one of the two is wrong"


def lost(domain: ProofreadDomain) -> Iterator[Offence]:
    """Places for the proofs of a page that shows no statement."""
    for page, places in domain.collected.items():
        for place in places:
            if place.of and not domain.shown.get(place.of):
                text = f"no page “{place.of}” shows a statement: name a chapter"
                yield page, place.line, text
