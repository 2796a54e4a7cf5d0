"""How long a page of the built book takes on a slow phone, measured in Chromium."""

import gzip
import statistics
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Request, sync_playwright

from ..system import FLAGS, served

# A mid-range phone on a slow mobile network: pixels, slowdown, ms, bytes per second.
WIDTH, HEIGHT, PIXEL_RATIO, SLOWDOWN = 412, 823, 1.75, 4
LATENCY, DOWN, UP = 562.5, 1474.56 * 1024 / 8, 675 * 1024 / 8
RUNS = 5
SETTLED = 2500  # ms after the page has loaded; what moves or blocks later is not seen

OBSERVE = """
const seen = (window.measured = { painted: 0, moved: 0, blocked: 0 });
const observe = (type, add) => new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) add(entry);
}).observe({ type, buffered: true });
observe("largest-contentful-paint", (paint) => { seen.painted = paint.startTime; });
observe("layout-shift", (shift) => { seen.moved += shift.value; });
observe("long-animation-frame", (frame) => { seen.blocked += frame.blockingDuration; });
"""


@dataclass(frozen=True)
class Visit:
    """A first visit: kilobytes sent, seconds to the largest paint, shift of the layout,
    and seconds blocked: what frames take beyond 50 ms, layout included.
    """

    kilobytes: float
    painted: float
    moved: float
    blocked: float


def heaviest(site: Path, count: int) -> list[str]:
    """The pages that weigh most when compressed, as addresses from the site's root."""
    pages = [path for path in site.rglob("*.html") if "_static" not in path.parts]
    weight = {path: len(gzip.compress(path.read_bytes())) for path in pages}
    first = sorted(pages, key=weight.__getitem__, reverse=True)[:count]
    return [path.relative_to(site).as_posix() for path in first]


def medians(site: Path, names: list[str], chromium: str) -> dict[str, Visit]:
    """Each page's figures, every one the median of several first visits."""
    found: dict[str, Visit] = {}
    with sync_playwright() as playwright, served(site) as address:
        for name in names:
            visits: list[tuple[float, ...]] = []
            for _ in range(RUNS):
                browser = playwright.chromium.launch(
                    executable_path=chromium, args=FLAGS
                )
                visits.append(astuple(visit(browser, f"{address}/{name}")))
                browser.close()
            found[name] = Visit(*map(statistics.median, zip(*visits, strict=True)))
    return found


def visit(browser: Browser, address: str) -> Visit:
    """Open a page in a browser that knows nothing of the site."""
    page = browser.new_page(
        viewport={"width": WIDTH, "height": HEIGHT},
        device_scale_factor=PIXEL_RATIO,
        is_mobile=True,
        has_touch=True,
    )
    sizes: list[int] = []
    page.on("requestfinished", lambda sent: sizes.append(weight_of(sent)))
    slow_down(page)
    page.add_init_script(OBSERVE)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(SETTLED)
    seen = page.evaluate("window.measured")
    return Visit(
        sum(sizes) / 1024, seen["painted"] / 1000, seen["moved"], seen["blocked"] / 1000
    )


def weight_of(request: Request) -> int:
    """The bytes that came in answer to a request."""
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


def slow_down(page: Page) -> None:
    """Give the page the processor and the network of the phone."""
    session: Any = page.context.new_cdp_session(page)  # its messages have no types
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY,
            "downloadThroughput": DOWN,
            "uploadThroughput": UP,
        },
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
