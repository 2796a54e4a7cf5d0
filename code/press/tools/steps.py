"""Steps of a test run: modules started as processes, each with a budget of minutes."""

import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .progress import in_words


@dataclass(frozen=True)
class Step:
    """What it is called, its budget in minutes, and the module it runs.

    The budget is for two cores, and for a book of 48 chapters and 1,000 claims.
    """

    name: str
    minutes: float
    arguments: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """How a step went, and how long it took."""

    step: Step
    passed: bool
    seconds: float

    def __str__(self) -> str:
        budget = self.step.minutes * 60
        late = ", OVER ITS BUDGET" if self.seconds > budget else ""
        took = f"{in_words(self.seconds)} of {in_words(budget)}{late}"
        return f"{'passed' if self.passed else 'FAILED'}  {self.step.name} ({took})"


def run(step: Step, root: Path) -> Outcome:
    """Start the step's module in the project's root, and wait for it."""
    print(f"\n=== {step.name}", flush=True)
    start = time.monotonic()
    command = [sys.executable, "-m", *step.arguments]
    passed = subprocess.run(command, cwd=root, check=False).returncode == 0
    return Outcome(step, passed, time.monotonic() - start)


def summarize(outcomes: Iterable[Outcome]) -> bool:
    """Print how all went, in the order they ran; whether every one passed."""
    outcomes = list(outcomes)
    print("\n=== summary")
    for outcome in outcomes:
        print(outcome)
    spent = sum(outcome.seconds for outcome in outcomes)
    budget = 60 * sum(outcome.step.minutes for outcome in outcomes)
    print(f"in all {in_words(spent)} of {in_words(budget)}")
    failed = sum(not outcome.passed for outcome in outcomes)
    print(f"\n{len(outcomes) - failed} passed, {failed} failed", flush=True)
    return failed == 0
