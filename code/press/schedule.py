"""Which chapter runs next, and when all will be done."""

import time
from collections.abc import Mapping


class Schedule:
    """Chapters longest first, and the time left when `workers` run at once.

    seconds: how long a chapter took the last time; unknown ones count as average.
    """

    def __init__(
        self, names: list[str], seconds: Mapping[str, float], workers: int
    ) -> None:
        known = [seconds[name] for name in names if name in seconds]
        self.knows_some = bool(known)
        average = sum(known) / len(known) if known else 0.0
        self.expected = {name: seconds.get(name, average) for name in names}
        self.waiting = sorted(
            names, key=lambda name: seconds.get(name, float("inf")), reverse=True
        )
        self.started: dict[str, float] = {}
        self.finished: dict[str, float] = {}
        self.workers = workers

    def next(self) -> str | None:
        """The longest chapter that still waits, now started."""
        if not self.waiting:
            return None
        name = self.waiting.pop(0)
        self.started[name] = time.monotonic()
        return name

    def finish(self, name: str) -> float:
        """How long a chapter ran, now that it ended."""
        self.finished[name] = time.monotonic() - self.started.pop(name)
        return self.finished[name]

    @property
    def running(self) -> list[str]:
        return list(self.started)

    def time_left(self) -> float | None:
        """Seconds until the last chapter ends; None as long as nothing is known."""
        if not self.knows_some and not self.finished:
            return None
        now, pace = time.monotonic(), self._pace()
        running = [
            max(self._expected(name) * pace - (now - start), 0.0)
            for name, start in self.started.items()
        ]
        waiting = [self._expected(name) * pace for name in self.waiting]
        shared = sum(running + waiting) / self.workers
        return max([shared, *running, *waiting[:1]])

    def _expected(self, name: str) -> float:
        if self.knows_some:
            return self.expected[name]
        return sum(self.finished.values()) / len(self.finished)

    def _pace(self) -> float:
        """How much slower this run is than the last, from the chapters that ended."""
        expected = sum(self.expected[name] for name in self.finished)
        if not self.knows_some or not expected:
            return 1.0
        return sum(self.finished.values()) / expected
