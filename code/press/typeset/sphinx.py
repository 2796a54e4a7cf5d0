"""One run of Sphinx over a book whose chapters have run; a warning makes it fail."""

import io
import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jupyter_book.pdf import update_latex_documents
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from ..source.project import Project
from ..tools.progress import Progress, without_color


def render(
    project: Project,
    builder: str,
    settings: dict[str, Any],
    latex: dict[str, Any],
    progress: Progress,
    *,
    write_all: bool = False,
) -> bool:
    """Whether Sphinx wrote project.work/builder without a single warning.

    write_all: write every page anew, also those whose source did not change.
    """
    warnings = Warnings(project, progress)
    with patch_docutils(str(project.book)), docutils_namespace():
        try:
            app = Sphinx(
                srcdir=project.book,
                confdir=None,
                outdir=project.work / builder,
                doctreedir=project.work / f"{builder}-doctrees",
                buildername=builder,
                confoverrides=settings,
                status=None,
                warning=warnings,
                warningiserror=True,
                keep_going=True,
            )
            app.config.latex_documents = update_latex_documents(
                app.config.latex_documents, latex
            )
            show_progress(app, progress)
            with findings_shown(progress):
                app.build(force_all=write_all)
        except SphinxError as error:
            warnings.write(f"{error.category}: {error}\n")
            return False
        except Exception:
            warnings.write(traceback.format_exc())
            return False
    return app.statuscode == 0 and not warnings.seen


def show_progress(app: Sphinx, progress: Progress) -> None:
    """Name each chapter as it is read and written."""

    def reading(app: Sphinx, name: str, content: list[str]) -> None:
        progress.now(f"  reading {name}")

    def writing(app: Sphinx, name: str, *context: object) -> None:
        progress.now(f"  writing {name}")

    app.connect("source-read", reading)
    app.connect("html-page-context", writing)


@contextmanager
def findings_shown(progress: Progress) -> Iterator[None]:
    """Pass on what the engine says of the book as a whole."""
    engine, handler = logging.getLogger("sphinx.proofread"), logging.Handler()
    handler.emit = lambda record: progress.done(record.getMessage())
    handler.addFilter(lambda record: record.levelno == logging.INFO)
    engine.addHandler(handler)
    try:
        yield
    finally:
        engine.removeHandler(handler)


class Warnings(io.StringIO):
    """Sphinx's warnings, shown at once, with paths as the author types them."""

    def __init__(self, project: Project, progress: Progress) -> None:
        super().__init__()
        self.project = project
        self.progress = progress
        self.seen = False

    def write(self, text: str) -> int:
        if text.strip():
            self.seen = True
            self.progress.done(self.project.relative(without_color(text).rstrip()))
        return len(text)
