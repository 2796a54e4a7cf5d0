"""In a chapter's kernel: notes every file and folder that its code reads.

IPython loads this module as an extension when the kernel starts. It imports nothing
that a chapter would wait for, and never raises: Python calls it whenever a file opens.
"""

import inspect
import os
import shlex
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

LIST = "PRESS_READS"  # names the file that takes the paths, each closed by END
END = b"\0"
PYTHONS_OWN = (sys.prefix, sys.base_prefix, "/proc", "/sys", "/dev")
IMPORTS = {"importlib._bootstrap_external", "importlib.metadata", "pkgutil"}
CREATED = os.O_TRUNC | os.O_EXCL


def load_ipython_extension(shell: object) -> None:
    """From now on what is read is written down."""
    target = os.open(os.environ[LIST], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    sys.addaudithook(recorder(lambda path: os.write(target, os.fsencode(path) + END)))


def recorder(note: Callable[[str], object]) -> Callable[[str, tuple[Any, ...]], None]:
    """A hook that notes each path once, unless this process made the file itself."""
    seen: set[str] = set()

    def on_event(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in READING:
            return
        if event == "os.listdir" and _caller() in IMPORTS:
            return
        with suppress(OSError, TypeError, ValueError):
            for path in READING[event](arguments):
                full = str(Path(os.fsdecode(path)).absolute())
                if full in seen or full.startswith(PYTHONS_OWN):
                    continue
                seen.add(full)
                if event != "open" or not arguments[2] & CREATED:
                    note(full)

    return on_event


def _caller() -> str:
    """The module that lists a folder: imports list every one that they may look in."""
    hook = inspect.currentframe()
    lister = hook.f_back.f_back if hook and hook.f_back else None
    return str(lister.f_globals.get("__name__")) if lister else ""


def files_in(command: str | list[str]) -> list[str]:
    """The words of another program's command that name a file: it may read them."""
    words = command if isinstance(command, list) else shlex.split(command)
    parts = (part for word in words for part in shlex.split(os.fsdecode(word)))
    return [part for part in parts if Path(part).is_file()]


READING: dict[str, Callable[[tuple[Any, ...]], list[Any]]] = {
    "open": lambda arguments: [arguments[0]],
    "os.listdir": lambda arguments: [arguments[0] or "."],
    "os.scandir": lambda arguments: [arguments[0] or "."],
    "sqlite3.connect": lambda arguments: [arguments[0]],
    "os.system": lambda arguments: files_in(arguments[0]),
    "os.exec": lambda arguments: files_in(list(arguments[1])),
    "os.posix_spawn": lambda arguments: files_in(list(arguments[1])),
    "subprocess.Popen": lambda arguments: files_in(arguments[1]),
}
