"""What a command cost: told to whoever measures it from outside, in a file."""

import json
import os
import resource
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "PRESS_USAGE"  # the variable that names the file


@dataclass(frozen=True)
class Usage:
    """Seconds of processor time of its child processes, and bytes at its peak.

    Of the children, which run as many at once as there are cores, the largest counts
    once for each core.
    """

    children_cpu: float
    peak_bytes: int


@contextmanager
def usage_told() -> Generator[None]:
    """Write down at the end what was used, where somebody asked for it."""
    yield
    if name := os.environ.get(FILE):
        Path(name).write_text(json.dumps(asdict(_used())), "utf-8")


def _used() -> Usage:
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = own.ru_maxrss + (os.cpu_count() or 1) * children.ru_maxrss
    return Usage(children.ru_utime + children.ru_stime, peak * _bytes_of_maxrss())


def _bytes_of_maxrss() -> int:
    """The unit of ru_maxrss: bytes on macOS, kibibytes elsewhere."""
    return 1 if sys.platform == "darwin" else 1024
