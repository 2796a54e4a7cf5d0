"""Formulas are set where they stand; a faulty one stops the build and its page goes."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import docutils_namespace

CONFIG = """\
from press.page.mathematics import Mathematics

def setup(app):
    Mathematics().connect(app)

html_math_renderer = "press"
html_theme = "basic"
"""


class Written(NamedTuple):
    """A page, and what writes it from a text."""

    page: Path
    write: Callable[[str], str]

    def __call__(self, text: str) -> str:
        return self.write(text)


def build(folder: Path, text: str, builder: str) -> None:
    """Write a text with one of Sphinx's builders, into a folder of its name."""
    (folder / "conf.py").write_text(CONFIG, "utf-8")
    (folder / "index.rst").write_text(f"Title\n=====\n\n{text}\n", "utf-8")
    out, trees = folder / builder, folder / "trees"
    with docutils_namespace():
        Sphinx(folder, folder, out, trees, builder, status=None).build()


@pytest.fixture
def written(tmp_path) -> Written:
    """The page of a text, after a build."""
    page = tmp_path / "html" / "index.html"

    def write(text):
        build(tmp_path, text, "html")
        return page.read_text("utf-8")

    return Written(page, write)


def test_a_formula_becomes_mathematics_that_carries_its_source(written):
    assert '<math data-tex="x &lt; y"><mi>x</mi>' in written(":math:`x < y` holds")


def test_punctuation_stays_with_its_formula(written):
    page = written(":math:`x`, so")
    assert '<span class="together"><math' in page
    assert "</math>,</span> so" in page


def test_punctuation_is_taken_from_behind_its_formula(written):
    page = written("*a*, *b* :math:`x`, *c*")
    assert "<em>a</em>, <em>b</em>" in page
    assert "</math>,</span> <em>c</em>" in page


def test_print_keeps_the_punctuation_after_a_formula(tmp_path):
    build(tmp_path, ":math:`x`, so", "latex")
    (source,) = (tmp_path / "latex").glob("*.tex")
    assert r"\(x\), so" in source.read_text("utf-8")


def test_only_a_long_formula_within_a_line_is_in_pieces(written):
    long = " + ".join("abcdefghijkl")
    page = written(f":math:`{long}`, :math:`x + y` is")
    assert page.count("<wbr>") == 11
    assert '<wbr><span class="together"><math><mo form="infix">+</mo>' in page
    assert '<math data-tex="x + y">' in page


def test_a_wide_display_is_in_pieces(written):
    sum_of = " + ".join(f"{letter}^2" for letter in "abcdefghijkl")
    page = written(f".. math:: S = {sum_of}")
    assert f'<span class="broken" data-tex="S = {sum_of}">' in page
    assert page.count("<wbr>") == 11


def test_all_faulty_formulas_are_named_with_file_line_and_reason(written):
    with pytest.raises(ExtensionError) as found:
        written(":math:`\\nosuchthing` and\n\n.. math:: \\frac{1}{\n")
    first, second = str(found.value).split("\nindex", 1)[0], str(found.value)
    assert "index.rst:4: cannot set '\\\\nosuchthing'" in first
    assert "index.rst:6: cannot set '\\\\frac{1}{'" in second


def test_a_page_with_a_fault_is_removed_and_written_again_once_mended(written):
    written("fine")
    with pytest.raises(ExtensionError):
        written(r":math:`\frac{1}{`")
    assert not written.page.exists()
    assert "<mfrac>" in written(r":math:`\frac{1}{2}`")
