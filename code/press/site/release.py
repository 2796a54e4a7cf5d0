"""A version of the book to keep: the site, the PDF, the ledger, and their checksums."""

import re
from pathlib import Path

from ..source.citation import citation_of
from ..source.project import Project
from ..tools.archive import checksums, files_below, write_archive

CHECKSUMS = "SHA256SUMS"
LEDGERS = ("ledger.json", "ledger.csv")


def make_release(project: Project) -> Path:
    """Pack what was built; the archive's path. Its checksum lies beside it."""
    work = citation_of(project)
    stem = re.sub(r"[^a-z0-9]+", "-", work.title.lower()).strip("-")
    name = f"{stem or 'book'}-{work.version or '0'}"
    files = files_below(project.site, "site/")
    files |= {ledger: (project.site / ledger).read_bytes() for ledger in LEDGERS}
    files[project.pdf.name] = project.pdf.read_bytes()
    files[CHECKSUMS] = checksums(files).encode()
    archive = project.build / "release" / f"{name}.zip"
    write_archive(archive, {f"{name}/{path}": data for path, data in files.items()})
    beside = checksums({archive.name: archive.read_bytes()})
    (archive.parent / CHECKSUMS).write_text(beside, "utf8")
    return archive
