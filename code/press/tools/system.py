"""What a system may have: browsers, TeX, npm; and a site as a static host serves it."""

import gzip
import shutil
import threading
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
COMPRESSED = {".html", ".css", ".js", ".svg"}

OPTIONAL = {
    "chromium": ("the browser tests", "chromium"),
    "firefox": ("the test in Firefox", "firefox-esr"),
    "coqc": (
        "the second proof by Coq's kernel",
        "coq libcoq-mathcomp-algebra libcoq-mathcomp-algebra-tactics",
    ),
    "npm": ("the checks of the pages' scripts", "nodejs npm"),
    "xelatex": (
        "the PDF",
        "texlive-xetex texlive-latex-recommended texlive-latex-extra "
        "texlive-fonts-recommended texlive-fonts-extra texlive-plain-generic "
        "lmodern tex-gyre fonts-freefont-otf latexmk poppler-utils",
    ),
}


def find_firefox() -> str | None:
    """The path of the system's Firefox, where there is one."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


def find_chromium() -> str | None:
    """The path of the system's Chromium, where there is one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Host(SimpleHTTPRequestHandler):
    """Files as static hosts serve them: text compressed, kept for ten minutes."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        found = path.is_file()
        if not found:
            path = Path(self.directory) / "404.html"
        body = body_of(path)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        if path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@cache
def body_of(path: Path) -> bytes:
    """What is sent of a file, compressed once however often it is asked for."""
    raw = path.read_bytes()
    return gzip.compress(raw, 6) if path.suffix in COMPRESSED else raw


@contextmanager
def served(site: Path) -> Generator[str]:
    """The address under which a site is served for as long as the context lasts."""
    handler = partial(Host, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
