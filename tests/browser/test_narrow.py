"""On a phone every display is seen whole: it breaks into lines, and none is cut off."""

import pytest
from playwright.sync_api import Page

WIDTH, SLACK = 390, 1
# Steps of proofs are left out: where products and values at a point are wider than a
# phone they do not break, and one step in eleven scrolls in its box.
DISPLAYS = (
    ".math:not(.proofread-steps *) > .scrolls, .proofread-lines:not(.proofread-steps *)"
)
CUT = """([boxes, slack]) => [...document.querySelectorAll(boxes)]
  .filter(box => box.scrollWidth > box.clientWidth + slack)
  .map(box => box.textContent.slice(0, 120))"""


@pytest.fixture
def phone(visit, site, page_name) -> Page:
    """A page on a phone, all of it laid out and unfolded."""
    page = visit.page
    page.set_viewport_size({"width": WIDTH, "height": 800})
    page.goto((site / page_name).as_uri())
    page.add_style_tag(content="* { content-visibility: visible !important }")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate("document.fonts.ready")
    return page


def test_no_display_is_wider_than_its_box(phone):
    assert phone.evaluate(CUT, [DISPLAYS, SLACK]) == []


def test_a_display_that_is_cut_is_found(phone):
    held = '<div class="scrolls"><p style="width: 400px">x</p></div>'
    wide = f'<div class="math">{held}</div>'
    phone.evaluate("made => { document.querySelector('main').innerHTML = made }", wide)
    assert phone.evaluate(CUT, [DISPLAYS, SLACK]) == ["x"]


BROKEN_BESIDE = """() => {
  const pieces = box => [...box.children].filter(part => part.localName !== "wbr");
  const place = part => part.getBoundingClientRect();
  const follows = (before, after) => before.right <= after.left + 2;
  return [...document.querySelectorAll(".parts > .parts")].filter(box => {
    const around = pieces(box.parentElement);
    const before = around[around.indexOf(box) - 1];
    if (!place(box).width || !before) return false;
    if (!follows(place(before), place(box))) return false;
    const inside = pieces(box).map(place);
    return inside.some((part, k) => k && !follows(inside[k - 1], part));
  }).map(box => box.textContent);
}"""


@pytest.mark.parametrize("width", [320, WIDTH, 1280])
def test_what_breaks_stands_on_lines_of_its_own(phone, width):
    phone.set_viewport_size({"width": width, "height": 800})
    assert phone.evaluate(BROKEN_BESIDE) == []


OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll(
    ".folded > summary, .proofread-badge > summary, .proofread .eqno"
  )].filter(q => !q.parentElement.parentElement.closest("details:not([open])"))
    .map(q => [q.textContent, q.getBoundingClientRect()]).filter(([, r]) => r.width);
  return boxes.flatMap(([text, a], k) => boxes.slice(k + 1)
    .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1
                    && a.top < b.bottom - 4 && b.top < a.bottom - 4)
    .map(([other]) => `${text} / ${other}`));
}"""
CLOSE = "document.querySelectorAll('details').forEach(d => d.open = false)"


@pytest.mark.parametrize("width", [320, WIDTH, 680])
def test_badges_and_folds_stand_clear_of_one_another(phone, width):
    phone.set_viewport_size({"width": width, "height": 800})
    phone.evaluate(CLOSE)
    assert phone.evaluate(OVERLAPPING) == []
