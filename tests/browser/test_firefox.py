"""The other browser that sets MathML by itself shows the same book."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from press.tools.scripts import node_modules
from press.tools.system import find_firefox

SCRIPT = Path(__file__).with_name("firefox.js")
CHAPTER, LEDGER = "calculus/derivatives.html", "reference/ledger.html"
IDENTITIES, SEARCH = "reference/identities.html", "search.html?q=chain+rule"
PAGES = [CHAPTER, LEDGER, IDENTITIES, SEARCH]


@pytest.fixture(scope="module")
def visits(root: Path, address: str) -> dict[str, dict[str, Any]]:
    """What Firefox says of these pages, driven through WebDriver BiDi."""
    firefox = find_firefox()
    if firefox is None or shutil.which("npm") is None:
        pytest.skip("no Firefox to drive: apt-get install firefox-esr nodejs npm")
    library = node_modules(root) / "puppeteer-core"
    pages = [f"{address}/{name}" for name in PAGES]
    command = ["node", str(SCRIPT), str(library), firefox, *pages]
    run = subprocess.run(command, capture_output=True, text=True, timeout=180)
    assert run.returncode == 0, run.stderr
    return {
        visit["address"].split("/", 3)[3]: visit for visit in json.loads(run.stdout)
    }


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_in_firefox_without_a_fault(visits, name):
    assert visits[name]["faults"] == []


@pytest.mark.parametrize("name", [CHAPTER, IDENTITIES])
def test_every_formula_in_firefox_has_a_size(visits, name):
    assert visits[name]["formulas"] > 100
    assert visits[name]["empty"] == []


def test_search_finds_in_firefox(visits):
    assert any("chain rule" in title.lower() for title in visits[SEARCH]["found"])
