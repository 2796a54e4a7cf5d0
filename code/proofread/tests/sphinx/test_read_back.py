"""A statement that page or print shows otherwise than it was proved stops the build."""

import json
from pathlib import Path

import pytest
from sphinx.writers.latex import LaTeXTranslator

from proofread.samples import Named, NameKind, Numbers, Said, Sample
from proofread.sphinx import identities_page, readings, results
from proofread.sphinx.read_back import ReadBackError

A, B = (1.5, -0.3, 2.0), (0.7, 1.1, -4.0)
SAMPLE = Sample(
    names=tuple(
        Named(name, NameKind.NUMBER, values=tuple(map(Numbers.of, values)))
        for name, values in (("a", A), ("b", B))
    ),
    lines=(
        Said("=", (tuple(Numbers.of(a + b) for a, b in zip(A, B, strict=True)),) * 2),
    ),
    conditions=(),
)
FAULT = r"algebra/two.md:9: “other” is printed otherwise"


TWO = """# Two

```{code-cell}
claim("other")
```

```{ledger}
```
"""


@pytest.fixture
def told(book, monkeypatch):
    """The toy book, one claim of which carries its numbers, set as MathML by hand."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    book.changes["other"] = {"sample": SAMPLE}
    book.write("calculus/one", "# One\n")
    book.write("algebra/two", TWO)
    return book


def set_by_hand(book, **settings) -> str:
    names = ["myst_nb", "sphinx_proof", "sphinx_exercise", "proofread.sphinx"]
    hand = {"extensions": [*names, "hand_set"], "html_math_renderer": "hand"}
    return book.build(**hand, **settings)


def test_a_page_that_shows_what_was_proved_is_written(told):
    assert "WARNING" not in set_by_hand(told)
    ledger = json.loads(told.ledger())
    assert ledger["totals"]["read_back"] == 1
    row = next(row for row in ledger["claims"] if row["key"] == "other")
    assert row["not_read_back"] is None


def test_a_formula_in_pieces_is_read_as_one(told):
    set_by_hand(told, hand_set_pieces=True)
    assert "<wbr>" in told.html("algebra/two")


@pytest.mark.parametrize("dropped", ["+", "=", "b"])
@pytest.mark.parametrize("pieces", [False, True])
def test_a_page_that_lost_a_mark_is_not_written(told, dropped, pieces):
    with pytest.raises(ReadBackError, match=FAULT):
        set_by_hand(told, hand_set_drop=dropped, hand_set_pieces=pieces)
    assert not (told.root / "_build" / "html" / "algebra" / "two.html").exists()


REPEATS = {
    results: "```{results}\n- The sum, {eq}`other`.\n```\n",
    identities_page: "```{identities}\n```\n",
}


@pytest.mark.parametrize(("module", "text"), REPEATS.items(), ids=["box", "list"])
def test_a_statement_that_is_repeated_is_read_back_too(told, monkeypatch, module, text):
    told.write("calculus/one", f"# One\n\n{text}")
    set_by_hand(told)
    assert 'data-key="other"' in told.html("calculus/one")
    whole = module.formula
    monkeypatch.setattr(module, "formula", lambda x: whole(x.replace("+", "-", 1)))
    with pytest.raises(ReadBackError, match=FAULT):
        set_by_hand(told, fresh=True)
    assert not (told.root / "_build" / "html" / "calculus" / "one.html").exists()


def test_a_page_that_failed_is_written_anew(told):
    set_by_hand(told)
    with pytest.raises(ReadBackError):
        set_by_hand(told, hand_set_drop="+")
    set_by_hand(told)
    assert "<mo>+</mo>" in told.html("algebra/two")


def test_what_the_engine_prints_is_read_before_any_page(told):
    told.changes["other"]["latex"] = "a - b = b + a"
    told.write("algebra/two", told.text("algebra/two"))
    with pytest.raises(ReadBackError, match=FAULT):
        told.build()


def test_print_that_lost_a_sign_stops_the_build(told, monkeypatch):
    assert "WARNING" not in told.build("latex")
    whole = LaTeXTranslator.visit_math_block

    def broken(self, node):
        node.children[0] = type(node.children[0])(node.astext().replace("+", "-", 1))
        whole(self, node)

    monkeypatch.setattr(LaTeXTranslator, "visit_math_block", broken)
    with pytest.raises(ReadBackError, match=FAULT):
        told.build("latex", fresh=True)


def test_what_was_read_once_is_looked_up(told, monkeypatch):
    set_by_hand(told, proofread_read_back="kept.json")

    def unwanted(*_):
        raise AssertionError("read again")

    monkeypatch.setattr(readings, "fault", unwanted)
    set_by_hand(told, proofread_read_back="kept.json", fresh=True)


def test_what_cannot_be_read_is_listed_with_its_reason(told):
    told.changes["other"]["latex"] = r"a \heartsuit b = b + a"
    told.write("algebra/two", told.text("algebra/two"))
    with pytest.raises(ReadBackError, match="heartsuit"):
        told.build()
    with pytest.raises(ReadBackError, match="1 of 1 statements are not read"):
        told.build(proofread_unread={"other": "a heart"})


def test_what_is_listed_and_can_be_read_stops_the_build(told):
    with pytest.raises(ReadBackError, match="take it off"):
        told.build(proofread_unread={"other": "a heart"})
