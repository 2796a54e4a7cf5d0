"""The ledger as files that other programs read: JSON, and two tables."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

from . import wording
from .domain import ProofreadDomain
from .ledger import COUNTED, ledger

COLUMNS: tuple[str, ...] = (
    "key", "chapter", "equation", "kind", "numbered", "title", "topic", "verdict",
    "for_every_size", "steps", "missing",
    "sizes_proved", "sizes_measured", "proof_method", "measurement_method",
    "residual", "tolerance", "points", "attacked",
    "theorems", "re_proved", "second_proof", "weakened",
    "lines", "not_read_back",
    "mutants", "caught_symbolic", "caught_numeric", "without_value", "survivors",
)  # fmt: skip
OF_CHAPTERS: tuple[str, ...] = (
    "chapter", "statements", "hand_typed_in_proofs", "hand_typed_in_theorems",
    "hand_typed_in_exercises",
    "hand_typed_without_relation", "relations_within_lines",
)  # fmt: skip


def as_json(domain: ProofreadDomain) -> str:
    """The ledger as JSON."""
    return json.dumps(ledger(domain), indent=1, ensure_ascii=False) + "\n"


def as_csv(domain: ProofreadDomain) -> str:
    """The statements as a table, refutations last."""
    content, text = ledger(domain), io.StringIO()
    writer = csv.DictWriter(
        text, list(COLUMNS), lineterminator="\n", extrasaction="ignore"
    )
    writer.writeheader()
    for entry in [*content["claims"], *content["refutations"]]:
        flat = {
            "sizes_proved": wording.sizes_text(entry["sizes"]["proved"]),
            "sizes_measured": wording.all_sizes_text(entry["sizes"]["measured"]),
            "caught_symbolic": entry["caught"]["symbolic"],
            "caught_numeric": entry["caught"]["numeric"],
            "attacked": entry["attack"] and entry["attack"]["points"],
            "weakened": "; ".join(entry["weakened"]),
            "survivors": None
            if entry["survivors"] is None
            else len(entry["survivors"]),
        }
        writer.writerow({**entry, **flat})
    return text.getvalue()


def chapters_as_csv(domain: ProofreadDomain) -> str:
    """What is told of each chapter as a table, what else is counted last."""
    content, text = ledger(domain), io.StringIO()
    others: dict[str, int] = content["totals"][COUNTED]
    writer = csv.DictWriter(
        text,
        [*OF_CHAPTERS, *others],
        lineterminator="\n",
        extrasaction="ignore",
        restval=0,
    )
    writer.writeheader()
    writer.writerows({**row, **row[COUNTED]} for row in content["chapters"])
    return text.getvalue()


FILES: dict[str, Callable[[ProofreadDomain], str]] = {
    "ledger.json": as_json,
    "ledger.csv": as_csv,
    "ledger-chapters.csv": chapters_as_csv,
}
