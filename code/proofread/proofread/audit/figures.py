"""The figures of an audit: as JSON for the ledger, and as a table to read."""

from __future__ import annotations

import json
import statistics
from pathlib import Path

from ..mutants.scoring import Audited, Survivor, Tally
from .reviewed import Reviewed

Reasons = dict[tuple[str, Survivor], str]


def figures(
    found: list[Audited], entries: dict[Path, list[Reviewed]], engine: str
) -> str:
    """The figures as JSON, the same bytes for the same scores."""
    claims = {}
    for audited in found:
        key, both = audited.claim.key, audited.score
        why = {(e.claim, e.mutant): e.reason for e in entries[audited.chapter]}
        claims[key] = {
            "fingerprint": audited.claim.fingerprint(),
            "mutants": both.all.mutants,
            "symbolic": both.all.symbolic,
            "numeric": both.all.numeric,
            "survivors": _survivors(key, both.all, why),
            "held_out": {
                "mutants": both.held_out.mutants,
                "caught": both.held_out.caught,
                "survivors": _survivors(key, both.held_out, why),
            },
        }
    record = {"engine": engine, "claims": dict(sorted(claims.items()))}
    return json.dumps(record, indent=1, ensure_ascii=False) + "\n"


def _survivors(key: str, found: Tally, why: Reasons) -> list[dict]:
    """The mutants of one group that survive, each with the reason on the list."""
    return [
        {
            "side": s.side,
            "operator": s.operator,
            "latex": s.latex,
            "reason": s.reason or why.get((key, s), ""),
        }
        for s in found.survivors
    ]


HEADINGS = (
    "",
    "mutants",
    "symbolic",
    "numeric",
    "together",
    "left",
    "held out",
    "left",
)


def table(found: list[Audited]) -> str:
    """Mutants caught by each reader and by both, per chapter and in all."""
    names = sorted({a.chapter for a in found})
    rows = [HEADINGS]
    for name in names:
        rows.append(_row(name.stem, [a for a in found if a.chapter == name]))
    rows.append(_row("all", found))
    lines = [
        "".join(f"{c:>10}" if k else f"{c:<28}" for k, c in enumerate(r)) for r in rows
    ]
    seconds = [a.score.seconds for a in found] or [0.0]
    lines.append(
        f"{len(found)} claims, {statistics.median(seconds):.2f} s each at the median, "
        f"{max(seconds):.2f} s at worst"
    )
    return "\n".join(lines)


def _row(name: str, found: list[Audited]) -> tuple:
    ordinary, extra = [a.score.all for a in found], [a.score.held_out for a in found]
    total = lambda part, those: sum(getattr(t, part) for t in those)  # noqa: E731
    mutants, held = total("mutants", ordinary), total("mutants", extra)
    caught, held_caught = total("caught", ordinary), total("caught", extra)
    alone = [total(part, ordinary) for part in ("symbolic", "numeric")]
    return (name, mutants, *alone, caught, mutants - caught, held, held - held_caught)
