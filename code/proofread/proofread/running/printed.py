"""What cells print: it goes into two files, and is read where something fails."""

from __future__ import annotations

import os
import sys


def positions() -> tuple[int, int]:
    """How much this process has written to its stdout and stderr, which are files."""
    sys.stdout.flush()
    sys.stderr.flush()
    return os.fstat(1).st_size, os.fstat(2).st_size


def text_since(file: int, start: int) -> str:
    """What was written into a file, by its descriptor, from a position on."""
    size = os.fstat(file).st_size
    return os.pread(file, max(size - start, 0), start).decode("utf-8", "replace")
