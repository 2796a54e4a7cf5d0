"""A version of the book to keep: the site, the PDF, the ledger, and their checksums."""

import re
from pathlib import Path
from shutil import rmtree

from ..executed.cache import Memory
from ..source.citation import citation_of
from ..source.project import Project
from ..tools.archive import checksums, files_below, write_archive

CHECKSUMS = "SHA256SUMS"
LEDGERS = ("ledger.json", "ledger.csv", "ledger-chapters.csv")


def forget_earlier(project: Project) -> None:
    """Let nothing of earlier builds come into the next: outputs, readings, pages."""
    for folder in (Memory(project).folder, project.work):
        rmtree(folder, ignore_errors=True)
    for kept in (project.readings, project.stamp):
        kept.unlink(missing_ok=True)


def make_release(project: Project) -> Path:
    """Pack what was built; the archive's path. Its checksum lies beside it."""
    stem = re.sub(r"[^a-z0-9]+", "-", citation_of(project).title.lower()).strip("-")
    name = f"{stem or 'book'}-{edition_of(project)}"
    files = files_below(project.site, "site/")
    files |= {ledger: (project.site / ledger).read_bytes() for ledger in LEDGERS}
    files[project.pdf.name] = project.pdf.read_bytes()
    files[CHECKSUMS] = checksums(files).encode()
    archive = project.build / "release" / f"{name}.zip"
    write_archive(archive, {f"{name}/{path}": data for path, data in files.items()})
    beside = checksums({archive.name: archive.read_bytes()})
    (archive.parent / CHECKSUMS).write_text(beside, "utf-8")
    return archive


def edition_of(project: Project) -> str:
    """The version that a release of the book as it stands would be."""
    return citation_of(project).version or "0"
