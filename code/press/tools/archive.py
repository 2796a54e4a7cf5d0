"""Archives that are the same, byte for byte, whenever and wherever they are made."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first day an archive can tell
READABLE = 0o100644 << 16


def write_archive(target: Path, files: Mapping[str, bytes]) -> None:
    """Pack the files, by their names in the archive, in the order of the names."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(target, "w") as archive:
        for name in sorted(files):
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = READABLE
            entry.create_system = 3  # as on Unix, on every system
            archive.writestr(entry, files[name])


def files_below(folder: Path, prefix: str = "") -> dict[str, bytes]:
    """Every file of a folder by its name from there, after the prefix."""
    return {
        prefix + path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def checksums(files: Mapping[str, bytes]) -> str:
    """A line for each file, as sha256sum reads them."""
    return "".join(
        f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)
    )
