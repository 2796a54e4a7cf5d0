"""The same book, built again elsewhere, is the same to the last byte."""

import json
import shutil
import subprocess
import sys

import pytest

from press.bench import copy_of
from press.project import digest_of_file


@pytest.fixture(scope="module")
def elsewhere(root, site, tmp_path_factory):
    """The site built in another directory, from the cache of executed chapters."""
    copy = copy_of(root, tmp_path_factory.mktemp("a copy"))
    (copy / ".git").symlink_to(root / ".git")
    shutil.copytree(root / "_build/cache", copy / "_build/cache")
    if (root / "_build/audit.json").exists():
        shutil.copy(root / "_build/audit.json", copy / "_build/audit.json")
    command = [sys.executable, "-m", "press", "book"]
    built = subprocess.run(command, cwd=copy, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout
    assert " ran in " not in built.stdout
    return copy / "_build/html"


def test_another_directory_gives_the_same_bytes(site, elsewhere):
    here, there = bytes_of(site), bytes_of(elsewhere)
    assert {name for name in here | there if here.get(name) != there.get(name)} == set()


def test_the_ledger_is_complete_when_nothing_was_run(site, elsewhere):
    here, there = (site / "ledger.json", elsewhere / "ledger.json")
    assert json.loads(here.read_text("utf8")) == json.loads(there.read_text("utf8"))


def bytes_of(site) -> dict[str, str]:
    files = [file for file in site.rglob("*") if file.is_file()]
    return {file.relative_to(site).as_posix(): digest_of_file(file) for file in files}
