"""Every page of the built book in a browser: nothing foreign, heavy, or lost."""

FIRST_VISIT, LATER_PAGE, QUERY = 350 * 1024, 120 * 1024, 15 * 1024

COUNT_SHIFTS = """
new PerformanceObserver((list) => {
  const moved = list.getEntries().reduce((sum, shift) => sum + shift.value, 0);
  window.shifted = (window.shifted ?? 0) + moved;
}).observe({ type: "layout-shift", buffered: true });
"""


def test_a_page_reads_from_a_disk_without_asking_anyone(visit, site, page_name):
    visit.page.goto((site / page_name).as_uri())
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


def test_a_query_loads_little_more_than_the_words_it_names(visit, address):
    visit.page.goto(f"{address}/search.html", wait_until="networkidle")
    before = visit.bytes
    with visit.page.expect_request_finished():
        visit.page.get_by_label("Search the book").fill("chain rule")
    visit.page.locator("#results a").first.wait_for()
    assert 0 < visit.bytes - before <= QUERY
