"""Formulas are set once, in one call, and a faulty one is named with its place."""

import pytest
from sphinx.errors import ExtensionError

from press.typeset import formulas
from press.typeset.formulas import Cache, body, latex_macros, mark, set_pages

MACROS = {"R": r"\mathbb{R}", "norm": [r"\left\lVert #1 \right\rVert", 1]}


@pytest.fixture
def page(tmp_path):
    return tmp_path / "page.html"


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "formulas.json", MACROS)


def test_a_mark_becomes_mathematics_that_carries_its_source(page, cache):
    page.write_text(f"<p>{mark('x < y', False, 'a.md:3')}</p>", "utf-8")
    set_pages([page], cache)
    assert '<math data-tex="x &lt; y"><mi>x</mi>' in page.read_text("utf-8")


def test_a_macro_of_the_settings_is_known(page, cache):
    page.write_text(mark(r"\norm{x} \in \R", True, "a.md:3"), "utf-8")
    set_pages([page], cache)
    assert "ℝ" in page.read_text("utf-8")


def test_a_faulty_formula_stops_the_build_with_file_line_and_formula(page, cache):
    page.write_text(mark(r"\frac{1}{", False, "book/a.md:17"), "utf-8")
    with pytest.raises(ExtensionError, match=r"book/a\.md:17: .*frac\{1\}\{"):
        set_pages([page], cache)
    assert not page.exists()


def test_an_unknown_command_is_a_fault(page, cache):
    page.write_text(mark(r"\nosuchthing", False, "a.md:1"), "utf-8")
    with pytest.raises(ExtensionError, match="nosuchthing"):
        set_pages([page], cache)


def test_what_was_set_before_needs_no_second_call(page, cache, monkeypatch):
    page.write_text(mark("x", False, "a.md:1"), "utf-8")
    set_pages([page], cache)
    first = page.read_text("utf-8")
    monkeypatch.setattr(formulas, "typeset", None)
    page.write_text(mark("x", False, "a.md:1"), "utf-8")
    set_pages([page], Cache(cache.path, MACROS))
    assert page.read_text("utf-8") == first


def test_a_changed_macro_sets_everything_anew(page, cache):
    page.write_text(mark("x", False, "a.md:1"), "utf-8")
    set_pages([page], cache)
    assert Cache(cache.path, {}).known == {}


def test_punctuation_stays_with_its_formula(page, cache):
    page.write_text(f"{mark('x', False, 'a.md:1')}, so", "utf-8")
    set_pages([page], cache)
    assert page.read_text("utf-8").endswith("</math>,</span> so")


def test_outer_environments_become_inner_ones_and_bare_rows_a_block():
    assert body(r"\begin{align*} a &= b \end{align*}").startswith(r"\begin{aligned}")
    assert body(r"a \\ b") == r"\begin{split}a \\ b\end{split}"
    assert body(r"\begin{cases} a \\ b \end{cases}").startswith(r"\begin{cases}")


def test_latex_gets_the_same_macros():
    assert r"\renewcommand{\norm}[1]{\left\lVert #1 \right\rVert}" in latex_macros(
        MACROS
    )
    assert r"\renewcommand{\R}{\mathbb{R}}" in latex_macros(MACROS)
