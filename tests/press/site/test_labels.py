"""Each address is written down with the number that every edition gave it."""

import pytest

from press.site.labels import EditionError, record_edition, register, registered
from press.source.malformed import MalformedError
from press.source.project import Project

PAGE = """
<article><section id="rules"><span id="rules-of-sums"></span>
<h2><span class="section-number">1.2. </span>Rules</h2>
<p>See <span id="id3">x</span>.</p>
<div id="equation-sum"><math><mi>x</mi></math>
<span class="eqno">(1.3)<a>#</a></span></div>
<figure id="fig-sum"><img src="a.svg">
<figcaption><span class="caption-number">Fig. 1.1 </span>A sum.</figcaption></figure>
<dl><dt id="term-sum">sum</dt></dl></section></article>
"""


@pytest.fixture
def project(tmp_path) -> Project:
    project = Project(tmp_path)
    project.site.mkdir(parents=True)
    (project.site / "first.html").write_text(PAGE, "utf-8")
    return project


def test_every_label_has_the_number_its_page_shows(project):
    record_edition(project, "1.0")
    numbers = {label: row["1.0"] for label, row in registered(project).items()}
    assert numbers == {
        "first#rules": "1.2",
        "first#rules-of-sums": "1.2",
        "first#equation-sum": "(1.3)",
        "first#fig-sum": "Fig. 1.1",
        "first#term-sum": "",
    }


def test_new_labels_join_and_old_ones_stay(project):
    record_edition(project, "1.0")
    moved = PAGE.replace("fig-sum", "fig-total")
    (project.site / "first.html").write_text(moved, "utf-8")
    assert register(project) == 1
    assert registered(project)["first#fig-sum"] == {"1.0": "Fig. 1.1"}
    assert registered(project)["first#fig-total"] == {"1.0": ""}


def test_another_edition_adds_its_numbers_beside_the_old_ones(project):
    record_edition(project, "1.0")
    (project.site / "first.html").write_text(PAGE.replace("1.3", "1.4"), "utf-8")
    record_edition(project, "1.1")
    equation = registered(project)["first#equation-sum"]
    assert equation == {"1.0": "(1.3)", "1.1": "(1.4)"}


def test_a_released_edition_keeps_its_numbers(project):
    record_edition(project, "1.0")
    (project.site / "first.html").write_text(PAGE.replace("1.3", "1.4"), "utf-8")
    with pytest.raises(EditionError, match=r"another version in CITATION\.cff"):
        record_edition(project, "1.0")
    assert registered(project)["first#equation-sum"] == {"1.0": "(1.3)"}


@pytest.mark.parametrize("line", ["no label", "first#rules,1,2", "first#rules"])
def test_a_damaged_line_is_told_and_the_registry_stays(project, line):
    damaged = f"address,1.0\nfirst#old,1\n{line}\n"
    project.labels.write_text(damaged, "utf-8")
    with pytest.raises(MalformedError, match=r"_labels.csv:3: .*: restore the line"):
        register(project)
    assert project.labels.read_text("utf-8") == damaged
