"""The process of a chapter as its parent sees it: events, a time limit, an end.

Nothing that the chapter does to its own process decides what the parent says of it.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .environment import environment
from .events import Begun, Ended, Event, from_line
from .printed import text_since

SECONDS_A_CELL = 300.0
GLANCE = 0.2  # seconds: a process that ended may leave others that hold its pipe


@dataclass(frozen=True)
class How:
    """How a chapter is run.

    timeout: seconds for one cell.  module: what its process runs, which may make
    something of the claims; arguments: what it is told besides.  inherits: files that
    stay open for it, by number.
    """

    timeout: float = SECONDS_A_CELL
    module: str = "proofread.running.child"
    arguments: tuple[str, ...] = ()
    inherits: tuple[int, ...] = ()


AS_EVER = How()


class Stopped(Exception):
    """A chapter's process that did not come to its end, and why."""


class Process:
    """A chapter's process, from its start to the end of all that it started."""

    def __init__(self, path: Path, how: How) -> None:
        self.scratch = tempfile.TemporaryDirectory(prefix="proofread-")
        folder = Path(self.scratch.name)
        new = os.O_RDWR | os.O_CREAT
        self.out, self.err = (os.open(folder / n, new) for n in ("out", "err"))
        self.pipe, writing = os.pipe()
        # Unbuffered: what a process printed before it ended by itself is there to show.
        options = ["-P", "-u", "-m", how.module, str(path), str(writing)]
        self.child = subprocess.Popen(
            [sys.executable, *options, *how.arguments],
            cwd=path.parent,
            env=environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=self.out,
            stderr=self.err,
            pass_fds=(writing, *how.inherits),
            start_new_session=True,
        )
        os.close(writing)
        _running.add(self)

    def __enter__(self) -> Process:
        return self

    def __exit__(self, *_: Any) -> None:
        _running.discard(self)
        self.kill()
        self.child.wait()
        for descriptor in (self.out, self.err, self.pipe):
            os.close(descriptor)
        self.scratch.cleanup()

    def kill(self) -> None:
        """End the process and all that it started."""
        with suppress(ProcessLookupError):
            os.killpg(self.child.pid, signal.SIGKILL)

    def events(self, timeout: float) -> Iterator[Event]:
        """What the process tells.  Stopped where it does not come to its end.

        timeout: seconds that one cell may take; what follows the cells has no limit.
        """
        deadline, ended = time.monotonic() + timeout, False
        for line in self._lines():
            if line is None:
                if time.monotonic() > deadline:
                    raise Stopped(f"still running after {timeout:g} s")
                continue
            event = from_line(line)
            ended = ended or isinstance(event, Ended)
            if isinstance(event, Begun):
                deadline = time.monotonic() + timeout
            deadline = float("inf") if ended else deadline
            yield event
        if not ended or self.child.returncode:
            raise Stopped(how_it_ended(self.child.returncode))

    def printed_since(self, cell: Begun) -> str:
        """What has been printed since a cell began."""
        out, err = text_since(self.out, cell.printed), text_since(self.err, cell.warned)
        return out + err

    def _lines(self) -> Iterator[bytes | None]:
        """The lines of the pipe as they come; None where none came for a moment."""
        rest = b""
        while True:
            over = self.child.poll() is not None
            ready, _, _ = select.select([self.pipe], [], [], 0 if over else GLANCE)
            more = os.read(self.pipe, 1 << 16) if ready else None
            if more:
                *lines, rest = (rest + more).split(b"\n")
                yield from lines
            elif over:
                return
            else:
                yield None
                if more == b"":
                    time.sleep(GLANCE)


_running: set[Process] = set()


def end_all() -> None:
    """End every chapter's process, as when the user interrupts."""
    for process in tuple(_running):
        process.kill()


def how_it_ended(status: int) -> str:
    """A process's end in words."""
    if status < 0:
        return f"its process was killed: {signal.Signals(-status).name}"
    return f"its process ended by itself, with exit status {status}"
