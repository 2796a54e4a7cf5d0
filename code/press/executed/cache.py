"""Executed chapters on the disk, one folder for each state of what they can read."""

import json
import shutil
from pathlib import Path
from typing import Any

from ..source.project import Project
from ..source.state import code_state, digest_of_file

KEPT = 3


def cache_folder(project: Project) -> Path:
    """Where the outputs of chapters are kept as long as the code stays as it is."""
    return project.build / "cache" / code_state(project)[:16]


class Memory:
    """What is known of earlier runs: how long chapters took, which bytes were run."""

    def __init__(self, project: Project) -> None:
        self.folder = cache_folder(project)
        self.times = project.build / "cache" / "seconds.json"
        self.done = self.folder / "executed.json"
        self.seconds: dict[str, float] = _read_json(self.times)
        self.digests: dict[str, str] = _read_json(self.done)

    def knows(self, name: str, path: Path) -> bool:
        return self.digests.get(name) == digest_of_file(path)

    def remember(self, name: str, path: Path, seconds: float | None = None) -> None:
        self.digests[name] = digest_of_file(path)
        _write_json(self.done, self.digests)
        if seconds is not None:
            self.seconds[name] = round(seconds, 2)
            _write_json(self.times, self.seconds)

    def forget_old(self) -> None:
        """Keep the outputs of the last few states of the code; drop older ones."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.touch()
        caches = [path for path in self.folder.parent.iterdir() if path.is_dir()]
        caches.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in caches[KEPT:]:
            shutil.rmtree(path)


def _read_json(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def _write_json(path: Path, value: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1, sort_keys=True) + "\n", "utf-8")
