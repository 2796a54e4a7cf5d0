"""Every page of the built book in a browser: nothing foreign, heavy, or lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

FIRST_VISIT, LATER_PAGE = 350 * 1024, 120 * 1024
RULES = ["wcag2a", "wcag21a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, DESK = 390, 1280
SMALLEST = 320

COUNT_SHIFTS = """
new PerformanceObserver((list) => {
  const moved = list.getEntries().reduce((sum, shift) => sum + shift.value, 0);
  window.shifted = (window.shifted ?? 0) + moved;
}).observe({ type: "layout-shift", buffered: true });
"""
UNFOLD = """
for (const box of document.querySelectorAll("article details")) box.open = true;
"""
IS_LAID_OUT = """
() => [...document.querySelectorAll("article section > *")]
  .every(block => getComputedStyle(block).contentVisibility === "visible")
"""
HELD = ".scrolls, .long, pre, .proofread-lines, .proofread-scroll"


class Visit:
    """A page, and what happened while it loaded."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        self.bytes = 0
        self.addresses: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.addresses.append(request.url))
        page.on("requestfinished", self._weigh)

    def _hear(self, message) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(message.text)

    def _weigh(self, request) -> None:
        if not request.url.startswith("file:"):
            self.bytes += request.sizes()["responseBodySize"]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context(
        viewport={"width": DESK, "height": 900}, reduced_motion="reduce"
    )
    yield Visit(context.new_page())
    context.close()


def lay_out(page: Page) -> None:
    """Wait until nothing far below is left out of the layout, and open all folds."""
    page.wait_for_function(IS_LAID_OUT)
    page.evaluate(UNFOLD)
    page.wait_for_timeout(150)


def file_address(site: Path, name: str) -> str:
    return (site / name).as_uri()


def test_a_page_reads_from_a_disk_without_asking_anyone(visit, site, page_name):
    visit.page.goto(file_address(site, page_name))
    foreign = [url for url in visit.addresses if not url.startswith(("file:", "data:"))]
    assert foreign == []
    if page_name != "404.html":
        assert visit.faults == []


def test_a_page_loads_from_a_host_without_a_fault(visit, address, page_name):
    visit.page.add_init_script(COUNT_SHIFTS)
    visit.page.goto(f"{address}/{page_name}", wait_until="networkidle")
    assert all(url.startswith((address, "data:")) for url in visit.addresses)
    assert visit.faults == []
    assert visit.bytes <= FIRST_VISIT
    assert visit.page.evaluate("window.shifted ?? 0") <= 0.02


def test_a_later_page_is_light(visit, address, page_name):
    visit.page.goto(f"{address}/404.html", wait_until="networkidle")
    before = visit.bytes
    visit.page.goto(f"{address}/{page_name}", wait_until="networkidle")
    assert visit.bytes - before <= LATER_PAGE


def test_axe_finds_nothing(browser, site, axe, page_name):
    """In light and dark; only its rule on contrast can tell the two apart."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(file_address(site, page_name))
        lay_out(page)
        page.evaluate(axe)
        for scheme, rules in (("light", RULES), ("dark", ["color-contrast"])):
            page.emulate_media(color_scheme=scheme)
            options = {
                "runOnly": rules,
                "preload": False,
                "resultTypes": ["violations"],
            }
            found = page.evaluate("options => axe.run(document, options)", options)
            assert [
                f"{violation['id']}, {scheme}, {width} wide: {node['html'][:200]}"
                for violation in found["violations"]
                for node in violation["nodes"]
            ] == []
    context.close()


def test_nothing_sticks_out_of_a_small_screen(visit, site, page_name):
    visit.page.set_viewport_size({"width": SMALLEST, "height": 700})
    visit.page.goto(file_address(site, page_name))
    lay_out(visit.page)
    assert visit.page.evaluate("document.documentElement.scrollWidth") == SMALLEST
    beyond = visit.page.evaluate(
        """held => [...document.querySelectorAll("main *")]
        .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
        .filter(part => !part.closest(held))
        .map(part => part.outerHTML.slice(0, 120))""",
        HELD,
    )
    assert beyond == []


def test_what_scrolls_can_be_reached_by_keyboard(visit, site, page_name):
    visit.page.set_viewport_size({"width": SMALLEST, "height": 700})
    visit.page.goto(file_address(site, page_name))
    lay_out(visit.page)
    unreachable = visit.page.evaluate(
        """held => [...document.querySelectorAll(held)]
        .filter(box => box.scrollWidth > box.clientWidth + 1 && box.tabIndex < 0)
        .map(box => box.outerHTML.slice(0, 120))""",
        HELD,
    )
    assert unreachable == []


def test_a_page_without_scripts_holds_its_mathematics_and_images_their_words(
    browser, site, page_name
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file_address(site, page_name))
    assert page.locator("math[data-mark]").count() == 0
    assert "\\(" not in page.locator("main").inner_text()
    for image in page.locator("main img").all():
        words = image.get_attribute("alt") or ""
        assert " " in words
        assert image.get_attribute("width")
        assert image.get_attribute("loading") == "lazy"
    context.close()
