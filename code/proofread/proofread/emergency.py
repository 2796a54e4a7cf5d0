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

    Again and again, for SymPy has handlers that swallow any exception.  Where one such
    block ends within another, the minute of the outer one begins anew.  There is no
    such clock outside of a main thread and on Windows.
    """
    if not hasattr(signal, "SIGVTALRM") or current_thread() is not main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise Stuck(f"{what} took more than {SECONDS:g} s of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    around, _ = signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        if around:
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS, AGAIN)
