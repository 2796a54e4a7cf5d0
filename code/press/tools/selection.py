"""Which pages of the built book a run of tests takes: all, or those that tell most.

Where EVERY is not set: the pages whose source changed within the last day of the
history or since, as far as there is time, and three of each kind.
"""

import os
import subprocess
from collections import defaultdict
from pathlib import Path

from ..source.project import Project

CHANGED_AT_MOST = 12
GENERATED = "book/reference/proofs/"  # a title and a directive: a change tells nothing
DAY = 24 * 60 * 60


def takes_everything() -> bool:
    """Whether this run is to be exhaustive, as `make test-all` asks."""
    return os.environ.get("EVERY") == "1"


def pages(project: Project) -> list[str]:
    """The pages to test, as addresses from the site's root, in their order."""
    found = [path for path in sorted(project.site.rglob("*.html")) if _is_page(path)]
    weight = {
        path.relative_to(project.site).as_posix(): path.stat().st_size for path in found
    }
    if takes_everything():
        return list(weight)
    changed = [name for name in _changed(project) if name in weight]
    heaviest = sorted(changed, key=weight.__getitem__, reverse=True)[:CHANGED_AT_MOST]
    chosen = {*heaviest, *three_of_each_kind(weight)}
    return [name for name in weight if name in chosen]


def three_of_each_kind(weight: dict[str, int]) -> set[str]:
    """Of the pages of each kind the lightest, the middle one and the heaviest."""
    by_weight = _kinds(weight)
    return {kind[k] for kind in by_weight for k in (0, len(kind) // 2, -1)}


def heaviest_of_each_kind(weight: dict[str, int]) -> set[str]:
    """Of the pages of each kind the one that takes longest, as far as weight tells."""
    return {kind[-1] for kind in _kinds(weight)}


def _kinds(weight: dict[str, int]) -> list[list[str]]:
    """The pages of each kind, by weight: a folder, with all that is below its own."""
    kinds: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(weight, key=weight.__getitem__):
        kinds[tuple(name.split("/")[:-1][:2])].append(name)
    return list(kinds.values())


def _is_page(path: Path) -> bool:
    """Whether it is a page to read, and not one that sends its reader on."""
    return 'http-equiv="refresh"' not in path.read_text("utf-8")


def _changed(project: Project) -> list[str]:
    last = _git(project, "log", "-1", "--format=%ct")
    if not last:
        return []
    day_before = str(int(last[0]) - DAY)
    before = _git(project, "rev-list", "-1", f"--before={day_before}", "HEAD")
    names = _git(project, "diff", "--name-only", *(before or ["HEAD"]), "--", "book")
    written = (name for name in names if not name.startswith(GENERATED))
    chapters = [Path(name).relative_to("book") for name in written]
    return [path.with_suffix(".html").as_posix() for path in chapters]


def _git(project: Project, *arguments: str) -> list[str]:
    """What Git says, in lines; nothing outside a repository."""
    command = ["git", "-C", str(project.root), *arguments]
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return []
    return said.stdout.splitlines()
