"""One run of Sphinx over a book whose chapters have run; a warning makes it fail."""

import logging
import traceback
from collections.abc import Generator
from contextlib import contextmanager

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
        except MalformedError as error:
            warnings.write(f"{error}\n")
        except SphinxError as error:
            warnings.write(f"{error.category}: {error}\n")
        except Exception:
            warnings.write(traceback.format_exc())
    return False


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


def follow(app: Sphinx, progress: Progress, warnings: Warnings) -> None:
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
