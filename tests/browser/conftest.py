"""A browser without a network, and the built book as a static host would serve it."""

import gzip
from collections.abc import Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, sync_playwright

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
COMPRESSED = {".html", ".css", ".js", ".svg"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every page of the built book is a test of its own."""
    if "page_name" in metafunc.fixturenames:
        site = metafunc.config.rootpath / "_build" / "html"
        found = sorted(site.rglob("*.html"))
        names = [path.relative_to(site).as_posix() for path in found if is_page(path)]
        metafunc.parametrize("page_name", names or ["search.html"])


def is_page(path: Path) -> bool:
    """Whether it is a page to read, and not one that sends its reader on."""
    return 'http-equiv="refresh"' not in path.read_text("utf-8")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
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

    @cache
    def body(path: Path) -> bytes:
        raw = path.read_bytes()
        return gzip.compress(raw, 6) if path.suffix in COMPRESSED else raw

    class Host(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = site / self.path.split("?")[0].lstrip("/")
            found = path.is_file()
            path = path if found else site / "404.html"
            self.send_response(200 if found else 404)
            kind = TYPES.get(path.suffix, "application/octet-stream")
            self.send_header("Content-Type", kind)
            if path.suffix in COMPRESSED:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body(path))))
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            self.wfile.write(body(path))

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
