"""What stands at the top of a chapter, before its text."""

import re
from pathlib import Path
from typing import Any, cast

from .malformed import MalformedError, parsed

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.M)


def front_matter(text: str, path: Path) -> dict[str, Any]:
    """What stands between two lines of --- at the top of a chapter."""
    if not text.startswith("---"):
        return {}
    found = FRONT_MATTER.match(text)
    if not found:
        what = "the front matter that begins here has no end: close it with a line ---"
        raise MalformedError(path, 1, what)
    told = parsed(found[1], path, first_line=2)
    if not isinstance(told, dict):
        what = "front matter is names and values, as in 'file_format: mystnb'"
        raise MalformedError(path, 2, what)
    return cast(dict[str, Any], told)
