"""Proofs for every size: on a page of their own, to which badge and ledger lead."""

import csv
import json

import pytest

from proofread.bundle import ProofAccount, ProofLine, Verdict
from proofread.indexed.telling import RULES
from proofread.sphinx import wording
from proofread.sphinx.gate import GateError
from proofread.sphinx.steps import called, item, steps_list

LINES = (
    ProofLine(r"\operatorname{tr} A", ""),
    ProofLine(r"\sum_{l} A_{l l}", "definition of the trace"),
    ProofLine(r"\sum_{k} A_{k k}", "rename $l$ to $k$"),
)
FOR_EVERY_SIZE = {
    "verdict": Verdict.PROVED,
    "proof": ProofAccount({}, "index notation", lines=LINES),
}
MISSING = "no rule for " + "a determinant " * 20
INDEX = "# Toy\n\n```{toctree}\n:numbered:\ncalculus/one\nalgebra/two\nproofs\n```\n"
PAGE = "# Proofs\n\nOf page one.\n\n```{proofs} calculus/one\n```\n\n```{proofs}\n```\n"


@pytest.fixture
def proved(book):
    """The toy book with one statement proved for every size, and a page of proofs."""
    book.changes["swap"] |= FOR_EVERY_SIZE
    lacking = ProofAccount({"n": 3}, "expand", missing=MISSING)
    book.changes["product-rule"] = {"proof": lacking}
    book.write("calculus/one", book.text("calculus/one"))
    book.write("index", INDEX)
    book.write("proofs", PAGE)
    return book


def badge(book, key: str) -> str:
    """The badge of a statement on page one."""
    box = book.html("calculus/one").partition(f'id="equation-{key}"')[2]
    return box.partition("<details")[2].partition("</details>")[0]


def test_a_page_of_proofs_sets_the_statement_and_each_step_with_its_reason(proved):
    assert "WARNING" not in proved.build()
    page = proved.html("proofs").partition('id="proof-swap"')[2]
    assert 'href="calculus/one.html#equation-swap">(1.2)</a>' in page
    marks = (
        "a + b = b + a",
        "tr} A",
        "{} = \\sum_{l} A_{l l}",
        "of the trace",
        "A_{k k}",
    )
    places = [page.index(mark) for mark in marks]
    assert places == sorted(places)
    assert 'rename <span class="math' in page


def test_only_what_is_proved_for_every_size_has_steps(proved):
    proved.build()
    assert proved.html("proofs").count('id="proof-') == 1


def test_proofs_without_a_chapter_count_those_of_each(proved):
    proved.build()
    listed = proved.html("proofs").rpartition("proofread-proofs")[2]
    assert ">One</span></a>: 1 proof in 2 steps</li>" in listed
    assert "Two" not in listed.partition("</ul>")[0]


def test_a_badge_leads_to_the_steps_and_its_page_holds_none_of_them(proved):
    proved.build()
    box = badge(proved, "swap")
    assert "proved for every size, and measured" in box
    assert 'href="../proofs.html#proof-swap"' in box
    assert "in index notation, 2 steps</span></a>" in box
    assert "A_{k k}" not in proved.html("calculus/one")


def test_a_book_without_a_page_of_proofs_says_how_many_steps_all_the_same(proved):
    proved.write("proofs", "# Proofs\n\nNone.\n")
    assert "WARNING" not in proved.build()
    assert "<span>in index notation, 2 steps</span>" in badge(proved, "swap")


def test_a_badge_follows_when_its_page_of_proofs_comes(proved):
    proved.write("proofs", "# Proofs\n\nNone.\n")
    proved.build()
    proved.write("proofs", PAGE)
    proved.build()
    assert "proofs.html#proof-swap" in badge(proved, "swap")


def test_a_page_of_proofs_follows_its_chapter(proved):
    proved.build()
    proved.changes["swap"]["title"] = "The order does not matter"
    proved.write("calculus/one", proved.text("calculus/one") + "\nMore.\n")
    proved.build()
    assert "The order does not matter" in proved.html("proofs")


def test_what_a_proof_for_every_size_lacks_stands_in_badge_and_ledger(proved):
    proved.build()
    (row,) = (r for r in json.loads(proved.ledger())["claims"] if r["missing"])
    assert row["key"] == "product-rule"
    assert len(row["missing"]) <= wording.LONGEST
    assert f"not proved: {row['missing']}" in badge(proved, "product-rule")
    assert f"expand; not for every size: {row['missing']}" in proved.html("algebra/two")


def test_the_ledger_tells_proofs_for_every_size_apart(proved):
    said = proved.build()
    found = json.loads(proved.ledger())["totals"]["verdicts"]
    assert found["proved for every size"] == 1
    assert (found["proved"], found["proved at sizes"]) == (0, 2)
    assert "1 proved for every size, 0 proved, 2 proved at sizes" in said
    table = (proved.root / "_build/html/ledger.csv").read_text().splitlines()
    steps = {row["key"]: row["steps"] for row in csv.DictReader(table)}
    assert (steps["swap"], steps["other"]) == ("2", "")


def test_print_leaves_the_pages_of_proofs_out(proved):
    assert "WARNING" not in proved.build("latex")
    text = (proved.root / "_build" / "latex" / "toy.tex").read_text()
    assert r"\proofreadbadge{proved for every size, and measured" in text
    assert "Of page one." not in text
    assert "A_{k k}" not in text


def test_proofs_of_a_page_that_is_none_stop_the_build_with_their_line(proved):
    page = proved.root / "proofs.md"
    page.write_text("# Proofs\n\n```{proofs} calculus/on\n```\n")
    with pytest.raises(GateError, match=r"proofs.md:3: no page “calculus/on” shows"):
        proved.build()


def chain(*reasons: str) -> str:
    """The steps of a proof with these reasons, as a document."""
    lines = [ProofLine(f"x_{i}", reason) for i, reason in enumerate(("", *reasons))]
    return str(steps_list(lines))


MECHANICAL = "definition of the product", "rename $k$ to $l$", "arithmetic"


def test_of_a_long_line_what_changes_in_it_is_shown():
    part = item(ProofLine("a = b", "arithmetic", within=True)).astext()
    assert part == "a = barithmetic (within the line)"
    assert item(ProofLine("b", "arithmetic")).astext() == "{} = barithmetic"
    larger = item(ProofLine("0", "squares", relation=r"\ge")).astext()
    assert larger == r"{} \ge 0squares"


def test_four_mechanical_steps_fold_and_say_how_many_and_which_they_are():
    folded = chain(*MECHANICAL, "rename $i$ to $j$", "by hypothesis", "arithmetic")
    assert "4 steps: definition of the product, rename, arithmetic<" in folded
    before, _, behind = folded.partition("</element></element></element></element>")
    assert "x_4" in before
    assert "by hypothesis" in behind


@pytest.mark.parametrize("last", ["by hypothesis", "arithmetic"])
def test_fewer_do_not_fold_nor_does_the_line_where_a_proof_arrives(last):
    assert " steps: " not in chain(*MECHANICAL, last)


def test_the_lines_of_a_derivation_fold_apart():
    assert " steps: " not in chain(*MECHANICAL, "", *MECHANICAL)


def test_what_the_search_says_of_mechanical_rules_is_known_here():
    told = [RULES[rule] for rule in ("linearity", "split", "nest", "ring")]
    told += ["another order of the sums", "what $A$ stands for"]
    assert all(called(ProofLine("x", reason)) for reason in told)
    assert not any(called(ProofLine("x", RULES[r])) for r in ("delta", "hypothesis"))
