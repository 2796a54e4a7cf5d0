"""What holds of every page, whatever it says."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from press.page.search import INDEX, WORDS
from press.source.citation import citation_of
from press.source.project import Project

ELSEWHERE = ("http://", "https://", "//", "mailto:", "data:")


def test_every_chapter_of_the_contents_has_its_page(root, pages):
    project = Project(root)
    expected = {f"{project.name(chapter)}.html" for chapter in project.chapters()}
    assert expected <= pages.keys()


def test_nothing_is_loaded_from_another_host(pages):
    foreign = {
        (name, address)
        for name, page in pages.items()
        for address in page.loads
        if address.startswith(ELSEWHERE[:3])
    }
    assert foreign == set()


def test_every_link_leads_to_a_page_and_a_place_on_it(site, pages):
    broken = {
        (name, link)
        for name, page in pages.items()
        for link in page.links + page.loads
        if not link.startswith(ELSEWHERE) and not leads(site, pages, name, link)
    }
    assert broken == set()


def test_an_identifier_names_one_place_on_its_page(pages):
    for name, page in pages.items():
        twice = {
            identifier for identifier in page.ids if page.ids.count(identifier) > 1
        }
        assert twice == set(), name


def test_every_page_says_its_language(pages):
    assert {name for name, page in pages.items() if page.language != "en"} == set()


def test_every_image_says_what_it_shows(pages):
    silent = {
        (name, image.get("src"))
        for name, page in pages.items()
        for image in page.images
        if "alt" not in image or image["alt"] == image.get("src")
    }
    assert silent == set()


def told(script: Path, name: str) -> list[Any]:
    """What a script of the search index calls a function of this name with."""
    return json.loads(f"[{script.read_text('utf-8')[len(name) + 1 : -1]}]")


def test_the_index_of_the_book_leads_to_pages_and_anchors_that_exist(site):
    (index,) = told(site / "_static" / "search-index.js", INDEX)
    for _, title, page, anchor, _ in index["entries"]:
        text = (site / index["pages"][page][0]).read_text("utf-8")
        assert title
        assert not anchor or f'id="{anchor}"' in text


def test_the_words_of_the_index_are_in_order_and_lead_to_its_entries(site):
    (index,) = told(site / "_static" / "search-index.js", INDEX)
    words: list[str] = []
    for number, (first, address) in enumerate(index["shards"]):
        known, places = told(site / address, WORDS)
        assert known == number
        assert next(iter(places)) == first
        assert all(sum(steps) < len(index["entries"]) for steps in places.values())
        words += places
    assert words == sorted(set(words))
    assert set(index["common"]) <= set(words)


def leads(site, pages, name: str, link: str) -> bool:
    """Whether a link on the page of this name leads somewhere."""
    address = urlsplit(urljoin(f"file:///{name}", link))
    target = unquote(address.path).removeprefix("/")
    if (site / target).is_dir():
        target = f"{target}/index.html".removeprefix("/")
    if not (site / target).is_file():
        return False
    place = unquote(address.fragment)
    return not place or target not in pages or place in pages[target].ids


def test_catalogs_learn_how_the_book_and_a_chapter_are_cited(root, site):
    work = citation_of(Project(root))
    front = (site / "start/index.html").read_text("utf-8")
    assert f'<meta name="citation_title" content="{work.title}">' in front
    assert f'<meta name="citation_author" content="{work.authors}">' in front
    chapter = (site / "calculus/derivatives.html").read_text("utf-8")
    assert '<meta name="citation_title" content="Derivatives">' in chapter
    assert f'<meta name="citation_inbook_title" content="{work.title}">' in chapter
    assert f"version   = {{{work.version}}}" in chapter


def test_the_printed_book_is_behind_the_menu_of_every_chapter(root, site):
    if Project(root).pdf.exists():
        assert 'href="../book.pdf"' in (site / "calculus/derivatives.html").read_text()
        assert (site / "book.pdf").read_bytes() == Project(root).pdf.read_bytes()
