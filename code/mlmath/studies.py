"""What long experiments found: each is a script beside the chapters that tell of it."""

import json
from pathlib import Path
from typing import Any


def study(name: str) -> dict[str, Any]:
    """Return what `study()` of studies/NAME.py returned, arrays as lists.

    To be called from a chapter's cells, in the chapter's folder. Raises
    FileNotFoundError where the study has not been made yet.
    """
    kept = Path("studies", f"{name}.json")
    if not kept.is_file():
        raise FileNotFoundError(f"{kept} is not there: `make book` computes it")
    return json.loads(kept.read_text("utf-8"))["found"]
