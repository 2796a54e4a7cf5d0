"""One run of Sphinx over a book whose chapters have run; a warning makes it fail."""

import logging
import traceback
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Protocol

from jupyter_book.pdf import update_latex_documents
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from ..source.malformed import MalformedError
from ..source.project import Project
from ..tools.progress import Progress
from .arrival import check_arrived
from .settings import Settings
from .warnings import Warnings


class Events(Protocol):
    """What tells of a step of Sphinx, to whom it is connected."""

    def connect(self, event: str, callback: Callable[..., object]) -> int: ...


def render(
    project: Project,
    builder: str,
    settings: Settings,
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
            app = _sphinx(project, builder, settings, warnings)
            check_arrived(project.config, settings.written, app.config)
            follow(app, progress, warnings)
            with findings_shown(progress):
                app.build(force_all=write_all)
            return app.statuscode == 0 and not warnings.seen
        except Exception as error:
            warnings.write(reason(error))
    return False


def reason(error: Exception) -> str:
    """Why Sphinx stopped: in a line, where it was not the press's own fault."""
    if isinstance(error, MalformedError):
        return f"{error}\n"
    if isinstance(error, SphinxError):
        return f"{error.category}: {error}\n"
    return "".join(traceback.format_exception(error))


def _sphinx(
    project: Project, builder: str, settings: Settings, warnings: Warnings
) -> Sphinx:
    app = Sphinx(
        srcdir=project.book,
        confdir=None,
        outdir=project.work / builder,
        doctreedir=project.work / f"{builder}-doctrees",
        buildername=builder,
        confoverrides=settings.sphinx,
        status=None,
        warning=warnings,
        warningiserror=True,
        keep_going=True,
    )
    app.config.latex_documents = update_latex_documents(
        app.config.latex_documents, settings.latex
    )
    return app


def follow(app: Events, progress: Progress, warnings: Warnings) -> None:
    """Name each chapter as it is read and written; note what chapters include."""

    def reading(app: Sphinx, name: str, content: list[str]) -> None:
        progress.now(f"  reading {name}")

    def writing(app: Sphinx, name: str, *context: object) -> None:
        progress.now(f"  writing {name}")

    app.connect("source-read", reading)
    app.connect("html-page-context", writing)
    app.connect("include-read", warnings.note_included)


@contextmanager
def findings_shown(progress: Progress) -> Generator[None]:
    """Pass on what the engine says of the book as a whole."""
    engine, handler = logging.getLogger("sphinx.proofread"), logging.Handler()
    handler.emit = lambda record: progress.done(record.getMessage())
    handler.addFilter(lambda record: record.levelno == logging.INFO)
    engine.addHandler(handler)
    try:
        yield
    finally:
        engine.removeHandler(handler)
