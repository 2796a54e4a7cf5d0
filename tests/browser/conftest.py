"""A browser without a network, and the built book as a static host would serve it."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from press.source.project import Project
from press.tools.selection import pages
from press.tools.system import FLAGS, served


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every page that this run takes of the built book is a test of its own."""
    if "page_name" in metafunc.fixturenames:
        names = pages(Project(metafunc.config.rootpath))
        metafunc.parametrize("page_name", names or ["search.html"])


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The program of axe-core."""
    spec = find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.origin is not None
    (program,) = Path(spec.origin).parent.rglob("axe.min.js")
    return program.read_text("utf-8")


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the book is served, compressed as static hosts do."""
    with served(site) as address:
        yield address


class Visit:
    """A page, and what happened while it loaded."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        self.finished: list[Request] = []
        self.addresses: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.addresses.append(request.url))
        page.on("requestfinished", lambda request: self.finished.append(request))

    def _hear(self, message) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(message.text)

    @property
    def bytes(self) -> int:
        """What came over the network up to now."""
        over_network = [r for r in self.finished if not r.url.startswith("file:")]
        return sum(request.sizes()["responseBodySize"] for request in over_network)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    )
    yield Visit(context.new_page())
    context.close()
