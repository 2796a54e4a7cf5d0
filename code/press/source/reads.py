"""What a chapter read when it ran, besides its cells: same digests, same outputs.

A file is its bytes, a folder its names; what was looked for in vain is known as absent.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from .state import digest_of, digest_of_file

ABSENT = "absent"


def reads(root: Path, paths: Iterable[Path]) -> dict[str, str]:
    """Each path, as seen from the root, with the digest of what is there now."""
    return {_name(root, path): _digest(path) for path in sorted(set(paths))}


def are_as_they_were(root: Path, before: Mapping[str, str]) -> bool:
    """Whether all that was read is still the same."""
    return all(_digest(root / name) == digest for name, digest in before.items())


def _name(root: Path, path: Path) -> str:
    inside = path.is_relative_to(root)
    return (path.relative_to(root) if inside else path).as_posix()


def _digest(path: Path) -> str:
    try:
        if path.is_dir():
            return digest_of(_names(path))
        return digest_of_file(path)
    except OSError:
        return ABSENT


def _names(folder: Path) -> list[str]:
    """What lies in a folder, but for what programs leave there."""
    names = (child.name for child in folder.iterdir())
    return sorted(name for name in names if name[0] != "." and name != "__pycache__")
