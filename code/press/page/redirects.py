"""Doors: old addresses lead to the new ones, the site's own to the first page."""

import html
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from ..source.project import project_of
from ..source.redirects import redirects

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

DOOR = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved</title>
<script>location.replace("{page}" + location.hash)</script>
<meta http-equiv="refresh" content="0; url={page}">
</head>
<body><p>This page has moved <a href="{page}">to a new address</a>.</p></body>
</html>
"""


def mark_moved(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Old labels of a page lead to the new ones, on this page or on another."""
    if app.builder.format != "html":
        return
    for old, new in redirects(project_of(app.srcdir)).items():
        page, _, label = old.partition("#")
        target, _, place = new.partition("#")
        if page == name and label and target == page:
            label_anew(doctree, label, new)
        elif page == name and label:
            href = app.builder.get_relative_uri(page, target)
            point_away(doctree, label, href + (f"#{place}" if place else ""))


def label_anew(doctree: nodes.document, label: str, new: str) -> None:
    """Put an old label where its content is now."""
    place = new.partition("#")[2]
    elements = doctree.findall(nodes.Element)
    found = next((each for each in elements if place in ids(each)), None)
    if found is None or found.parent is None:
        raise ExtensionError(f"_redirects.yml: {new} leads nowhere")
    mark = nodes.raw("", f'<span id="{label}"></span>', format="html")
    found.parent.insert(found.parent.index(found), mark)


def ids(node: nodes.Element) -> list[str]:
    """The labels of an element."""
    return node["ids"]


def point_away(doctree: nodes.document, label: str, href: str) -> None:
    """Say at the end of the page that what an old label named is elsewhere."""
    told = f'<p id="{label}">This has moved <a href="{href}">to another page</a>.</p>'
    doctree.append(nodes.raw("", f"{told}\n", format="html"))


def leave_doors(app: Sphinx, error: Exception | None) -> None:
    """A page that is no more sends its reader on."""
    if error or app.builder.name != "html":
        return
    for old, new in redirects(project_of(app.srcdir)).items():
        if "#" not in old and old not in app.env.found_docs:
            target, _, place = new.partition("#")
            href = app.builder.get_relative_uri(old, target)
            path = Path(app.outdir) / app.builder.get_target_uri(old)
            path.parent.mkdir(parents=True, exist_ok=True)
            page = href + (f"#{place}" if place else "")
            path.write_text(DOOR.format(page=page), encoding="utf-8")


def write_front_door(app: Sphinx, error: Exception | None) -> None:
    """The site's address itself leads to the book's first page."""
    if error or app.builder.name != "html" or app.config.root_doc == "index":
        return
    page = app.builder.get_target_uri(app.config.root_doc)
    title = html.escape(app.config.html_title)
    door = FRONT_DOOR.format(page=page, title=title)
    (Path(app.outdir) / "index.html").write_text(door, encoding="utf-8")
