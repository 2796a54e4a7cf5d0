"""What an author wrote amiss is told with file and line, and what to do.

Each toy book here has one fault that is seen before anything is made of it.
"""

import re

import pytest

from press.executed.cache import Memory
from press.executed.run import chapters_to_run
from press.source.check import check_address, check_sources
from press.source.malformed import MalformedError
from press.source.project import Project
from press.typeset.settings import settings_of

HEAD = "---\nfile_format: mystnb\nkernelspec: {name: python3}\n---\n# Title\n\n"
CELL = HEAD + "```{code-cell} python\n%s\n1\n```\n"
BOOK = "@book{a,\n title = {x},\n author = {A. Body},\n%s}\n"
TOC = "format: jb-book\nroot: start/index\nparts:\n- caption: One\n  chapters: [%s]\n"
CITATION = "title: x\nauthors: [%s]\nversion: 1\ndate-released: %s\n"
CONFIG = """\
title: Toy
execute: {%s}
sphinx:
  config:
    bibtex_bibfiles: [refs.bib]
    extensions: [myst_nb, sphinx_external_toc]
"""

FAULTS = {
    # a chapter's file
    "book/first.md": [
        (b"# Title\n\ncaf\xe9", r":3: byte 0xe9 is not UTF-8: save the file as UTF-8"),
        ("---\na: [\n---\n# T\n", r":3: not YAML: .*: mend this line"),
        ("---\n- a\n---\n# T\n", r":2: front matter is names and values"),
        ("---\na: b\n# T\n", r":1: .* no end: close it with a line ---"),
        (
            CELL % ":tags: [hide-inpt]\n",
            r":7: no tag .*'hide-inpt'; known: .*hide-input",
        ),
        (CELL % ":tagz: [a]\n", r":7: no option .*'tagz'; known: load, mystnb, tags"),
        (CELL % ":tags: [hide-input\n", r":7: the options of this cell cannot be read"),
        (CELL % ":tags: hide-input\n", r":8: tags are a list: \[hide-input\]"),
        (CELL % ":load: gone.py\n", r":8: there is no gone.py to load: write it"),
        (
            "# T\n\n```{include} _part.md\n```\n",
            r"book/_part.md:2: .*includes itself.*take it",
        ),
    ],
    "_toc.yml": [
        ("a: [\n", r":2: not YAML: .*: mend this line"),
        ("- a\n", r":1: write names and values"),
        ("", r": 'root' key not found: the chapters of a part stand below 'chapters:'"),
        (TOC.replace("chapters", "chapterz") % "", r":4: .*'chapters' key: .*'- file:"),
        (TOC % "{file: gone}", r":5: there is no chapter book/gone.md: write it, or"),
        (TOC % "{file: first}", r"book/second.md: no chapter, .*add '- file: second'"),
        (TOC % "{file: été à 3}", r":5: 'été à 3' .* as in ete-a-3.md"),
    ],
    "_config.yml": [
        ("a: [\n", r":2: not YAML: .*: mend this line"),
        ("- a\n", r":1: write names and values"),
        ("title: Toy\ntitel: Toy\n", r":2: no setting 'titel' .* is it 'title'\?"),
        (CONFIG % "timeout: soon", r":2: 'soon' is not of type 'number': give it"),
        (
            CONFIG % "execute_notebooks: cache",
            r":2: the press sets this .*: take it out",
        ),
        ("parse: {myst_dmath_double_inline: true}\n", r":1: .*below 'sphinx: config:'"),
        (
            "sphinx: {config: {extensions: [press.type]}}\n",
            r":1: there is no extension",
        ),
    ],
    "book/refs.bib": [
        ("@book{a,\n title = {x}\n year = 2000\n}\n", r":3: .*'}' expected: mend this"),
        (BOOK % "", r":1: the work a has no year, which names it: add one"),
        (BOOK.replace("author", "note") % "", r":1: the work a has no author"),
        (
            "\n" + 2 * (BOOK % " year = 2000\n"),
            r":7: .*repeated .*: a: mend this entry",
        ),
    ],
    "_redirects.yml": [
        ("a: [\n", r":2: not YAML: .*: mend this line"),
        ("- a\n", r":1: write names and values"),
        ("# old\nold: 3\n", r":2: write 'old: new'"),
        (
            "old: gone/page#label\n",
            r":1: gone/page#label leads to no page .*: name one",
        ),
    ],
    "CITATION.cff": [
        ("a: [\n", r":2: not YAML: .*: mend this line"),
        ("title: x\n", r": 'authors' is missing: add a line 'authors: "),
        (
            CITATION % ("{name: A}", "soon"),
            r":4: write 'date-released' as in 'date-rel",
        ),
        (CITATION % ("A", "2026-01-01"), r":2: write an author as '- name: A. Person'"),
    ],
}
CASES = [(name, *fault) for name, faults in FAULTS.items() for fault in faults]


def look_through(project: Project) -> None:
    """What a build does before it runs or makes anything."""
    check_sources(project)
    settings = settings_of(project)
    chapters_to_run(project, Memory(project), settings.extensions)


@pytest.fixture
def citing(toy):
    """A toy book without a fault, which names its works."""
    toy.write("_config.yml", CONFIG % "")
    toy.write("book/refs.bib", BOOK % " year = 2000\n")
    toy.write("book/_part.md", "A part\n```{include} _part.md\n```\n")
    return toy


@pytest.mark.parametrize(("name", "text", "said"), CASES)
def test_a_fault_is_told_with_its_place_and_what_to_do(citing, name, text, said):
    raw = text if isinstance(text, bytes) else text.encode()
    (citing.root / name).write_bytes(raw)
    project = Project(citing.root)
    with pytest.raises(MalformedError) as told:
        look_through(project)
    place = said if said.startswith("book/") else name + said
    assert re.search(place, project.relative(str(told.value)))


def test_a_book_without_a_fault_is_looked_through_in_silence(toy):
    toy.write("book/part.md", "A part that a chapter includes.\n")
    toy.write("book/_draft.md", "# Left out\n")
    toy.write("book/second.md", "# Second\n\n```{include} part.md\n```\n")
    toy.write("_redirects.yml", "old: first#label\n")
    look_through(Project(toy.root))


@pytest.mark.parametrize("address", ["not a url", "ftp://example.org", "http://["])
def test_an_address_that_is_none_is_refused(address):
    with pytest.raises(MalformedError, match=r"BOOK_URL: .*give one as https://"):
        check_address(address)


def test_a_fault_ends_a_build_in_one_line_and_the_last_good_site_stays(toy):
    site = toy.root / "_build/html"
    site.mkdir(parents=True)
    (site / "index.html").write_text("the last good site")
    toy.write("_toc.yml", "a: [\n")
    failed = toy.make()
    assert failed.returncode == 1
    assert failed.stdout.startswith("_toc.yml:2: not YAML")
    assert failed.stdout.count("\n") == 1
    assert failed.stderr == ""
    assert (site / "index.html").read_text() == "the last good site"
