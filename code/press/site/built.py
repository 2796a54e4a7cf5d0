"""Whether the site is the book as it stands: nothing it was made from has changed."""

from ..executed.cache import Memory
from ..source.project import Project
from ..source.reads import are_as_they_were
from ..source.state import state


def is_built(project: Project) -> bool:
    """Whether the site was made from the book, and all its chapters read, as it is."""
    stamp = project.stamp
    if not project.site.is_dir() or not stamp.exists():
        return False
    runs = Memory(project).runs.values()
    is_same = stamp.read_text("utf-8", "replace") == state(project)
    return is_same and all(are_as_they_were(project.root, run.reads) for run in runs)


def mark_built(project: Project, made_of: str) -> None:
    """Remember that the site was made when the project's state was this."""
    project.stamp.write_text(made_of, "utf-8")
