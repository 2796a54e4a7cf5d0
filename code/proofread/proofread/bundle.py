"""What a statement shows: one typed value that page, print, ledger and search read.

A cell's output holds it as JSON under MIME. Deterministic: no times and no paths.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .samples import Sample
from .typed_json import MalformedJSON, mapping, read, written

MIME = "application/vnd.proofread.claim+json"
VERSION = 8  # raised when a field below is added, removed or changes its meaning


class Kind(StrEnum):
    """What is stated."""

    CLAIM = "claim"
    DEFINITION = "definition"
    DERIVATION = "derivation"
    REFUTATION = "refutation"


class Verdict(StrEnum):
    """How a statement fared, the strongest first."""

    PROVED = "proved"
    PROVED_AT_SIZES = "proved at sizes"
    MEASURED_ONLY = "measured only"
    DEFINITION = "definition"
    REFUTED = "refuted"


class Lead(StrEnum):
    """What leads in to a condition, in the order in which conditions are set."""

    FOR_ALL = "for all"
    WHERE = "where"
    GIVEN = "given"
    EQUALITY = "equality when"


@dataclass(frozen=True)
class Condition:
    """What is set under an equation."""

    lead: Lead
    latex: str


@dataclass(frozen=True)
class Row:
    """A line of a derivation, in LaTeX; its reason is MyST with mathematics in $…$.

    left: of the first line alone.  relation: its sign.
    """

    left: str | None
    relation: str
    right: str
    reason: str


@dataclass(frozen=True)
class ProofLine:
    """A line of a proof in index notation, in LaTeX, and why it equals the one before.

    The reason is MyST with mathematics in $…$; the first line has none.  within: the
    line is too long to read, and only what is replaced in it stands here, as a = b.
    aside: an equation that the lines after it show, within the proof.
    relation: LaTeX of what the one before is to it, where that is not equal.
    """

    latex: str
    reason: str
    within: bool = False
    aside: bool = False
    relation: str = "="


@dataclass(frozen=True)
class ProofAccount:
    """How a statement was proved.

    sizes: by name; empty where it holds for all.  lines: of a proof for every size.
    missing: what such a proof lacks, where it was sought and not found.  method: empty
    of what is measured only.
    """

    sizes: dict[str, int]
    method: str
    note: str = ""
    lines: tuple[ProofLine, ...] = ()
    missing: str = ""


@dataclass(frozen=True)
class AttackAccount:
    """What was tried to make a statement fail that is not proved for every size.

    points, searches: at least so many.  reach: the smallest and the largest number,
    zeros aside, that three points reach.  largest: the largest size, whole: the largest
    whole number; 0 for none.
    """

    points: int
    searches: int
    reach: tuple[float, float]
    largest: int
    whole: int


@dataclass(frozen=True)
class MeasurementAccount:
    """How a statement was measured.

    sizes: each by name, of one measurement after the other.  reach: the smallest and
    the largest number, zeros aside, that three points reach.  residual: the largest
    over all points near 1 and at edges; far from 1 six digits agree.  attack: of what
    is only measured, or proved at sizes alone.
    """

    sizes: tuple[dict[str, int], ...]
    points: int
    reach: tuple[float, float]
    residual: float
    tolerance: float
    method: str
    attack: AttackAccount | None = None


@dataclass(frozen=True)
class Counterexample:
    """Where the two sides differ.  values: (name, value) as a reader wants to see them.

    residual: infinite where the sides cannot be compared.  did_you_mean: LaTeX of what
    holds.
    """

    sizes: dict[str, int]
    values: tuple[tuple[str, str], ...]
    left: str
    right: str
    residual: float
    did_you_mean: str | None


@dataclass(frozen=True)
class Bundle:
    """What a statement shows.

    numbered: never, where it is false.  uses: keys of the definitions it relies on.
    proof: of what is measured only, what it lacks; measured_only says why.  message,
    counterexample: of a refutation.  fingerprint: of what is stated, to tell whether an
    audit is of this statement.  sample: what its formulas are worth at a few points.
    weakened: what makes its check weaker than the engine's own, in words.
    """

    key: str
    kind: Kind
    verdict: Verdict
    latex: str
    numbered: bool
    title: str | None
    topic: str | None
    conditions: tuple[Condition, ...]
    uses: tuple[str, ...]
    fingerprint: str
    lines: tuple[Row, ...] = ()
    proof: ProofAccount | None = None
    measurement: MeasurementAccount | None = None
    measured_only: str | None = None
    message: str = ""
    counterexample: Counterexample | None = None
    sample: Sample | None = None
    weakened: tuple[str, ...] = ()


def as_json(bundle: Bundle) -> dict[str, Any]:
    """The bundle as an output keeps it."""
    return {"version": VERSION, **written(bundle)}


def from_json(entry: object) -> Bundle:
    """The bundle that an output holds.

    Raises MalformedJSON where another version of the engine wrote it, and where a field
    is missing, unknown or of another type.
    """
    found = mapping(entry, "a statement")
    name = f"the statement {found.get('key')!r}"
    if (version := found.get("version")) != VERSION:
        told = f"is of version {version}; this engine reads version {VERSION}"
        raise MalformedJSON(f"{name} {told}")
    return read(Bundle, {k: v for k, v in found.items() if k != "version"}, name)
