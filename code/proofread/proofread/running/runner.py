"""One chapter run and judged: what stands, what fails, and where."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..chapters.cells import Chapter, ChapterError, read_chapter
from ..chapters.places import Place
from ..chapters.written import engine_imported
from .accounts import unaccounted
from .events import Begun, Ended, Event, Failed, Found, Stated
from .process import AS_EVER, How, Process, Stopped


@dataclass
class Outcome:
    """What a run of a chapter came to.

    imports: where it imports the engine, if it does.  found: what was made of its
    claims.
    """

    path: Path
    stated: list[Stated] = field(default_factory=list[Stated])
    failed: list[Failed] = field(default_factory=list[Failed])
    imports: Place | None = None
    found: Any = None

    def take(self, event: Event) -> None:
        """Keep what an event says."""
        if isinstance(event, Stated):
            self.stated.append(event)
        elif isinstance(event, Failed):
            self.failed.append(event)
        elif isinstance(event, Found):
            self.found = event.value


def run_chapter(
    path: Path, how: How = AS_EVER, hear: Callable[[Event], None] = lambda event: None
) -> Outcome:
    """Run a chapter in a process of its own.

    hear: is told of every statement and every failure as it comes.
    """
    outcome = Outcome(path.absolute())
    for event in _events(outcome, how):
        outcome.take(event)
        hear(event)
    return outcome


def _events(outcome: Outcome, how: How) -> Iterator[Event]:
    try:
        chapter = read_chapter(outcome.path)
    except ChapterError as error:
        yield Failed(error.place, error.what)
        return
    outcome.imports = engine_imported(chapter.cells)
    if (yield from _run(chapter, how)):
        yield from unaccounted(chapter, outcome.stated, outcome.failed)


def _run(chapter: Chapter, how: How) -> Generator[Event, None, bool]:
    """Whether every cell has run, as far as the build would run it."""
    cells = [cell for cell in chapter.cells if cell.runs]
    if not cells:
        return True
    complete, at = False, Begun(cells[0].start, cells[0].number)
    with Process(chapter.path, how) as process:
        try:
            for event in process.events(how.timeout):
                at = event if isinstance(event, Begun) else at
                complete = event.complete if isinstance(event, Ended) else complete
                yield event
        except Stopped as stopped:
            what = f"cell {at.number} failed: {stopped}"
            yield Failed(at.place, what, printed=process.printed_since(at))
            complete = False
    return complete
