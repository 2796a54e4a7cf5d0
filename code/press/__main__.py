"""python -m press COMMAND, from the book's repository."""

import argparse
import gc
import os
import sys
from pathlib import Path

from .commands import COMMANDS
from .source.malformed import MalformedError
from .source.project import Project
from .tools.environment import isolate

NAMES = {"chapter": (2,), "test-all": (0, 1)}


def main() -> int:
    """Do what the arguments ask; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m press", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("names", nargs="*", help="chapter: PART NAME; test-all: [PART]")
    given = parser.parse_args()
    if len(given.names) not in NAMES.get(given.command, (0,)):
        parser.error("chapter takes PART and NAME, test-all perhaps a PART")
    if os.environ.get("PYTHONHASHSEED") != "0":
        _again_with_fixed_hashes()
    gc.set_threshold(100_000, 20, 20)  # documents are held until the end: look rarely
    project = Project(Path.cwd())
    try:
        isolate(project.root)
        return COMMANDS[given.command](project, *given.names)
    except MalformedError as error:
        print(project.relative(str(error)), flush=True)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.")
        return 130


def _again_with_fixed_hashes() -> None:
    """Sets keep their order from one run to the next only under a fixed hash seed."""
    os.environ["PYTHONHASHSEED"] = "0"
    os.execv(sys.executable, [sys.executable, "-m", "press", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
