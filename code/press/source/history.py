"""When each file last changed, as the repository's history knows it."""

import subprocess
from functools import cache
from pathlib import Path


@cache
def days_of_change(folder: Path) -> dict[str, str]:
    """Day of the last commit to each file of a folder; nothing outside a repository."""
    command = ["git", "log", "--format=%x00%cs", "--name-only", "--relative", "--", "."]
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=False
        )
    except OSError:
        return {}
    days: dict[str, str] = {}
    for entry in done.stdout.split("\0")[1:]:
        day, *names = entry.split("\n")
        for name in filter(None, names):
            days.setdefault(name, day)
    return days
