"""What a book says of its address, once it has one; without one it says nothing."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from PIL import Image

BASE = "https://example.org/book"
REPOSITORY = "https://github.com/someone/somewhere"
SERVICES = (
    "https://colab.research.google.com/github/someone/somewhere/",
    "https://mybinder.org/v2/gh/someone/somewhere/",
    f"{REPOSITORY}/edit/",
)
CARD = (1200, 630)


@pytest.fixture(scope="module")
def published(root, tmp_path_factory) -> Path:
    """The site of a book of two pages, built for an address and a repository."""
    book = tmp_path_factory.mktemp("published")
    for part in ("requirements.txt", "code"):
        (book / part).symlink_to(root / part)
    settings = yaml.safe_load((root / "_config.yml").read_text("utf-8"))
    settings["sphinx"]["config"]["press_repository"] = REPOSITORY
    del settings["sphinx"]["config"]["proofread_typed"]  # its pages are not here
    (book / "_config.yml").write_text(yaml.safe_dump(settings))
    (book / "_toc.yml").write_text(
        "format: jb-book\nroot: start\nchapters: [{file: part/roots}]\n"
    )
    (book / "book/part").mkdir(parents=True)
    (book / "book/start.md").write_text("# Start\n\nRead {doc}`part/roots` first.\n")
    (book / "book/part/roots.md").write_text("# Roots\n\nOf two there is one.\n")
    (book / "book/references.bib").write_text("")
    run = subprocess.run(
        [sys.executable, "-m", "press", "book"],
        cwd=book,
        env={**os.environ, "BOOK_URL": BASE},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return book / "_build/html"


def test_search_engines_find_every_page(published):
    listed = ElementTree.parse(published / "sitemap.xml").getroot()
    addresses = [entry[0].text for entry in listed]
    assert addresses == [f"{BASE}/part/roots.html", f"{BASE}/start.html"]


def test_a_shared_link_shows_a_card(published):
    page = (published / "part/roots.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{BASE}/part/roots.html">' in page
    assert f'content="{BASE}/_static/cards/part/roots.png"' in page
    assert "Of two there is one." in page.partition("</head>")[0]
    assert Image.open(published / "_static/cards/part/roots.png").size == CARD


def test_a_page_opens_where_notebooks_run(published):
    page = (published / "part/roots.html").read_text("utf-8")
    assert all(f'href="{address}' in page for address in SERVICES)


def test_without_a_repository_no_page_names_one(pages):
    links = [link for page in pages.values() for link in page.links]
    assert links
    assert not [link for link in links if "colab." in link or "mybinder." in link]
