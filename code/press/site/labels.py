"""Every address within the book that others may link to, written down in a file.

Sections, equations, figures, theorems, exercises and terms: an address that was once
published must lead somewhere in all later versions.
"""

import re
from pathlib import Path

from ..source.project import Project

ARTICLE = re.compile(r"<article>(.*)</article>", re.DOTALL)
LABEL = re.compile(r'<(?:section|figure|div|span|dt|p)\b[^<>]*\bid="([^"]+)"')
GIVEN_BY_COUNTING = re.compile(r"id\d+$|.*-solution-\d+$|(?:figure|index|note)-\d+$")


def labels_in(site: Path) -> set[str]:
    """Every label of every page, as page#label."""
    return {
        f"{page.relative_to(site).with_suffix('').as_posix()}#{label}"
        for page in site.rglob("*.html")
        for article in ARTICLE.findall(page.read_text("utf8"))
        for label in LABEL.findall(article)
        if not GIVEN_BY_COUNTING.match(label)
    }


def registered(project: Project) -> set[str]:
    """The labels that were ever written down."""
    path = project.labels
    return set(path.read_text("utf8").splitlines()) if path.exists() else set()


def register(project: Project) -> int:
    """Add the labels that are new to the registry; how many they are."""
    known, now = registered(project), labels_in(project.site)
    lines = "".join(f"{label}\n" for label in sorted(known | now))
    project.labels.write_text(lines, "utf8")
    return len(now - known)
