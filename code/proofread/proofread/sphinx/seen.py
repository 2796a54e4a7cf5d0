"""The gate at the page as built: what a browser displays was stated in this build.

Whatever way it was typed in: as an output that is or looks typeset, as words, as a
formula alone in its paragraph or in the style of a display.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from multiprocessing import parent_process
from pathlib import Path

from sphinx.application import Sphinx

from .addresses import location
from .gate import GateError
from .screen import CODE, Run, Screen
from .signs import (
    WORD,
    holds_rows_that_state,
    is_bare,
    is_set,
    marks,
    states_in_formula,
)
from .sources import Source

LATEX = re.compile(r"\\[a-zA-Z]+|\$")
LIKE_A_NUMBER = re.compile(r"[\s\u2003]\(\d+\.\d+\)\W*$")
DISPLAY = re.compile(r"<math\b[^>]*\bdisplay(?:=\"block\"|style=\"true\")")
CLAIM = "claim it, or say it within a sentence"
DISPLAYED = f"a relation is displayed that no statement of this build made: {CLAIM}, "
UNMARKED = (
    "a line of a proof or an exercise that does not say it is typed: set it between $$,"
    " or say it within a sentence, "
)
NUMBERED = "it looks numbered, and no statement has this number: take the number off, "
ALTERNATIVE = "an image's alternative holds LaTeX or a bare relation: say it in words, "
PRINTED = "a cell prints LaTeX: print plain text, or claim it, "
TYPEWRITER = f"a formula is displayed in typewriter: {CLAIM}, "


class Seen:
    """Reads each page before it is written, and lists at last what must go."""

    def __init__(self) -> None:
        self.refused: dict[str, list[str]] = {}  # by page

    def check_page(
        self, app: Sphinx, page: str, template: str, context: dict[str, str], *_: object
    ) -> None:
        """Note what a page is about to display that was not stated."""
        env, body = app.env, context.get("body", "")
        if page not in env.found_docs:
            return
        found = unstated(body, Source(Path(env.doc2path(page))))
        self.refused[page] = [f"{location(env, page, n)}: {what}" for n, what in found]
        if parent_process():  # of a build in parallel, where a page's notes are lost
            self.refuse(app, None)

    def refuse(self, app: Sphinx, error: Exception | None) -> None:
        """Stop where there is such a page; it goes, so that it is written again."""
        refused = {page: found for page, found in self.refused.items() if found}
        for page in refused:
            Path(app.outdir, app.builder.get_target_uri(page)).unlink(missing_ok=True)
        if refused and error is None:
            raise GateError("\n".join(chain.from_iterable(refused.values())))


def unstated(body: str, source: Source) -> Iterator[tuple[int, str]]:
    """(line, what to do) of all that a page displays and no statement made."""
    runs = [*Screen().runs(body)]
    told = {run.table for run in runs if WORD.search(run.text)} - {0}
    for run in runs:
        source.pass_by(run.text)
        for what, shown in offences(run, is_told=run.table in told):
            yield source.line_of(shown), f"{what}{source.start(shown)}"


def offences(run: Run, *, is_told: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with a run, and the mark or text that shows it.

    is_told: words in the table around it tell what it is.
    """
    for text in run.alternatives:
        if LATEX.search(text) or is_bare(text):
            yield ALTERNATIVE, text
    for text in run.printed:
        if LATEX.search(text):
            yield PRINTED, text
    for text in run.typewriter if not WORD.search(run.text.replace(CODE, " ")) else ():
        if shown := next(filter(is_set, text.splitlines()), ""):
            yield TYPEWRITER, shown
    states = [formula for formula in run.formulas if states_in_formula(formula)]
    shown = [*displayed(run, states, is_told=is_told)]
    if shown and not run.marked:
        yield UNMARKED if run.typed else DISPLAYED, shown[0]
    elif shown and LIKE_A_NUMBER.search(f"{marks(shown[-1])}{run.text.rstrip()}"):
        yield NUMBERED, shown[-1]


def displayed(run: Run, states: list[str], *, is_told: bool) -> Iterable[str]:
    """The relations of a run that are seen by themselves.

    states: its formulas that state one.
    """
    if states and not WORD.search(run.text) and not is_told:
        return states
    if not run.formulas and not is_told and is_bare(run.text):
        return [run.text]
    return (f for f in states if DISPLAY.match(f) or holds_rows_that_state(f))
