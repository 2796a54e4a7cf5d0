"""Shared by all tests: one generator, files run whole, skips fail where CI=true."""

import os
from pathlib import Path

import numpy as np
import pytest
from xdist.scheduler import LoadFileScheduling

from press.tools.system import find_chromium

ROOT = Path(__file__).parents[1]
INSTALL = "apt-get install chromium (Debian, Ubuntu) or any Chromium on the PATH"


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20240229)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def site() -> Path:
    """The built book."""
    site = ROOT / "_build" / "html"
    if not site.is_dir():
        pytest.skip("the book is not built: make book")
    return site


@pytest.fixture(scope="session")
def chromium() -> str:
    """The system's Chromium, for Playwright to drive."""
    found = find_chromium()
    if found is None:
        pytest.skip(f"no Chromium: {INSTALL}")
    return found


class ByFile(LoadFileScheduling):
    """Tests of a file run in one process, where they may share costly fixtures.

    Tests of every page of the book are the exception: they share only a browser.
    """

    def _split_scope(self, nodeid: str) -> str:
        return nodeid if nodeid.endswith(".html]") else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config, log):
    """Give whole files to the processes, in the order of the files."""
    return ByFile(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Where CI=true everything is installed: a skipped test is a failed one."""
    report = yield
    expected = hasattr(report, "wasxfail")
    if os.environ.get("CI") == "true" and report.skipped and not expected:
        report.outcome = "failed"
        report.longrepr = f"skipped although CI=true: {report.longrepr}"
    return report
