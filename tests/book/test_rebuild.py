"""The same book, built again elsewhere, is the same to the last byte.

Chapters come from the cache here; test_notebooks.py runs them anew.
"""

import json
import shutil
import subprocess
import sys

import pytest

from press.source.project import Project
from press.tools.archive import files_below
from press.tools.bench.builds import copy_of
from press.tools.selection import takes_everything


@pytest.fixture(scope="module")
def elsewhere(root, site, tmp_path_factory) -> Project:
    """The book built in another directory, from the cache of executed chapters."""
    copy = copy_of(root, tmp_path_factory.mktemp("a copy"))
    (copy / ".git").symlink_to(root / ".git")
    shutil.copytree(root / "_build/cache", copy / "_build/cache")
    for told in ("audit.json", "kernel.json"):  # what pages tell, where it was found
        if (root / "_build" / told).exists():
            shutil.copy(root / "_build" / told, copy / "_build" / told)
    printed = Project(root).pdf
    if printed.exists() and not takes_everything():
        Project(copy).pdf.parent.mkdir(parents=True)
        shutil.copy(printed, Project(copy).pdf)
    reprints = printed.exists() and takes_everything()
    for what in ["pdf", "book"] if reprints else ["book"]:
        command = [sys.executable, "-m", "press", what]
        built = subprocess.run(command, cwd=copy, capture_output=True, text=True)
        assert built.returncode == 0, built.stdout
        assert " ran in " not in built.stdout
    return Project(copy)


def test_another_directory_gives_the_same_bytes(site, elsewhere):
    """The site holds the printed book, which is built again where there is time."""
    here, there = files_below(site), files_below(elsewhere.site)
    assert {name for name in here | there if here.get(name) != there.get(name)} == set()


def test_the_ledger_is_complete_when_nothing_was_run(site, elsewhere):
    here, there = (site / "ledger.json", elsewhere.site / "ledger.json")
    assert json.loads(here.read_text("utf-8")) == json.loads(there.read_text("utf-8"))
