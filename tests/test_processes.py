"""Tests of a file run in one process, and those of every page of the book in any."""

import shutil
import subprocess
import sys
from collections import defaultdict

from press.tools.test import WORKERS

FEW = """
import pytest

@pytest.mark.parametrize("x", range(6))
def test(x): pass
"""
PAGES = """
import os, time
from pathlib import Path
import pytest

@pytest.mark.parametrize("x", [f"{k}.html" for k in range(6)])
def test(x):
    (Path(__file__).parent / os.environ["PYTEST_XDIST_WORKER"]).touch()
    ends = time.monotonic() + 60
    while len(list(Path(__file__).parent.glob("gw*"))) < 2:  # until both have a page
        assert time.monotonic() < ends
        time.sleep(0.05)
"""


def test_a_file_keeps_together_and_pages_spread(root, tmp_path):
    shutil.copy(root / "tests/conftest.py", tmp_path)
    for name, text in {"few": FEW, "more": FEW, "pages": PAGES}.items():
        (tmp_path / f"test_{name}.py").write_text(text, "utf-8")
    two = ["2" if word == "logical" else word for word in WORKERS]
    command = [sys.executable, "-m", "pytest", "-v", *two, "-p", "no:cacheprovider"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout
    processes = defaultdict(set)
    for line in ran.stdout.splitlines():
        if "PASSED" in line:
            process, *_, test = line.split()
            processes[test.split("::")[0]].add(process)
    assert {name: len(found) for name, found in processes.items()} == {
        "test_few.py": 1,
        "test_more.py": 1,
        "test_pages.py": 2,
    }
