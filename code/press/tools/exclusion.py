"""Two builds of one book at a time would write over each other."""

import fcntl
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def only_build_at_a_time(folder: Path) -> Generator[None]:
    """Wait until no other process builds what this folder holds."""
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another build of this book is running; waiting for it.", flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
