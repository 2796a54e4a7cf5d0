"""The figures of an audit: as JSON for the ledger, and as a table to read."""

from __future__ import annotations

import json
import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..claim import identity_of_statement
from ..mutants.scores import Tally
from ..mutants.scoring import Audited
from .engine import engine
from .reviewed import Reviewed

VERSION = 3  # raised when a row below gains, loses or changes a field


def record(claims: Mapping[str, Any], drawn: int | None) -> str:
    """The rows of all claims as JSON, the same bytes for the same scores.

    drawn: how many mutants were drawn of each statement, or None where all were tried.
    """
    head = {"version": VERSION, "engine": engine(), "drawn": drawn}
    told = {**head, "claims": dict(sorted(claims.items()))}
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def rows(found: list[Audited], entries: list[Reviewed]) -> dict[str, Any]:
    """A row for each statement of a chapter, as the ledger shows it."""
    statements: dict[str, list[Audited]] = defaultdict(list)
    for audited in found:
        statements[audited.claim.key].append(audited)
    return {key: _row_of(parts, entries) for key, parts in statements.items()}


def _row_of(parts: list[Audited], entries: list[Reviewed]) -> dict[str, Any]:
    """What was found of a claim, or of a derivation over all its lines."""
    ordinary = [a.score.all for a in parts]
    extra = [a.score.held_out for a in parts]
    left, held_left = (
        [s for a in parts for s in _survivors(a, tally, entries)]
        for tally in ("all", "held_out")
    )
    return {
        "fingerprint": identity_of_statement([a.claim for a in parts]),
        "mutants": sum(t.mutants for t in ordinary),
        **_drawn_from(ordinary),
        "symbolic": sum(t.symbolic for t in ordinary),
        "numeric": sum(t.numeric for t in ordinary),
        "without_value": sum(t.without_value for t in ordinary),
        "survivors": left,
        "held_out": _held_out(extra, held_left),
    }


def _held_out(tallies: list[Tally], left: list[dict[str, Any]]) -> dict[str, Any]:
    """The same of the operators that nobody looks at while mending the engine."""
    return {
        "mutants": sum(t.mutants for t in tallies),
        "caught": sum(t.caught for t in tallies),
        "without_value": sum(t.without_value for t in tallies),
        "survivors": left,
    }


def _drawn_from(tallies: list[Tally]) -> dict[str, int]:
    """How many mutants there are, where they were drawn."""
    offered = [t.offered for t in tallies if t.offered is not None]
    return {"drawn_from": sum(offered)} if offered else {}


def _survivors(
    a: Audited, tally: str, entries: list[Reviewed]
) -> Iterator[dict[str, Any]]:
    """The mutants of one group that survive, each with the reason on the list."""
    listed = [e for e in entries if e.is_of(a.claim)]
    why = {e.mutant: e.reason for e in listed}
    line = {"line": a.claim.number} if a.claim.line else {}
    for s in getattr(a.score, tally).survivors:
        yield {
            **line,
            "side": s.side,
            "operator": s.operator,
            "latex": s.latex,
            "reason": s.reason or why.get(s, ""),
        }


HEADINGS = (
    "",
    "mutants",
    "symbolic",
    "numeric",
    "together",
    "no value",
    "left",
    "held out",
    "no value",
    "left",
)


def table(by_chapter: Mapping[Path, list[int]], seconds: list[float]) -> str:
    """Mutants caught by each reader and by both, per chapter and in all.

    by_chapter: the counts of each; seconds: of each claim.
    """
    lines = [_line(HEADINGS)]
    lines += [_line((path.stem, *by_chapter[path])) for path in sorted(by_chapter)]
    lines.append(_line(("all", *map(sum, zip(*by_chapter.values(), strict=True)))))
    middle, longest = (f(seconds or [0.0]) for f in (statistics.median, max))
    lines.append(
        f"{len(seconds)} claims and lines of derivations, {middle:.2f} s each at the "
        f"median, {longest:.2f} s at worst"
    )
    return "\n".join(lines)


def _line(row: tuple[str | int, ...]) -> str:
    return "".join(f"{c:>10}" if k else f"{c:<28}" for k, c in enumerate(row))


def offered(found: list[Audited]) -> int:
    """How many mutants of a chapter there are to draw from."""
    both = (t for a in found for t in (a.score.all, a.score.held_out))
    return sum(t.offered or 0 for t in both)


def counts(found: list[Audited]) -> list[int]:
    """What a chapter's row of the table counts."""
    ordinary, extra = [a.score.all for a in found], [a.score.held_out for a in found]
    return [
        sum(t.mutants for t in ordinary),
        sum(t.symbolic for t in ordinary),
        sum(t.numeric for t in ordinary),
        sum(t.caught for t in ordinary),
        sum(t.without_value for t in ordinary),
        sum(len(t.survivors) for t in ordinary),
        sum(t.mutants for t in extra),
        sum(t.without_value for t in extra),
        sum(len(t.survivors) for t in extra),
    ]
