"""What a reader does: search, follow, copy, switch colors, and mistype."""

import re

import pytest

FORBIDDEN = """
Object.defineProperty(window, "localStorage", {
  get() { throw new Error("forbidden"); },
});
"""


@pytest.fixture
def page(browser, site):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    yield page
    assert page.faults == []
    context.close()


@pytest.fixture
def chapter(site):
    """A page that holds a checked equation."""
    for path in sorted(site.rglob("*.html")):
        if 'class="proofread proofread-claim"' in path.read_text("utf-8"):
            return path
    pytest.fail("no page of the book shows a checked equation")


@pytest.fixture
def proved(site):
    """A chapter with a statement that is proved for every size."""
    for path in sorted(site.rglob("*.html")):
        if "proofread-to-proof" in path.read_text("utf-8"):
            return path
    pytest.fail("no statement of the book is proved for every size")


def search(page, site, query):
    page.goto((site / "search.html").as_uri() + f"?q={query}")
    page.locator("#found", has_text="with “").wait_for()
    return page.locator("#results a")


def test_search_finds_an_equation_by_name_and_leads_to_it(page, site, chapter):
    anchor = re.search(r'id="(equation-[\w-]+)"', chapter.read_text("utf-8"))
    assert anchor
    key = anchor[1].removeprefix("equation-")
    found = search(page, site, key.replace("-", "+"))
    hrefs = [link.get_attribute("href") for link in found.all()]
    assert any(href and href.endswith(f"#{anchor[1]}") for href in hrefs)


def test_search_for_nothing_and_for_nonsense_breaks_nothing(page, site):
    page.goto((site / "search.html").as_uri() + "?q=")
    assert page.locator("#results a").count() == 0
    assert search(page, site, "qxzqxz%22%3Cb%3E").count() == 0
    assert "No places" in page.locator("#found").inner_text()


def test_search_tells_what_did_not_load_and_finds_it_when_asked_again(page, address):
    page.route("**/_static/search/*", lambda route: route.abort())
    page.goto(f"{address}/search.html?q=derivative")
    page.locator("#found", has_text="did not load").wait_for()
    page.unroute_all()
    page.get_by_label("Search the book").press("Enter")
    page.locator("#results a").first.wait_for()


def test_an_unknown_fragment_breaks_nothing(page, chapter):
    page.goto(chapter.as_uri() + "#no%such-place")
    assert page.locator("h1").is_visible()


def test_a_badge_opens_by_keyboard_and_says_how_the_equation_was_checked(page, chapter):
    page.goto(chapter.as_uri())
    badge = page.locator(".proofread-badge").first
    badge.locator("summary").focus()
    page.keyboard.press("Enter")
    assert "Verdict" in badge.locator("dl").inner_text()


def test_a_badge_shows_over_http_the_steps_to_which_it_leads_from_a_disk(
    page, site, address, proved
):
    page.goto(f"{address}/{proved.relative_to(site)}")
    badge = page.locator(".proofread-badge:has(.proofread-to-proof)").first
    badge.locator("summary").first.click()
    badge.locator(".proofread-steps .proofread-reason").first.wait_for()
    page.emulate_media(media="print")
    assert not badge.locator(".proofread-steps").is_visible()
    page.emulate_media(media="screen")
    page.goto(proved.as_uri())
    badge.locator("summary").first.click()
    badge.locator(".proofread-to-proof").click()
    page.locator("h2:target + .math").wait_for()


def test_a_copied_formula_is_latex(page, chapter):
    page.goto(chapter.as_uri())
    copied = page.evaluate(
        """() => {
          const math = document.querySelector(".proofread [data-tex]");
          getSelection().selectAllChildren(math.closest(".proofread"));
          const event = new ClipboardEvent("copy", {
            clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
          document.dispatchEvent(event);
          return [event.clipboardData.getData("text/plain"), math.dataset.tex];
        }"""
    )
    assert copied[1] in copied[0]


def test_colors_switch_and_stay(page, chapter):
    page.goto(chapter.as_uri())
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.locator(".scheme").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.reload()
    assert page.evaluate(paper) == dark
    assert page.locator(".scheme").get_attribute("aria-pressed") == "true"


def test_a_page_works_where_storage_is_forbidden(page, chapter):
    page.add_init_script(FORBIDDEN)
    page.goto(chapter.as_uri())
    page.locator(".scheme").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_a_reference_shows_what_it_leads_to_on_focus(page, site):
    pages = sorted(site.rglob("*.html"))
    pattern = re.compile(r'<a class="reference internal" href="#equation-')
    here = next(path for path in pages if pattern.search(path.read_text("utf-8")))
    page.goto(here.as_uri())
    links = page.locator('article a.reference.internal[href^="#equation-"]')
    links.locator("visible=true").first.focus()
    page.wait_for_selector(".glance math")
    page.keyboard.press("Escape")
    assert page.locator(".glance").count() == 0


def test_the_contents_open_on_a_phone_without_a_script(browser, chapter):
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.goto(chapter.as_uri())
    assert not page.locator("nav.book").is_visible()
    page.locator("button.menu").click()
    assert page.locator("nav.book").is_visible()
    context.close()


def test_a_mistyped_address_leads_to_a_page_with_a_way_on(page, address):
    page.goto(f"{address}/no-such-page.html")
    assert page.get_by_role("link", name="Search the book").is_visible()
    assert page.locator("nav.book a").count() > 1
