"""Makes the site: execute, typeset in a work directory, publish if all is well."""

from ..source.project import Project
from ..source.state import state
from ..tools.progress import Progress
from ..typeset.prepared import prepare
from ..typeset.sphinx import render
from .built import mark_built
from .workshop import Workshop


def make_site(project: Project, progress: Progress) -> bool:
    """Whether project.site is the book as it stands; else it is the last good one."""
    made_of = state(project)
    settings = prepare(project, progress)
    if settings is None:
        return False
    workshop = Workshop(project)
    write_all = workshop.open()
    if not render(project, "html", settings, progress, write_all=write_all):
        progress.done("The book was not built. The last good site is as it was.")
        return False
    workshop.publish()
    mark_built(project, made_of)
    return True
