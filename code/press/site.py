"""Makes the site: execute, typeset in a work directory, publish if all is well."""

import io
import logging
import os
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jupyter_book.config import get_final_config
from jupyter_book.pdf import update_latex_documents
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from .execute import execute
from .progress import Progress
from .project import Project
from .workshop import Workshop

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def make_site(project: Project, progress: Progress) -> bool:
    """Whether project.site is the book as it stands; else it is the last good one."""
    state = project.state()
    settings, latex = sphinx_settings(project)
    if not run_chapters(project, settings, progress):
        return False
    workshop = Workshop(project)
    write_all = workshop.open()
    if not typeset(project, "html", settings, latex, progress, write_all=write_all):
        progress.done("The book was not built. The last good site is as it was.")
        return False
    workshop.publish()
    project.mark_built(state)
    return True


def sphinx_settings(project: Project) -> tuple[dict[str, Any], dict[str, Any]]:
    """What Jupyter Book would tell Sphinx, and what it would change in LaTeX."""
    overrides = {
        "external_toc_path": project.toc.as_posix(),
        "latex_individualpages": False,
        "nb_execution_cache_path": str(project.cache),
        "html_baseurl": os.environ.get("BOOK_URL", ""),
    }
    settings, meta = get_final_config(
        user_yaml=project.config,
        cli_config=overrides,
        sourcedir=project.book,
        raise_on_invalid=True,
    )
    settings.pop("comments_config", None)  # of an extension the book does not load
    return settings, meta["latex_doc_overrides"]


def run_chapters(
    project: Project, settings: dict[str, Any], progress: Progress
) -> bool:
    """Whether every chapter's outputs are in the cache; failures are printed."""
    failures = execute(
        project,
        extensions=settings["myst_enable_extensions"],
        timeout=settings["nb_execution_timeout"],
        progress=progress,
    )
    for failure in failures:
        progress.done(f"\n{relative(str(failure), project)}")
    if failures:
        progress.done(f"\n{len(failures)} of the book's chapters failed.")
    return not failures


def typeset(
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
            self.progress.done(relative(COLOUR.sub("", text).rstrip(), self.project))
        return len(text)


def relative(text: str, project: Project) -> str:
    """The text with the project's files named from the project's root."""
    return text.replace(f"{project.root}/", "")
