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
from .tools.usage import usage_told

SEARCH = "ask Coq anew which theorems it finds a proof of"
CHECK = "write nothing; fail where a file is not what would be written"


def parser() -> argparse.ArgumentParser:
    """What can be asked: a command, and the names that some of them take."""
    made = argparse.ArgumentParser(prog="python -m press", description=__doc__)
    commands = made.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        words = commands.add_parser(name, help=command.__doc__)
        if name == "chapter":
            words.add_argument("part")
            words.add_argument("name")
        elif name == "check":
            words.add_argument("chapter", metavar="PART/NAME")
        elif name == "theorems":
            words.add_argument("--search", action="store_true", help=SEARCH)
            words.add_argument("--check", action="store_true", help=CHECK)
        elif name == "test-all":
            words.add_argument("part", nargs="?")
    return made


def main() -> int:
    """Do what the arguments ask; the exit status."""
    given = vars(parser().parse_args())
    command = COMMANDS[given.pop("command")]
    if os.environ.get("PYTHONHASHSEED") != "0":
        _again_with_fixed_hashes()
    gc.set_threshold(100_000, 20, 20)  # documents are held until the end: look rarely
    project = Project(Path.cwd())
    try:
        isolate(project.root)
        with usage_told():
            return command(project, **given)
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
