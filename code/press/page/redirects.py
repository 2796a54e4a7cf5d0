"""Doors: old addresses lead to the new ones, the site's own to the first page."""

import html
import re
from pathlib import Path

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


def mark_moved(app, pagename, templatename, context, doctree):
    """Old labels of a page lead to the new ones, on this page or on another."""
    for old, new in redirects(project_of(app.srcdir)).items():
        page, _, label = old.partition("#")
        if doctree is not None and page == pagename and label:
            context["body"] = with_label(app, context["body"], label, page, new)


def with_label(app, body, label, page, new):
    """The page's text with an old label at the place where its content is now."""
    target, _, place = new.partition("#")
    if target == page:
        opening = re.search(rf'<[a-z]+\b[^<>]*\bid="{re.escape(place)}"', body)
        if not opening:
            raise ExtensionError(f"_redirects.yml: {new} leads nowhere")
        at = opening.start()
        return f'{body[:at]}<span id="{label}"></span>{body[at:]}'
    href = app.builder.get_relative_uri(page, target) + (f"#{place}" if place else "")
    moved = f'<p id="{label}">This has moved <a href="{href}">to another page</a>.</p>'
    return f"{body}\n{moved}\n"


def leave_doors(app, error):
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
            path.write_text(DOOR.format(page=page), "utf8")


def write_front_door(app: Sphinx, error: Exception | None) -> None:
    """The site's address itself leads to the book's first page."""
    if error or app.builder.name != "html" or app.config.root_doc == "index":
        return
    page = app.builder.get_target_uri(app.config.root_doc)
    title = html.escape(app.config.html_title)
    door = FRONT_DOOR.format(page=page, title=title)
    (Path(app.outdir) / "index.html").write_text(door, "utf8")
