"""A clock that stops what counted work did not: the run fails, no figure changes."""

from __future__ import annotations

import signal
from collections.abc import Generator
from contextlib import contextmanager
from threading import current_thread, main_thread

SECONDS, AGAIN = 60.0, 0.25


class Stuck(BaseException):
    """A claim took longer than any may; no `except Exception` may swallow it."""


@contextmanager
def emergency_stop(what: str) -> Generator[None]:
    """Raise Stuck, which says what took so long, after a minute of processor time.

    Again and again, for SymPy has handlers that swallow any exception.  Within another
    such clock that one goes on, and there is no second.  Outside of a main thread and
    on Windows there is none.
    """
    if not _can_start():
        yield
        return

    def stop(*_: object) -> None:
        raise Stuck(f"{what} took more than {SECONDS:g} s of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _can_start() -> bool:
    if not hasattr(signal, "SIGVTALRM") or current_thread() is not main_thread():
        return False
    return signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0
