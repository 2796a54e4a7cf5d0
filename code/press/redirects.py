"""Addresses that once led somewhere still do: `_redirects.yml` says where to."""

import re
from pathlib import Path

import yaml
from sphinx.errors import ExtensionError

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


def setup(app):
    """Mark on each page what has moved, and leave a door where a page was."""
    app.connect("html-page-context", mark_moved, priority=950)
    app.connect("build-finished", leave_doors)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def redirects(root):
    """Every old address and its new one: page, or page#label."""
    path = Path(root) / "_redirects.yml"
    told = yaml.safe_load(path.read_text("utf8")) if path.exists() else None
    return told or {}


def mark_moved(app, pagename, templatename, context, doctree):
    """Old labels of a page lead to the new ones, on this page or on another."""
    for old, new in redirects(Path(app.srcdir).parent).items():
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
    for old, new in redirects(Path(app.srcdir).parent).items():
        if "#" not in old and old not in app.env.found_docs:
            target, _, place = new.partition("#")
            href = app.builder.get_relative_uri(old, target)
            path = Path(app.outdir) / app.builder.get_target_uri(old)
            path.parent.mkdir(parents=True, exist_ok=True)
            page = href + (f"#{place}" if place else "")
            path.write_text(DOOR.format(page=page), "utf8")
