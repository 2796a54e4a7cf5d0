"""Which chapter runs next, and when all will be done."""

import time
from collections.abc import Callable, Mapping


class Schedule:
    """Chapters longest first, and the time left when `workers` run at once.

    cells: how many code cells each chapter has; seconds: how long some of them took the
    last time; the others are judged by their cells.
    """

    def __init__(
        self,
        cells: Mapping[str, int],
        seconds: Mapping[str, float],
        workers: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.cells = cells
        self.seconds = seconds
        self.workers = workers
        self.clock = clock
        longest_first = {name: seconds.get(name, float("inf")) for name in cells}
        self.waiting = sorted(cells, key=longest_first.__getitem__, reverse=True)
        self.started: dict[str, float] = {}
        self.reached: dict[str, int] = {}
        self.finished: dict[str, float] = {}

    def next(self) -> str | None:
        """The longest chapter that still waits, now started."""
        if not self.waiting:
            return None
        name = self.waiting.pop(0)
        self.started[name] = self.clock()
        self.reached[name] = 0
        return name

    def reach(self, name: str, cell: int) -> None:
        """Note the code cell, counted from 1, at which a chapter now is."""
        self.reached[name] = cell

    def finish(self, name: str) -> float:
        """How long a chapter ran, now that it ended."""
        self.finished[name] = self.clock() - self.started.pop(name)
        del self.reached[name]
        return self.finished[name]

    def time_left(self) -> float | None:
        """Seconds until the last chapter ends; None as long as nothing is known."""
        per_cell = self._seconds_per_cell()
        if per_cell is None and not self.seconds:
            return None
        now = self.clock()
        running = [
            max(self._expected(name, per_cell) - (now - start), 0.0)
            for name, start in self.started.items()
        ]
        waiting = [self._expected(name, per_cell) for name in self.waiting]
        shared = sum(running + waiting) / self.workers
        return max([shared, *running, *waiting])

    def _expected(self, name: str, per_cell: float | None) -> float:
        average = sum(self.seconds.values()) / max(len(self.seconds), 1)
        guess = average if per_cell is None else self.cells[name] * per_cell
        return self.seconds.get(name, guess)

    def _seconds_per_cell(self) -> float | None:
        """What a cell took in this run so far."""
        now = self.clock()
        ended = sum(self.cells[name] for name in self.finished)
        cells = ended + sum(max(cell - 1, 0) for cell in self.reached.values())
        elapsed = sum(now - start for start in self.started.values())
        return (sum(self.finished.values()) + elapsed) / cells if cells else None
