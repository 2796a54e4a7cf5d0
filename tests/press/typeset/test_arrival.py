"""Every setting of _config.yml reaches Sphinx as it is written, or is refused."""

import pytest
from sphinx.config import Config

from press.source.malformed import MalformedError
from press.source.project import Project
from press.typeset.arrival import check_arrived, reached_by
from press.typeset.settings import settings_of


def written(tmp_path, **values):
    """A file of settings for Sphinx, and what it says."""
    lines = "".join(f"    {name}: {value}\n" for name, value in values.items())
    (tmp_path / "_config.yml").write_text(f"sphinx:\n  config:\n{lines}")
    return tmp_path / "_config.yml", {"sphinx": {"config": values}}


def test_the_settings_of_the_book_reach_sphinx(root):
    settings = settings_of(Project(root))
    assert all(reached_by(settings.written).values())
    assert settings.sphinx["myst_dmath_double_inline"] is True


def test_a_setting_that_jupyter_book_drops_reaches_nothing():
    told = {"title": "Toy", "parse": {"myst_dmath_double_inline": True}}
    assert reached_by(told)["title",] == {"html_title", "latex_doc_overrides"}
    assert reached_by(told)["parse", "myst_dmath_double_inline"] == set()


def test_what_nobody_knows_is_refused_with_the_likely_name(tmp_path):
    path, told = written(tmp_path, nitpickyy=True)
    with pytest.raises(MalformedError, match=r"config.yml:3: .* is it nitpicky\?"):
        check_arrived(path, told, Config({}, {}))


@pytest.mark.parametrize(("value", "sets"), [("perhaps", "perhaps"), (True, False)])
def test_what_arrives_otherwise_is_refused(tmp_path, value, sets):
    path, told = written(tmp_path, numfig=value)
    with pytest.raises(MalformedError, match=r"config.yml:3: numfig does not arrive"):
        check_arrived(path, told, Config({}, {"numfig": sets}))


def test_what_arrives_as_written_passes(tmp_path):
    path, told = written(tmp_path, numfig=True)
    check_arrived(path, told, Config({}, {"numfig": True}))


def test_a_display_within_a_paragraph_is_one_and_the_gate_sees_it(toy):
    config = (toy.root / "_config.yml").read_text()
    gated = config.replace("- press.page", "- press.page\n      - proofread.sphinx")
    toy.write("_config.yml", f"{gated}    myst_dmath_double_inline: true\n")
    toy.write("book/second.md", "# Second\n\nWords, and\n$$2 + 2 = 5$$\nmore words.\n")
    said = toy.make().stdout
    assert "book/second.md:4" in said
    assert "2 + 2 = 5" in said
