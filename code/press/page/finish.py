"""What is made when all pages stand: fonts, figures, notebooks, the index."""

from pathlib import Path
from typing import cast

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from . import assets, figures, notebooks, search


class Written:
    """The pages that one build writes, and what is made of them when all stand."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def note(self, app: Sphinx, pagename: str, *told: object) -> None:
        """Remember a page."""
        self.names.add(pagename)

    def finish(self, app: Sphinx, error: Exception | None) -> None:
        """Make fonts, figures and the search index."""
        if error or app.builder.name != "html":
            return
        out, store = Path(app.outdir), assets.store_folder(app)
        assets.finish(app, store, every_page(app))
        notebooks.finish(app, self.names)
        images = out / "_images"
        placed = cast("dict[str, tuple[set[str], str]]", app.env.images)
        figures.drop_unused(images, {name for _, name in placed.values()})
        figures.adapt(images)
        search.write(app, out)


def every_page(app: Sphinx) -> list[Path]:
    """Each page of the site, written now or by an earlier build."""
    out = Path(app.outdir)
    names = [*sorted(app.env.found_docs), "search", "404"]
    pages = [out / app.builder.get_target_uri(name) for name in names]
    missing = [page.name for page in pages if not page.exists()]
    if missing:
        raise ExtensionError(f"pages were not written: {', '.join(missing)}")
    return pages
