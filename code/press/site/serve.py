"""The book on this machine: rebuilt on every save, reloaded in the browser."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from ..source.project import Project

NEWS = "/-/news"
RELOADER = b"""<script>
new EventSource("/-/news").onmessage = (event) => {
  if (event.data === "built") location.reload();
  else document.title = "(failed: see the terminal) " + document.title;
};
</script>
"""


class Newsroom:
    """Tells every open page how each build ended."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.edition = 0
        self.latest = ""

    def publish(self, news: str) -> None:
        with self.changed:
            self.edition += 1
            self.latest = news
            self.changed.notify_all()

    def follow(self) -> Iterator[str]:
        """What is published from now on; an empty text now and then in between."""
        seen = self.edition
        while True:
            with self.changed:
                news = self.latest if self._wait(seen) else ""
                seen = self.edition
            yield news

    def _wait(self, seen: int) -> bool:
        """Whether something newer came within a few seconds."""
        return self.changed.wait_for(lambda: self.edition > seen, timeout=15)


class Pages(SimpleHTTPRequestHandler):
    """Files as they are, except that every page asks to be told of the next build."""

    newsroom: Newsroom

    def do_GET(self) -> None:
        if self.path == NEWS:
            self._send_news()
        elif (page := self._page()) is not None:
            self._send_page(page)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _page(self) -> Path | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.endswith("/"):
            path = path / "index.html"
        return path if path.suffix == ".html" and path.is_file() else None

    def _send_page(self, page: Path) -> None:
        content = page.read_bytes() + RELOADER
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _send_news(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            for news in self.newsroom.follow():
                self.wfile.write(f"data: {news}\n\n".encode() if news else b":\n\n")
                self.wfile.flush()
        except OSError:
            return


def make_server(project: Project, newsroom: Newsroom, port: int) -> ThreadingHTTPServer:
    """A server of the last good site; port 0 takes any free one."""
    handler = type("Pages", (Pages,), {"newsroom": newsroom})
    server = ThreadingHTTPServer(
        ("127.0.0.1", port), partial(handler, directory=str(project.site))
    )
    server.daemon_threads = True
    return server


def serve(project: Project, port: int) -> None:
    """Serve the book until interrupted."""
    newsroom = Newsroom()
    build(project)
    server = make_server(project, newsroom, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"The book is served at http://127.0.0.1:{server.server_port}/", flush=True)
    print("Save a chapter to rebuild it; stop with Ctrl-C.", flush=True)
    sources = [project.book, project.root / "code", project.config, project.toc]
    try:
        for _ in watch(*sources, raise_interrupt=True):
            newsroom.publish("built" if build(project) else "failed")
    except KeyboardInterrupt:
        server.shutdown()


def build(project: Project) -> bool:
    """Whether a build in a process of its own succeeds: it sees code just changed."""
    command = [sys.executable, "-m", "press", "book"]
    return subprocess.run(command, cwd=project.root, check=False).returncode == 0
