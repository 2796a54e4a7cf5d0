"""The built book, read once: what its pages link to, load and name."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

LOADED = {("img", "src"), ("script", "src"), ("link", "href"), ("iframe", "src")}
MEANT_FOR_OTHERS = {"canonical", "license", "alternate"}


@dataclass
class Page(HTMLParser):
    """A page's identifiers, the addresses it links to, and those it loads."""

    path: Path
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    images: list[dict[str, str]] = field(default_factory=list)
    language: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "html":
            self.language = given.get("lang", "")
        if tag == "img":
            self.images.append(given)
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        for name, value in given.items():
            if (tag, name) in LOADED and given.get("rel") not in MEANT_FOR_OTHERS:
                self.loads.append(value)


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Every page by its address from the site's root."""
    found = {path.relative_to(site): path for path in sorted(site.rglob("*.html"))}
    return {
        name.as_posix(): Page(path)
        for name, path in found.items()
        if name.parts[0] != "_static"
    }
