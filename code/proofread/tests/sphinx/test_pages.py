"""What a reader finds on the pages, and what other programs find in the ledger."""

import json
import re
from typing import cast

import pytest
from sphinx.application import Sphinx
from sphinx.config import Config

from proofread.audit.engine import engine
from proofread.audit.figures import VERSION
from proofread.bundle import AttackAccount, MeasurementAccount, Verdict
from proofread.sphinx import show_failures
from proofread.sphinx.domain import ProofreadDomain
from proofread.sphinx.render import UnreadableOutput


def test_a_book_without_offence_builds_without_a_warning(book):
    said = book.build()
    assert "WARNING" not in said
    fared = "0 proved for every size, 0 proved, 3 proved at sizes, 0 measured only"
    assert f"4 numbered; 3 claims ({fared})" in said


def test_a_false_claim_is_told_on_the_console():
    config = Config({}, {})
    config.add("nb_execution_show_tb", False, "", ())
    show_failures(cast(Sphinx, None), config)
    assert config.nb_execution_show_tb


def test_numbers_and_links_cross_pages(book):
    book.build()
    assert 'href="../calculus/one.html#equation-swap">(1.2)</a>' in book.html(
        "algebra/two"
    )


def test_every_id_occurs_once(book):
    book.build()
    ids = re.findall(r' id="([^"]+)"', book.html("calculus/one"))
    assert len(ids) == len(set(ids))
    assert {"equation-swap", "equation-product-rule"} <= set(ids)


def test_a_derivation_sets_its_reasons_as_text_with_mathematics(book):
    book.build()
    lines = book.html("calculus/one").partition("proofread-lines")[2]
    assert lines.index("proofread-line") < lines.index("(1.3)")
    assert 'proofread-reason">why <span class="math' in lines


def test_a_badge_says_how_and_leads_to_definition_and_ledger(book):
    book.build()
    box = part(book.html("calculus/one"), 'id="equation-swap"', "</details>")
    for text in ("proved at n = 3", "expand; at n = 3", "complex step", "2.2 × 10⁻¹⁶"):
        assert text in box
    assert "for all" in box.partition("<details")[0]
    assert "#equation-softmax" in box
    assert "two.html#ledger-swap" in box


def test_a_badge_says_how_far_it_was_measured_attacked_and_what_weakens_it(book):
    tried = AttackAccount(812, 18, (2e-6, 7e5), 100, 4096)
    weak = {"weakened": ("its own points", "no proof is sought")}
    reach, most = (1e-3, 2e4), (2.2e-16, 1e-9)
    measured = MeasurementAccount(({"n": 5},), 4, reach, *most, "complex step", tried)
    only = {"verdict": Verdict.MEASURED_ONLY, "proof": None, "measurement": measured}
    book.changes["swap"].update(only | weak)
    book.write("calculus/one", book.text("calculus/one") + "\nMore.\n")
    book.build()
    box = part(book.html("calculus/one"), 'id="equation-swap"', "</details>")
    assert "numbers from 10⁻³ to 2 × 10⁴, zeros aside" in box
    attacked = box.partition("Attacked")[2]
    for text in (
        "812 further points",
        "18 searches",
        "2 × 10⁻⁶ to 7 × 10⁵",
        "sizes up to 100",
        "whole numbers up to 4096",
    ):
        assert text in attacked
    assert "its own points; no proof is sought" in box.partition("Weaker than usual")[2]
    rows = {row["key"]: row for row in json.loads(book.ledger())["claims"]}
    assert rows["swap"]["weakened"] == list(weak["weakened"])


def test_what_is_false_is_boxed_and_never_numbered(book):
    book.build()
    box = part(book.html("algebra/two"), "proofread-refutation", "</dl>")
    assert "False" in box
    assert "at one point" in box
    assert "eqno" not in box
    assert "wrong" in [row["key"] for row in json.loads(book.ledger())["refutations"]]


def test_a_line_typed_by_hand_says_so_below_its_formula(book):
    proof = "```{prf:proof}\nSo\n\n$$ x = y $$\n```\n"
    book.write("algebra/two", f"# Two\n\n$$ \\sum_i x_i $$\n\n{proof}")
    book.build(proofread_typed={"algebra/two": 1})
    page = book.html("algebra/two")
    box = part(page, 'class="typed-by-hand"', "</p>")
    assert "x = y" in box
    assert "typed by hand, not checked" in box
    assert page.count("typed by hand") == 1


def test_the_ledger_has_numbers_and_one_row_a_claim(book):
    book.build()
    rows = {row["key"]: row for row in json.loads(book.ledger())["claims"]}
    assert list(rows) == ["softmax", "swap", "product-rule", "other"]
    assert rows["swap"]["residual"] == 2.2e-16
    assert rows["swap"]["sizes"] == {"proved": {"n": 3}, "measured": [{"n": 5}]}
    assert book.html("algebra/two").count('<tr id="ledger-') == len(rows)


def test_the_ledger_is_the_same_again_and_after_a_change_elsewhere(book):
    book.build()
    before, table = book.ledger(), collected(book)
    book.write("calculus/one", book.text("calculus/one").replace("See", "Watch"))
    book.build()
    assert (book.ledger(), collected(book)) == (before, table)


def test_pages_that_collect_follow_a_change_on_another_page(book):
    book.build()
    book.changes["swap"]["title"] = "The order does not matter"
    book.write("calculus/one", book.text("calculus/one") + "\nMore.\n")
    book.build()
    assert book.html("algebra/two").count("The order does not matter") == 2


def write_audit(book, claims, **head):
    """The file of an audit by this engine, or as its head says."""
    head = {"version": VERSION, "engine": engine()} | head
    (book.root / "audit.json").write_text(json.dumps(head | {"claims": claims}))


def test_an_audit_is_shown_where_it_belongs_to_the_statement(book):
    figures = {"mutants": 9, "symbolic": 7, "numeric": 8, "without_value": 1}
    figures |= {"survivors": []}
    prints = {"swap": "f1", "other": "of an earlier statement"}
    claims = {key: {"fingerprint": text, **figures} for key, text in prints.items()}
    book.build(proofread_audit="audit.json")
    write_audit(book, claims)
    book.build(proofread_audit="audit.json")
    assert "measurement catches 8" in book.html("calculus/one")
    rows = {row["key"]: row["mutants"] for row in json.loads(book.ledger())["claims"]}
    assert (rows["swap"], rows["other"]) == (9, None)


@pytest.mark.parametrize("head", [{"version": 1}, {"engine": "0123456789abcdef"}])
def test_an_audit_by_another_engine_is_not_shown(book, head):
    row = {"fingerprint": "f1", "mutants": 9, "survivors": []}
    row |= {"symbolic": 7, "numeric": 8, "without_value": 0}
    for told in ({}, head):
        write_audit(book, {"swap": row}, **told)
        book.build(proofread_audit="audit.json", fresh=True)
        assert ("measurement catches 8" in book.html("calculus/one")) == (not told)


def test_mutants_that_were_drawn_are_said_to_be(book):
    row = {"fingerprint": "f1", "mutants": 9, "drawn_from": 70, "survivors": []}
    row |= {"symbolic": 7, "numeric": 8, "without_value": 0}
    write_audit(book, {"swap": row})
    book.build(proofread_audit="audit.json")
    assert "of 9 small changes to it drawn from 70" in book.html("calculus/one")
    assert "9 drawn from 70" in book.html("algebra/two")


def test_the_audit_of_a_derivation_is_shown_with_the_lines_of_its_survivors(book):
    left = {"line": 2, "side": "right", "latex": "w^{2}", "reason": "w is 1"}
    row = {"fingerprint": "f1", "mutants": 9, "survivors": [left]}
    row |= {"symbolic": 7, "numeric": 8, "without_value": 0}
    write_audit(book, {"product-rule": row})
    book.build(proofread_audit="audit.json")
    assert "of 9 small changes to it, measurement catches 8" in book.html(
        "calculus/one"
    )
    assert "line 2: " in book.html("algebra/two")


def test_pages_read_in_parallel_give_the_same_book(book):
    book.build()
    before = book.ledger()
    book.build(parallel=2, fresh=True)
    assert book.ledger() == before


def test_an_output_of_another_version_stops_with_its_line_and_what_to_do(book):
    book.version = 1
    book.write("calculus/one", book.text("calculus/one"))
    told = r"one.md:9: the statement 'softmax' is of version 1; this .*make clean"
    with pytest.raises(UnreadableOutput, match=told):
        book.build()


def test_every_page_of_any_theme_has_the_style_of_statements(book):
    book.build(html_theme="alabaster")
    page, static = book.html("calculus/one"), book.root / "_build/html/_static"
    assert "_static/proofread.css" in page.partition("</head>")[0]
    assert ".proofread-refutation" in (static / "proofread.css").read_text()


def test_what_an_older_engine_has_read_is_read_anew(book, monkeypatch):
    monkeypatch.setattr(ProofreadDomain, "data_version", 1)
    book.build()
    monkeypatch.undo()
    assert "data of 'checked equations' domain out of date" in book.build()


def part(text, start, end):
    """What stands between two marks."""
    return text.partition(start)[2].partition(end)[0]


def collected(book):
    """The ledger and the identities as a reader sees them."""
    return part(book.html("algebra/two"), "proofread-ledger", "</section>")


def test_a_badge_says_where_its_equation_is_used(book):
    uses = "\n## Later\n\nAs {eq}`swap` says, and {eq}`swap` again.\n"
    book.write("calculus/one", book.text("calculus/one") + uses)
    book.build()
    box = part(book.html("calculus/one"), 'id="equation-swap"', "</details>")
    used = box.partition("Where used")[2]
    assert re.findall(r'href="([^"]+)"><span>([^<]+)', used)[:2] == [
        ("#later", "Later"),
        ("../algebra/two.html#two", "Two"),
    ]


def test_where_an_equation_is_used_is_told_anew_when_another_page_changes(book):
    book.build()
    book.write("algebra/two", book.text("algebra/two").replace("From", "Not"))
    book.write("algebra/two", book.text("algebra/two").replace("{eq}`swap`", "nothing"))
    book.build()
    box = part(book.html("calculus/one"), 'id="equation-swap"', "</details>")
    assert "Where used" not in box


RESULTS = """
```{results}
- Order does not matter: {eq}`swap`.
- Nothing is repeated here.
```
"""


def test_a_box_of_results_repeats_each_equation_with_its_conditions(book):
    book.write("calculus/one", book.text("calculus/one") + RESULTS)
    assert "WARNING" not in book.build()
    box = part(book.html("calculus/one"), "results admonition", "</section>")
    first, second = (item.partition("</li>")[0] for item in box.split("<li>")[1:])
    assert "Results" in box
    assert "a + b = b + a" in first
    assert "for all" in first
    assert 'class="math' not in second
    assert book.html("calculus/one").count('id="equation-swap"') == 1


def test_the_ledger_counts_what_else_is_counted_in_each_chapter_and_in_all(
    book, monkeypatch
):
    def count(domain, env, name, document):
        env.metadata[name]["counted"] = {"numbers": 2 if name == "index" else 1}
        return process(domain, env, name, document)

    process = ProofreadDomain.process_doc
    monkeypatch.setattr(ProofreadDomain, "process_doc", count)
    book.build()
    ledger = json.loads(book.ledger())
    counts = {row["chapter"]: row["counted"] for row in ledger["chapters"]}
    assert counts["index"] == {"numbers": 2}
    assert counts["algebra/two"] == {"numbers": 1}
    assert ledger["totals"]["counted"] == {"numbers": 4}
    assert "Numbers</th>" in book.html("algebra/two")
    table = (book.root / "_build/html/ledger-chapters.csv").read_text().splitlines()
    assert table[0].startswith("chapter,statements,")
    assert table[0].endswith(",numbers")
    assert [row.split(",")[-1] for row in table[1:]] == ["2", "1", "1"]
