"""Every page of the built book read by keyboard, on small screens, and by machines."""

import pytest
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
# Contrast takes axe nine tenths of its time. It comes from the colors of a text and of
# all it stands on, and from its size; of texts that agree in these a few are enough:
# the longest, since of a single character axe says nothing.
FEW_ALIKE = """
few => {
  const grounds = new Map([[null, ""]]), alike = new Map();
  for (const part of document.querySelectorAll("*")) {
    const style = getComputedStyle(part);
    const { backgroundColor, backgroundImage, opacity, filter } = style;
    const own = [backgroundColor, backgroundImage, opacity, filter].join();
    const seen = own === "rgba(0, 0, 0, 0),none,1,none" ? "" : own;
    const ground = grounds.get(part.parentElement) + seen;
    grounds.set(part, ground);
    const { color, fontSize, fontWeight, textShadow } = style;
    const words = [...part.childNodes].filter(child => child.nodeType === 3);
    if (!words.some(word => word.data.trim()) || !part.checkVisibility()) continue;
    const kind = [part.localName, part.getAttribute("class")];
    const look = [ground, color, fontSize, fontWeight, textShadow, ...kind].join();
    alike.set(look, alike.get(look) ?? []).get(look).push(part);
  }
  for (const parts of alike.values()) {
    parts.sort((one, other) => other.textContent.length - one.textContent.length);
    parts.forEach((part, place) => part.toggleAttribute("data-look", place < few));
  }
}
"""
OF_EACH_LOOK = """
const selector = "[data-look], input, select, textarea";
axe.configure({ rules: [{ id: "color-contrast", selector }] });
"""
ALIKE = 2
HELD = ".scrolls, pre, .proofread-lines, .proofread-scroll"


def lay_out(page: Page) -> None:
    """Wait until nothing far below is left out of the layout, and open all folds."""
    page.wait_for_function(IS_LAID_OUT, polling=500)  # looking slows it down
    page.evaluate(UNFOLD)


def faults(page: Page, rules: list[str]) -> list[str]:
    """What axe finds by these rules."""
    if not takes_everything():
        page.evaluate(FEW_ALIKE, ALIKE)
        page.evaluate(OF_EACH_LOOK)
    options = {"runOnly": rules, "preload": False, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


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
            assert (scheme, width, faults(page, rules)) == (scheme, width, [])
    context.close()


CODE = "".join(f"<b>word</b><i>{k}</i>\n" for k in range(30))


@pytest.mark.parametrize(
    ("fault", "many"),
    [
        ("", 0),
        ("i { color: #ccc }", ALIKE),
        ("p:last-child i:last-child { color: #ccc }", 1),
        ("p:last-child { background: #333 }", 2 * ALIKE),
        ("p:last-child { opacity: 0.2 }", 2 * ALIKE),
    ],
)
def test_a_few_of_each_look_show_every_fault_of_contrast(
    visit, axe, monkeypatch, fault, many
):
    monkeypatch.delenv("EVERY", raising=False)
    visit.page.set_content(f"<style>{fault}</style>" + f"<p>{CODE}</p>" * 3)
    visit.page.evaluate(axe)
    assert len(faults(visit.page, ["color-contrast"])) == many
    assert visit.page.locator("[data-look]").count() <= 4 * ALIKE


def test_a_small_screen_shows_all_or_scrolls_it_by_keyboard(visit, site, page_name):
    page = visit.page
    page.set_viewport_size({"width": SMALLEST, "height": 700})
    page.goto((site / page_name).as_uri())
    lay_out(page)
    assert page.evaluate("document.documentElement.scrollWidth") == SMALLEST
    beyond = page.evaluate(
        """held => [...document.querySelectorAll("main *")]
        .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
        .filter(part => !part.closest(held))
        .map(part => part.outerHTML.slice(0, 120))""",
        HELD,
    )
    assert beyond == []
    unreachable = page.evaluate(
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
