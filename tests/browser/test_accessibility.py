"""Every page of the built book read by keyboard, on small screens, and by machines."""

from playwright.sync_api import Page

from press.tools.selection import takes_everything

RULES = ["wcag2a", "wcag21a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
SMALLEST, PHONE, DESK = 320, 390, 1280

UNFOLD = """
async () => {
  for (const box of document.querySelectorAll("article details")) box.open = true;
  for (const table of document.querySelectorAll(".proofread-ledger > *"))
    table.style.contentVisibility = "visible";
  await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn, 100)));
}
"""
IS_LAID_OUT = """
() => [...document.querySelectorAll(
    "article section > *, :is(.proofread-identities, .proofread-proofs) > *")]
  .every(block => getComputedStyle(block).contentVisibility === "visible")
  && [...document.querySelectorAll(".page-end")]
    .every(end => end.style.contentVisibility === "visible")
"""
# All are written alike, and axe takes minutes for a hundred thousand elements. Of steps
# of proofs a few are enough, of rows of a table unless the run is to be exhaustive.
FEW_STEPS = ".proofread-proof:nth-child(n + 3), .proofread-steps li:nth-child(n + 5)"
FEW_ROWS = ":is(.proofread-ledger tr, .proofread-identity):nth-child(n + 8)"
REMOVE = (
    "selector => document.querySelectorAll(selector).forEach(part => part.remove())"
)
HELD = ".scrolls, .long, pre, .proofread-lines, .proofread-scroll"


def lay_out(page: Page) -> None:
    """Wait until nothing far below is left out of the layout, and open all folds."""
    page.wait_for_function(IS_LAID_OUT, polling=500)  # looking slows it down
    page.evaluate(UNFOLD)


def test_axe_finds_nothing(browser, site, axe, page_name):
    """In light and dark; only its rule on contrast can tell the two apart."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto((site / page_name).as_uri())
        page.evaluate(REMOVE, FEW_STEPS)
        if not takes_everything():
            page.evaluate(REMOVE, FEW_ROWS)
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
    visit.page.goto((site / page_name).as_uri())
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
    visit.page.goto((site / page_name).as_uri())
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
    page.goto((site / page_name).as_uri())
    assert page.locator("math[data-mark]").count() == 0
    assert "\\(" not in page.locator("main").inner_text()
    for image in page.locator("main img").all():
        words = image.get_attribute("alt") or ""
        assert " " in words
        assert image.get_attribute("width")
        assert image.get_attribute("loading") == "lazy"
    context.close()
