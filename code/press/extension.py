"""What the book asks of Sphinx besides its pages: a front door, numbers that agree."""

import hashlib
import html
from collections.abc import Iterable
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError

from .history import days_of_change

FRONT_DOOR = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{page}">
<meta http-equiv="refresh" content="0; url={page}">
</head>
<body><p><a href="{page}">{title}</a></p></body>
</html>
"""

ONCE_NUMBERED = 900  # later than Sphinx gives out the numbers in the same event

WHAT_TO_TYPE = """the chapters are in book/. Type

    make book

or, if you would rather call Jupyter Book yourself,

    jupyter-book build book --config "$PWD/_config.yml" --toc "$PWD/_toc.yml" \\
        --path-output .
"""


def setup(app: Sphinx) -> dict[str, bool]:
    if (Path(app.srcdir) / "book").is_dir():
        raise ConfigError(WHAT_TO_TYPE)
    app.connect("env-get-updated", pages_that_show_numbers, priority=ONCE_NUMBERED)
    app.connect("env-get-updated", pages_that_show_another_day)
    app.connect("doctree-resolved", drop_repeated_identifiers)
    app.connect("build-finished", write_front_door)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def pages_that_show_numbers(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Every page when a title or a number changed: others may show it."""
    kept = vars(env)
    before, kept["press_numbers"] = kept.get("press_numbers"), numbers(env)
    return [] if before in (None, kept["press_numbers"]) else env.found_docs


def pages_that_show_another_day(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Every page whose last recorded change is another than when it was written."""
    kept = vars(env)
    days = days_of_change(Path(app.srcdir))
    now = {name: days.get(str(env.doc2path(name, base=False))) for name in env.all_docs}
    before, kept["press_days"] = kept.get("press_days", now), now
    return [name for name in now if before.get(name) != now[name]]


def numbers(env: BuildEnvironment) -> str:
    """A hash of all that one page may show of another."""
    titles = {name: title.astext() for name, title in env.titles.items()}
    equations = env.domaindata["math"]["objects"]
    labels = env.domaindata["std"]["labels"]
    shown = [titles, env.toc_secnumbers, env.toc_fignumbers, equations, labels]
    ordered = repr([sorted(part.items()) for part in shown])
    return hashlib.sha256(ordered.encode()).hexdigest()


def drop_repeated_identifiers(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """sphinx-exercise calls the content of every exercise of a page the same."""
    for section in doctree.findall(nodes.section):
        if {"exercise-content", "solution-content"} & set(section["ids"]):
            section["ids"] = []


def write_front_door(app: Sphinx, error: Exception | None) -> None:
    """The site's address itself leads to the book's first page."""
    if error or app.builder.name != "html" or app.config.root_doc == "index":
        return
    page = app.builder.get_target_uri(app.config.root_doc)
    title = html.escape(app.config.html_title)
    door = FRONT_DOOR.format(page=page, title=title)
    (Path(app.outdir) / "index.html").write_text(door, "utf8")
