"""What is packed can be unpacked, checked, and read from a disk."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page

from press.site.release import CHECKSUMS, make_release
from press.source.project import Project

CHAPTER = "calculus/derivatives.html"


@pytest.fixture(scope="module")
def project(root, site, tmp_path_factory) -> Project:
    """The built book, where a release may be written without touching it."""
    copy = tmp_path_factory.mktemp("release")
    (copy / "CITATION.cff").symlink_to(root / "CITATION.cff")
    build = copy / "_build"
    build.mkdir()
    (build / "html").symlink_to(site)
    if not Project(root).pdf.exists():
        pytest.skip("the PDF is not built: make pdf")
    (build / "pdf").symlink_to(Project(root).pdf.parent)
    return Project(copy)


@pytest.fixture(scope="module")
def unpacked(project, tmp_path_factory) -> Path:
    """The only folder of the archive."""
    folder = tmp_path_factory.mktemp("to read")
    with ZipFile(make_release(project)) as archive:
        archive.extractall(folder)
    (only,) = folder.iterdir()
    return only


def test_packed_twice_it_is_the_same(project):
    assert make_release(project).read_bytes() == make_release(project).read_bytes()


def test_every_file_has_the_sum_that_is_told(unpacked):
    lines = (unpacked / CHECKSUMS).read_text("utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    files = {p.relative_to(unpacked).as_posix(): p for p in unpacked.rglob("*.*")}
    found = {name: path for name, path in files.items() if path.is_file()}
    assert told.keys() == found.keys()
    assert {"book.pdf", "ledger.json", "site/index.html"} <= told.keys()
    for name, path in found.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == told[name], name


def test_the_archive_has_its_own_sum_beside_it(project):
    archive = make_release(project)
    told = (archive.parent / CHECKSUMS).read_text("utf-8").split()
    assert told == [hashlib.sha256(archive.read_bytes()).hexdigest(), archive.name]


@pytest.fixture
def page(visit) -> Iterator[Page]:
    """A reader who has no network; whatever is read, nothing is missed or asked for."""
    missing: list[str] = []
    visit.page.on("requestfailed", lambda request: missing.append(request.url))
    yield visit.page
    assert visit.faults == missing == []
    assert {url.split(":")[0] for url in visit.addresses} <= {"file", "data"}


def on_disk(unpacked: Path, name: str, query: str = "") -> str:
    """The address of a page of the release."""
    return (unpacked / "site" / name).as_uri() + query


def test_it_opens_from_disk(page, unpacked):
    page.goto(on_disk(unpacked, "index.html"))
    page.wait_for_url("**/start/index.html")
    page.locator("main a[href*='derivatives.html']").first.click()
    assert "Derivatives" in page.locator("h1").inner_text()


def test_on_a_disk_an_equation_says_how_it_was_checked(page, unpacked):
    page.goto(on_disk(unpacked, CHAPTER))
    badge = page.locator(".proofread-claim .proofread-badge").first
    badge.locator("summary").click()
    assert "Verdict" in badge.locator("dl").inner_text()


def test_on_a_disk_search_leads_to_what_it_finds(page, unpacked):
    page.goto(on_disk(unpacked, "search.html", "?q=derivative"))
    page.locator("#results a[href*='#']").first.click()
    page.wait_for_url("**#*")
    assert page.locator(":target").count() == 1


def test_on_a_disk_the_page_turns_dark(page, unpacked):
    page.goto(on_disk(unpacked, CHAPTER))
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == "rgb(253, 253, 252)"
    page.locator(".scheme").click()
    assert page.evaluate(paper) == "rgb(21, 24, 28)"
