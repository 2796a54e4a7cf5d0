"""Every key that a chapter writes or states, accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..chapters.cells import Chapter
from ..chapters.written import keys_written
from .events import Failed, Stated

UNSHOWN = "is not shown on the page: take off the tag that hides its cell"


def unaccounted(
    chapter: Chapter, stated: Iterable[Stated], failed: Iterable[Failed]
) -> Iterator[Failed]:
    """What is stated twice, stated out of sight, or written and never stated.

    A key that a cell spells out must be stated when the cells run, though it be inside
    a function that nothing calls or a branch that is not taken: whoever reads the cell
    takes it for checked.
    """
    stated = list(stated)
    yield from _twice_or_unshown(stated)
    known = {*(s.key for s in stated), *(failure.key for failure in failed)}
    for call in keys_written(chapter.cells):
        if call.key not in known:
            what = f"{call.verb} “{call.key}” is written here and never stated"
            yield Failed(call.place, f"{what}: run it, or delete it", call.key)


def _twice_or_unshown(stated: list[Stated]) -> Iterator[Failed]:
    first: dict[str, Stated] = {}
    for statement in stated:
        key, kind = statement.key, statement.kind
        before = first.setdefault(key, statement)
        if before is not statement:
            what = f"the key “{key}” is already used at {before.place}: choose another"
            yield Failed(statement.place, what, key)
        if not statement.shown:
            yield Failed(statement.place, f"{kind} “{key}” {UNSHOWN}", key)
