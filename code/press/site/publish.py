"""Makes the site: execute, typeset in a work directory, publish if all is well."""

from ..executed.run import run_chapters
from ..source.check import check_sources
from ..source.project import Project
from ..source.state import state
from ..tools.progress import Progress
from ..typeset.settings import settings_of
from ..typeset.sphinx import render
from .built import mark_built
from .workshop import Workshop


def make_site(project: Project, progress: Progress) -> bool:
    """Whether project.site is the book as it stands; else it is the last good one."""
    check_sources(project)
    made_of = state(project)
    settings = settings_of(project)
    if not run_chapters(
        project,
        extensions=settings.extensions,
        timeout=settings.timeout,
        progress=progress,
    ):
        return False
    workshop = Workshop(project)
    write_all = workshop.open()
    if not render(project, "html", settings, progress, write_all=write_all):
        progress.done("The book was not built. The last good site is as it was.")
        return False
    workshop.publish()
    mark_built(project, made_of)
    return True
