"""Every way to show unchecked mathematics stops the build, with file and line."""

import json

import pytest

from proofread.bundle import Row
from proofread.sphinx.gate import GateError

NUMBERED = {
    "a labeled display": "$$ x = y $$ (label)\n",
    "a labeled directive": "```{math}\n:label: label\nx = y\n```\n",
    "an environment": "\\begin{align}\nx &= y\n\\end{align}\n",
    "a tag": "$$\nx = y \\tag{1}\n$$\n",
    "a label inside a proof": "```{prf:proof}\nSo\n\n$$ x = y $$ (label)\n```\n",
}
RELATIONS = {
    "a display": "$$\nx = y\n$$\n",
    "a display in a line": "Text $$x \\le y$$ goes on.\n",
    "a directive": "```{math}\nx \\to y\n```\n",
    "display style": "Text $\\displaystyle x \\le y$ goes on.\n",
    "brackets": "\\[ x < y \\]\n",
    "an unnumbered environment": "\\begin{align*}\nx &\\approx y\n\\end{align*}\n",
    "a list": "- item\n\n  $$\n  x \\sim y\n  $$\n",
    "a remark": "```{prf:remark}\n\n$$ x = y $$\n```\n",
}


@pytest.mark.parametrize("text", NUMBERED.values(), ids=NUMBERED)
def test_a_numbered_equation_that_nobody_checked_stops_the_build(book, text):
    book.write("algebra/two", f"# Two\n\n{text}")
    with pytest.raises(GateError, match=r"algebra/two.md:\d+: a numbered equation"):
        book.build()


@pytest.mark.parametrize("text", RELATIONS.values(), ids=RELATIONS)
def test_a_relation_typed_in_running_text_stops_the_build(book, text):
    book.write("algebra/two", f"# Two\n\n{text}")
    with pytest.raises(GateError, match=r"two.md:\d+: a displayed relation typed by"):
        book.build()


def test_relations_in_proofs_and_exercises_are_counted_not_refused(book):
    proof = "```{prf:proof}\nSo\n\n$$ x = y $$\n```\n"
    exercise = "```{exercise}\n:label: ex\n$$ x = y $$\n```\n"
    name = "$$ \\sum_{i=1}^n x_i $$\n"
    book.write(
        "algebra/two", f"# Two\n\n{proof}\n{exercise}\n{name}\n```{{ledger}}\n```\n"
    )
    assert "WARNING" not in book.build(proofread_typed={"algebra/two": 2})
    typed = json.loads(book.ledger())["totals"]["hand_typed"]
    assert typed == {
        "proofs": 1,
        "theorems": 0,
        "exercises": 1,
        "text_without_relation": 1,
        "relations_within_lines": 0,
    }


PROOF = "```{prf:proof}\nSo\n\n$$ x = y $$\n```\n\n"
COUNTED = {
    "more than are listed": (2, {"algebra/two": 1}, r"two.md:17: 2 displayed lines"),
    "no list": (1, {}, r"two.md:11: 1 displayed lines .* lists 0"),
    "fewer": (1, {"algebra/two": 2}, r"two.md:1: 1 .* write the smaller number"),
    "too many": (6, {"algebra/two": 6}, r"two.md:1: .* a page has at most 5"),
    "no such page": (0, {"nowhere": 1}, r"nowhere.*:1: .* that is not there"),
}


@pytest.mark.parametrize(("count", "listed", "match"), COUNTED.values(), ids=COUNTED)
def test_lines_typed_by_hand_are_as_many_as_are_listed(book, count, listed, match):
    book.write("algebra/two", f"# Two\n\n{count * PROOF}")
    with pytest.raises(GateError, match=match):
        book.build(proofread_typed=listed)


THEOREM = "```{prf:theorem}\n:label: thm\nThen\n\n$$ x = y $$\n```\n\n"
REMARK = "```{prf:lemma}\n:label: lem\nThen $x$.\n```\n\n"


@pytest.mark.parametrize("after", ["", "Words.\n", REMARK + PROOF])
def test_a_theorem_with_no_proof_of_its_own_stops_the_build(book, after):
    book.write("algebra/two", f"# Two\n\n{THEOREM}{after}")
    with pytest.raises(GateError, match=r"two.md:12: a theorem's displayed relation"):
        book.build(proofread_typed={"algebra/two": 1 + after.count("$$") // 2})


def test_a_reason_that_displays_a_relation_stops_the_build(book):
    book.changes["shown"] = {"lines": (Row("u", "=", "v", r"$\displaystyle x = y$"),)}
    cell = "```{code-cell}\nderivation('shown')\n```\n"
    book.write("algebra/two", f"# Two\n\n{cell}")
    with pytest.raises(GateError, match=r"two.md:\d+: a displayed relation typed by"):
        book.build()


def test_arithmetic_in_a_reason_is_worked_out(book):
    book.changes["shown"] = {"lines": (Row("u", "=", "v", "$2 + 2 = 5$"),)}
    cell = "```{code-cell}\nderivation('shown')\n```\n"
    book.write("algebra/two", f"# Two\n\n{cell}")
    with pytest.raises(GateError, match=r"two.md:\d+: arithmetic that does not come"):
        book.build()


REASONS = {"$x = y$.": "a reason that is a relation", "since $x = y$": None}


@pytest.mark.parametrize(("reason", "match"), REASONS.items())
def test_a_reason_that_is_a_relation_stops_the_build(book, reason, match):
    book.changes["shown"] = {"lines": (Row("u", "=", "v", reason),)}
    book.write("algebra/two", "# Two\n\n```{code-cell}\nderivation('shown')\n```\n")
    if match is None:
        assert "WARNING" not in book.build()
        return
    with pytest.raises(GateError, match=match):
        book.build()


@pytest.mark.parametrize("title", ["2 + 2 = 5", r"Proof that $\pi = 3$"])
def test_a_title_that_is_a_formula_stops_the_build(book, title):
    book.changes["shown"] = {"title": title}
    book.write("algebra/two", "# Two\n\n```{code-cell}\nclaim('shown')\n```\n")
    with pytest.raises(GateError, match=r"two.md:9: a title that is a formula"):
        book.build()


def test_what_is_supposed_needs_no_proof(book):
    text = THEOREM.replace("theorem", "axiom")
    book.write("algebra/two", f"# Two\n\n{text}")
    assert "WARNING" not in book.build(proofread_typed={"algebra/two": 1})


def test_a_theorem_with_its_proof_below_is_counted(book):
    book.write("algebra/two", f"# Two\n\n{THEOREM}Words.\n\n{PROOF}")
    assert "WARNING" not in book.build(proofread_typed={"algebra/two": 2})


def test_a_key_on_two_pages_stops_the_build(book):
    book.write("algebra/two", "# Two\n\n```{code-cell}\nclaim('swap')\n```\n")
    with pytest.raises(GateError, match=r"two.md:9: the key “swap” .*one.md:13"):
        book.build()


def test_a_key_twice_on_a_page_stops_the_build(book):
    cell = "```{code-cell}\nclaim('twice')\n```\n\n"
    book.write("algebra/two", f"# Two\n\n{cell}{cell}")
    with pytest.raises(GateError, match=r"two.md:13: the key “twice” .*two.md:9"):
        book.build()


@pytest.mark.parametrize("tag", ["remove-output", "remove-cell"])
def test_a_key_that_no_page_shows_stops_the_build(book, tag):
    cell = f"```{{code-cell}}\n:tags: [{tag}]\nclaim('out-of-sight')\n```\n"
    book.write("algebra/two", f"# Two\n\n{cell}")
    with pytest.raises(
        GateError, match=r"two.md:10: claim “out-of-sight” is not shown"
    ):
        book.build()


def test_a_definition_that_no_claim_uses_stops_the_build(book):
    book.changes.clear()
    book.write("calculus/one", book.text("calculus/one"))
    with pytest.raises(GateError, match="no claim uses the definition “softmax”"):
        book.build()


def test_a_reference_to_no_equation_is_a_warning(book):
    book.write("algebra/two", "# Two\n\n{eq}`nowhere`\n")
    assert "equation not found: nowhere" in book.build()


def test_a_book_that_was_stopped_is_stopped_again(book):
    book.write("algebra/two", "# Two\n\n$$ x = y $$\n")
    for _ in range(2):
        with pytest.raises(GateError):
            book.build()


def test_a_key_in_an_example_of_code_is_not_missed(book):
    example = "````md\n```{code-cell}\nclaim('example')\n```\n````\n"
    book.write("algebra/two", f"# Two\n\n{example}")
    assert "WARNING" not in book.build()


def test_all_offences_are_listed_with_the_lines_of_the_file(book):
    cell = "```{code-cell}\n:tags: [remove-output]\nclaim('a')\n```\n"
    text = f"# Two\n\n$$ x = y $$\n\n{cell}"
    book.write("algebra/two", text)
    with pytest.raises(GateError) as stopped:
        book.build()
    assert "two.md:8: a displayed" in str(stopped.value)
    assert "two.md:12: claim “a” is not shown" in str(stopped.value)
