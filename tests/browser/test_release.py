"""What is packed can be unpacked, checked, and read from a disk."""

import hashlib
from pathlib import Path
from zipfile import ZipFile

import pytest

from press.site.release import CHECKSUMS, make_release
from press.source.project import Project


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
    folder = tmp_path_factory.mktemp("unpacked")
    with ZipFile(make_release(project)) as archive:
        archive.extractall(folder)
    (only,) = folder.iterdir()
    return only


def test_packed_twice_it_is_the_same(project):
    assert make_release(project).read_bytes() == make_release(project).read_bytes()


def test_every_file_has_the_sum_that_is_told(unpacked):
    lines = (unpacked / CHECKSUMS).read_text("utf8").splitlines()
    told = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    files = {p.relative_to(unpacked).as_posix(): p for p in unpacked.rglob("*.*")}
    found = {name: path for name, path in files.items() if path.is_file()}
    assert told.keys() == found.keys()
    assert {"book.pdf", "ledger.json", "site/index.html"} <= told.keys()
    for name, path in found.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == told[name], name


def test_the_archive_has_its_own_sum_beside_it(project):
    archive = make_release(project)
    told = (archive.parent / CHECKSUMS).read_text("utf8").split()
    assert told == [hashlib.sha256(archive.read_bytes()).hexdigest(), archive.name]


def test_it_opens_from_disk(unpacked, browser):
    page = browser.new_page()
    missing = []
    page.on("requestfailed", lambda request: missing.append(request.url))
    page.goto((unpacked / "site/index.html").as_uri())
    page.wait_for_url("**/start/index.html")
    page.locator("main a[href*='derivatives.html']").first.click()
    assert "Derivatives" in page.locator("h1").inner_text()
    assert missing == []
    page.close()
