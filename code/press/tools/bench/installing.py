"""What a newcomer waits for: packages of a lock, installed as the Makefile does.

`python -m press.tools.bench.installing LOCK …` measures locks beside each other.
"""

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

MEBIBYTE = 1024**2
INSTALL = (
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--no-deps",
)
PINNED = ("--no-compile", "--only-binary", ":all:", "--require-hashes", "--requirement")
ANEW = ("--no-cache-dir",)  # as for the first time


@dataclass(frozen=True)
class Installed:
    """How long it took, the environment's own making and what is fetched included."""

    seconds: float
    bytes: int

    def __str__(self) -> str:
        return f"{self.seconds:7.1f} s, {self.bytes / MEBIBYTE:.0f} MB"


def installed(lock: Path) -> Installed:
    """A lock's packages in an environment that is not kept; needs a network."""
    with tempfile.TemporaryDirectory(prefix="bench-") as directory:
        start, here = time.perf_counter(), Path(directory)
        subprocess.run([sys.executable, "-m", "venv", str(here)], check=True)
        line = [str(here / "bin" / "python"), *INSTALL, *ANEW, *PINNED, str(lock)]
        subprocess.run(line, check=True)
        seconds = time.perf_counter() - start
        return Installed(seconds, sum(p.lstat().st_size for p in here.rglob("*")))


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(f"installing {installed(Path(name))}: {name}", flush=True)
