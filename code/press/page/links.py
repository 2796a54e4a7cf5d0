"""Where else a page can be had: as source, as notebook, in print, and where it runs."""

from pathlib import Path
from typing import NotRequired, TypedDict
from urllib.parse import quote, urlsplit

from sphinx.application import Sphinx

from ..source.project import project_of
from .notebooks import archive_names, notebook_of


class Link(TypedDict):
    """An address and its name; whether it is a file to keep."""

    text: str
    href: str
    download: NotRequired[bool]


def links(app: Sphinx, pagename: str) -> list[Link]:
    """All places of a page, those nearby first."""
    up = "../" * app.builder.get_target_uri(pagename).count("/")
    return nearby(app, pagename, up) + elsewhere(app, pagename)


def nearby(app: Sphinx, pagename: str, up: str) -> list[Link]:
    """The files that lie beside the page; up leads to the root of the site."""
    project, sources = project_of(app.srcdir), f"{up}_sources"
    found = {"Source (MyST)": f"{sources}/{source_file(app, pagename)}"}
    if notebook_of(app, pagename).exists():
        notebook = {"Executed notebook": f"{sources}/{pagename}.ipynb"}
        archives = archive_names(project.root).items()
        found = (
            notebook | found | {text: f"{sources}/{name}" for text, name in archives}
        )
    if project.pdf.exists():
        found["The book as PDF"] = up + project.pdf.name
    return [Link(text=text, href=href, download=True) for text, href in found.items()]


def source_file(app: Sphinx, pagename: str) -> str:
    """The file a page is written in, from the book's folder."""
    return str(app.env.doc2path(pagename, base=False))


def elsewhere(app: Sphinx, pagename: str) -> list[Link]:
    """Services that open the page's notebook, once the book has a public address."""
    repository: str = app.config.press_repository
    address = repository.rstrip("/")
    if not address:
        return []
    name = urlsplit(address).path.strip("/")
    source = f"{Path(app.srcdir).name}/{source_file(app, pagename)}"
    branch, notebooks = app.config.press_branch, app.config.press_notebooks_branch
    colab = f"https://colab.research.google.com/github/{name}/blob/{notebooks}"
    binder = f"https://mybinder.org/v2/gh/{name}/{branch}"
    return [
        Link(text="Open in Colab", href=f"{colab}/_sources/{pagename}.ipynb"),
        Link(text="Open in Binder", href=f"{binder}?labpath={quote(source, safe='')}"),
        Link(text="Edit this page", href=f"{address}/edit/{branch}/{source}"),
    ]
