"""What a chapter's process tells the process that started it, one JSON line each."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from ..chapters.places import Place


@dataclass(frozen=True)
class Begun:
    """A cell begins; printed, warned: bytes of stdout and stderr so far."""

    place: Place
    number: int
    printed: int = 0
    warned: int = 0


@dataclass(frozen=True)
class Stated:
    """A statement stands; shown: whether the page shows the output of its cell."""

    place: Place
    key: str
    kind: str
    verdict: str
    seconds: float
    shown: bool = True


@dataclass(frozen=True)
class Failed:
    """Something does not stand.

    key: of the statement, if it is one.  printed: what the cell had printed.
    """

    place: Place
    what: str
    key: str | None = None
    printed: str = ""

    def __str__(self) -> str:
        printed = [f"    {line}" for line in self.printed.splitlines()]
        return "\n".join([f"{self.place}: {self.what}", *printed])


@dataclass(frozen=True)
class Ended:
    """No more cells; complete: none of them kept others from running."""

    complete: bool


@dataclass(frozen=True)
class Found:
    """What was made of the chapter's claims afterwards."""

    value: Any


Event = Begun | Stated | Failed | Ended | Found
KINDS: dict[str, type[Event]] = {
    kind.__name__: kind for kind in (Begun, Stated, Failed, Ended, Found)
}


def as_line(event: Event) -> bytes:
    """The event as one line."""
    told = {"event": type(event).__name__, **asdict(event)}
    return json.dumps(told).encode() + b"\n"


def from_line(line: bytes) -> Event:
    """The event that a line tells."""
    told: dict[str, Any] = json.loads(line)
    kind = KINDS[told.pop("event")]
    if "place" in told:
        told["place"] = Place(**told["place"])
    return kind(**told)
