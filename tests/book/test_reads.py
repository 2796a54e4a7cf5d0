"""A part of `make test-all` is run again when a file changes that its chapters read.

What that is, the build noted while their cells ran.
"""

from pathlib import PurePath

import pytest

from press.executed.cache import Memory
from press.source.project import Project
from press.tools.exhaustive import Part, parts

ENGINES_LIST = "code/press/executed/stating.py"  # of a kernel, which no audit starts


def test_every_part_knows_what_its_chapters_read(root):
    project = Project(root)
    runs = Memory(project).runs
    if not runs:
        pytest.skip("no chapter has been run: make book")
    audited = [part for part in parts(project) if part.name.startswith("audit-")]
    for name in sorted(runs):
        for part in [part for part in audited if f"book/{name}.md" in part.reads]:
            unknown = {path for path in runs[name].reads if not knows(part, path)}
            assert unknown - looked_into_for_places(project, name) == set(), name


def knows(part: Part, path: str) -> bool:
    """Whether a part is run again when what lies at a path changes."""
    return any(PurePath(path).is_relative_to(each) for each in part.reads)


def looked_into_for_places(project: Project, name: str) -> set[str]:
    """Where a kernel looks for its own cells; an audit knows where they stand."""
    folder = project.chapter(name).parent
    seen = [folder, *folder.glob("*.md")]
    return {path.relative_to(project.root).as_posix() for path in seen} | {ENGINES_LIST}
