"""A release is made of nothing that an earlier build kept."""

from press.executed.cache import Memory
from press.site.built import is_built, mark_built
from press.site.release import forget_earlier
from press.source.project import Project
from press.source.state import state


def test_nothing_of_an_earlier_build_comes_into_a_release(toy):
    project = Project(toy.root)
    memory = Memory(project)
    for kept in (memory.path("first"), memory.index, project.readings):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text("{}", "utf-8")
    project.site.mkdir(parents=True)
    project.work.mkdir(parents=True)
    mark_built(project, state(project))
    assert is_built(project)
    forget_earlier(project)
    assert not is_built(project)
    assert not memory.path("first").exists()
    assert not project.readings.exists()
    assert not project.work.exists()
