"""What comes before every rendering: sources looked through, cells run."""

from ..executed.run import run_chapters
from ..executed.studies import run_studies
from ..source.check import check_sources
from ..source.project import Project
from ..tools.progress import Progress
from .settings import Settings, settings_of


def prepare(project: Project, progress: Progress) -> Settings | None:
    """The settings of a book whose chapters have run; None where one failed.

    Raises MalformedError at what the author must mend first.
    """
    check_sources(project)
    settings = settings_of(project)
    if not run_studies(project, progress):
        return None
    ran = run_chapters(
        project,
        extensions=settings.extensions,
        timeout=settings.timeout,
        progress=progress,
    )
    return settings if ran else None
