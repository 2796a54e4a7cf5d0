"""The scores of a chapter's claims."""

from __future__ import annotations

from dataclasses import dataclass

from ..claim import Claim
from ..identity import identity_of
from ..mutants.drawing import Drawn, draw
from ..mutants.scores import Score
from ..mutants.scoring import score
from .engine import engine
from .reviewed import Reviewed
from .workers import Found, Workers


@dataclass(frozen=True)
class Trial:
    """A claim, and the mutants drawn of it; all are tried where none are drawn."""

    claim: Claim
    drawn: Drawn | None = None

    @property
    def key(self) -> str:
        """What the score depends on besides the engine."""
        tried = [m.shown for m in self.drawn.tried] if self.drawn else None
        return f"{self.claim.identity}-{identity_of(tried)}"


def trials_of(
    claims: list[Claim], entries: list[Reviewed], most: int | None
) -> list[Trial]:
    """Each claim of a chapter; most: how many mutants of a statement are drawn."""
    if most is None:
        return [Trial(claim) for claim in claims]
    listed = [{e.mutant.shown for e in entries if e.is_of(c)} for c in claims]
    drawn = draw(claims, listed, most, engine())
    return [Trial(*pair) for pair in zip(claims, drawn, strict=True)]


def scores_of(trials: list[Trial], workers: Workers) -> list[Score]:
    """The score of each trial."""
    found = workers.findings(trials, _scored)
    return [Score.from_dict(each["score"]) for each in found]


def _scored(trial: Trial) -> Found:
    made = score(trial.claim, trial.drawn)
    return {"score": made.as_dict(), "faults": [made.fault] if made.fault else []}
