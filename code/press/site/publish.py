"""Makes the site: execute, typeset in a work directory, publish if all is well."""

from ..executed.run import run_chapters
from ..source.project import Project
from ..source.state import state
from ..tools.progress import Progress
from ..typeset.settings import sphinx_settings
from ..typeset.sphinx import render
from .built import mark_built
from .workshop import Workshop


def make_site(project: Project, progress: Progress) -> bool:
    """Whether project.site is the book as it stands; else it is the last good one."""
    made_of = state(project)
    settings, latex = sphinx_settings(project)
    if not run_chapters(
        project,
        extensions=settings["myst_enable_extensions"],
        timeout=settings["nb_execution_timeout"],
        progress=progress,
    ):
        return False
    workshop = Workshop(project)
    write_all = workshop.open()
    if not render(project, "html", settings, latex, progress, write_all=write_all):
        progress.done("The book was not built. The last good site is as it was.")
        return False
    workshop.publish()
    mark_built(project, made_of)
    return True
