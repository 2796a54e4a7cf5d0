"""What one run keeps for the next: never written by half, and damaged never fatal."""

import json
from pathlib import Path
from typing import Any, cast


def read_kept(path: Path) -> dict[str, Any]:
    """What is kept at a path; nothing where it is damaged, for it can be made anew."""
    try:
        found: object = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return cast(dict[str, Any], found) if isinstance(found, dict) else {}


def keep(path: Path, value: dict[str, Any]) -> None:
    """Write the values for the next run."""
    write_whole(path, json.dumps(value, indent=1, sort_keys=True) + "\n")


def write_whole(path: Path, text: str) -> None:
    """An interrupt leaves the old file or the new one, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(text, "utf-8")
    fresh.replace(path)
