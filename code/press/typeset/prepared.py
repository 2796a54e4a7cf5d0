"""What comes before every rendering: sources looked through, chapters run."""

from ..executed.run import run_chapters
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
    ran = run_chapters(
        project,
        extensions=settings.extensions,
        timeout=settings.timeout,
        progress=progress,
    )
    return settings if ran else None
