"""The other browser that sets MathML by itself shows the same book."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from press.source.project import Project
from press.tools.scripts import node_modules
from press.tools.selection import pages, takes_everything
from press.tools.system import find_firefox

SCRIPT = Path(__file__).with_name("firefox.js")
CHAPTER, LEDGER = "calculus/derivatives.html", "reference/ledger.html"
IDENTITIES, SEARCH = "reference/identities.html", "search.html?q=chain+rule"
PAGES = [CHAPTER, LEDGER, IDENTITIES, SEARCH]
SECONDS_A_PAGE = 45


@pytest.fixture(scope="module")
def visits(root: Path, address: str) -> dict[str, dict[str, Any]]:
    """What Firefox says of these pages, driven through WebDriver BiDi.

    Where everything is tested: of every page.
    """
    firefox = find_firefox()
    if firefox is None or shutil.which("npm") is None:
        pytest.skip("no Firefox to drive: apt-get install firefox-esr nodejs npm")
    library = node_modules(root) / "puppeteer-core"
    more = pages(Project(root)) if takes_everything() else []
    names = list(dict.fromkeys([*PAGES, *more]))
    addresses = [f"{address}/{name}" for name in names]
    command = ["node", str(SCRIPT), str(library), firefox, *addresses]
    most = SECONDS_A_PAGE * len(names)
    run = subprocess.run(command, capture_output=True, text=True, timeout=most)
    assert run.returncode == 0, run.stderr
    return dict(zip(names, json.loads(run.stdout), strict=True))


def test_pages_load_in_firefox_without_a_fault(visits):
    assert {n: v["faults"] for n, v in visits.items() if v["faults"]} == {}


def test_every_formula_in_firefox_has_a_size(visits):
    assert min(visits[name]["formulas"] for name in (CHAPTER, IDENTITIES)) > 100
    assert {n: v["empty"] for n, v in visits.items() if v["empty"]} == {}


def test_search_finds_in_firefox(visits):
    assert any("chain rule" in title.lower() for title in visits[SEARCH]["found"])
