"""The second proof on badges, with proofs, in the ledger; what stops the build."""

import hashlib
import json

import pytest

from proofread.bundle import ProofAccount, ProofLine, Verdict
from proofread.identity import identity_of
from proofread.kernel.chapter import Chapter, file_of, table
from proofread.kernel.coq import theory_digest
from proofread.sphinx.gate import GateError

PAGES = "calculus/one\nalgebra/two\nproofs\nkernel"
INDEX = f"# Toy\n\n```{{toctree}}\n:numbered:\n{PAGES}\n```\n"
PROOFS = "# Proofs\n\n```{proofs} calculus/one\n```\n"
KERNEL = "# Trust\n\n```{kernel}\n```\n"
STEPS = ProofAccount(
    {}, "index notation", lines=(ProofLine("a", ""), ProofLine("b", "definition"))
)
EPS = "(small : eps * eps = 0)\n    (f_moves : forall x_ y_, f (x_ + eps * y_) = 0)"


def told(key: str, identity: str, line: int = 0, more: str = "(n : nat)") -> dict:
    text = (
        f"Theorem {key}_{line}\n    (R : comUnitRingType)\n    {more} :\n  1 = 1 :> R."
    )
    name = f"{key}_{line}"
    return {
        "key": key,
        "line": line,
        "name": name,
        "identity": identity,
        "text": text,
    }


@pytest.fixture
def proved(book):
    """The toy book with pages of proofs and of trust, and theorems of `swap`."""
    book.write("index", INDEX)
    book.write("proofs", PROOFS)
    book.write("kernel", KERNEL)
    book.changes["wrong"] = {"fingerprint": "fa15e"}
    book.write("algebra/two", book.text("algebra/two"))
    written(book, told("swap", "f1"))
    return book


def written(book, *theorems: dict, causes: tuple[list[str], ...] = ()) -> None:
    """Put theorems into the book's file for Coq, and causes into the table."""
    file = book.root / "kernel" / "calculus" / "one.v"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(file_of(Chapter("calculus/one", list(theorems)), set()), "utf-8")
    (book.root / "kernel" / "not-proved.csv").write_text(table(causes), "utf-8")


def accepted(book, fault: str = "", theory: str = "") -> None:
    """As if Coq had seen the file as it is; theory: the digest of another one."""
    raw = (book.root / "kernel" / "calculus" / "one.v").read_bytes()
    entry = {
        "sha256": hashlib.sha256(raw).hexdigest(),
        "theorems": 1,
        "fault": fault,
    }
    result = book.root / "_build" / "kernel.json"
    result.parent.mkdir(exist_ok=True)
    files, known = {"calculus/one.v": entry}, theory or theory_digest()
    told = {"coq": "8.16.1", "theory": known, "files": files}
    result.write_text(json.dumps(told), "utf-8")


def second(book, key: str = "swap") -> str:
    """What the badge of a statement on page one says of its second proof."""
    box = book.html("calculus/one").partition(f'id="equation-{key}"')[2]
    badge = box.partition("<details")[2].partition("</details>")[0]
    return badge.partition("Second proof")[2].partition("</dd>")[0]


def entry(book, key: str) -> dict:
    (found,) = [e for e in json.loads(book.ledger())["claims"] if e["key"] == key]
    return found


def test_a_badge_says_re_proved_only_of_the_file_that_coq_has_seen(proved):
    proved.build()
    assert "not re-proved in this build" in second(proved)
    accepted(proved)
    proved.build()
    assert "re-proved for every size by Coq's kernel" in second(proved)
    written(proved, told("swap", "f1"), told("other", "f2"))
    proved.build()
    assert "not re-proved in this build" in second(proved)
    accepted(proved, fault="no proof")
    proved.build()
    assert "not re-proved in this build" in second(proved)


def test_definitions_that_have_changed_since_prove_nothing(proved):
    accepted(proved, theory="another")
    proved.build()
    assert "not re-proved in this build" in second(proved)


def test_words_of_a_theorem_that_have_changed_are_proved_no_more(proved):
    accepted(proved)
    file = proved.root / "kernel" / "calculus" / "one.v"
    file.write_text(file.read_text("utf-8").replace("1 = 1", "0 = 0"), "utf-8")
    proved.build()
    assert "not re-proved in this build" in second(proved)


def test_a_theorem_of_another_claim_is_none_of_this_one(proved):
    written(proved, told("swap", "f0"))
    accepted(proved)
    proved.build()
    assert second(proved) == ""
    assert entry(proved, "swap")["second_proof"] == "none: it has not been asked for"


def test_what_takes_a_functions_derivative_as_given_says_so(proved):
    written(proved, told("swap", "f1", more=EPS))
    accepted(proved)
    proved.build()
    assert "by Coq's kernel; checked as a formal derivative" in second(proved)
    assert "there is no analysis in it" in proved.html("proofs")


def test_a_derivation_is_all_its_lines(proved):
    whole = identity_of(["a", "b"])
    proved.changes["product-rule"] = {"fingerprint": whole}
    proved.write("calculus/one", proved.text("calculus/one"))
    cause = ["calculus/one", "product-rule", "2", "b", "Limit as a number"]
    written(proved, told("product-rule", "a", 1), causes=(cause,))
    accepted(proved)
    proved.build()
    assert "1 of 2 lines re-proved" in second(proved, "product-rule")
    assert "not the others: Limit as a number" in second(proved, "product-rule")
    written(proved, told("product-rule", "a", 1), told("product-rule", "b", 2))
    accepted(proved)
    proved.build()
    assert ">re-proved for every size" in second(proved, "product-rule")


def test_the_badge_leads_to_the_theorem_and_that_to_its_file(proved):
    accepted(proved)
    proved.build()
    assert 'href="../proofs.html#theorem-swap"' in second(proved)
    page = proved.html("proofs").partition('id="theorem-swap"')[2]
    assert "Theorem swap_0\n    (R : comUnitRingType)" in page.partition("</pre>")[0]
    assert 'href="kernel.html"' in page
    assert 'href="kernel/calculus/one.v"' in page
    site = proved.root / "_build" / "html" / "kernel" / "calculus" / "one.v"
    assert "Theorem swap_0" in site.read_text("utf-8")
    assert "Theorem swap_0" not in proved.html("calculus/one")


def test_the_page_of_trust_prints_the_theorys_definitions_and_counts(proved):
    cause = ["calculus/one", "product-rule", "", "f1", "Limit as a number"]
    written(proved, told("swap", "f1"), causes=(cause,))
    proved.build()
    page = proved.html("kernel")
    for word in ("dot", "sqn", "had", "diag", "diagonal", "rows"):
        assert f">{word}</span>" in page or f" {word} " in page
    assert "Limit as a number" in page


def test_the_ledger_has_the_cause_where_one_of_two_proofs_is_missing(proved):
    cause = ["calculus/one", "product-rule", "", "f1", "Limit as a number"]
    by_steps = {"verdict": Verdict.PROVED, "proof": STEPS}
    proved.changes["product-rule"] = by_steps
    missing = ProofAccount({"n": 3}, "expand", missing="no rule for it")
    proved.changes["swap"]["proof"] = missing
    proved.write("calculus/one", proved.text("calculus/one"))
    written(proved, told("swap", "f1"), causes=(cause,))
    accepted(proved)
    proved.build()
    kernel_alone = entry(proved, "swap")["second_proof"]
    assert kernel_alone.endswith("(the index reader does not: no rule for it)")
    others_alone = entry(proved, "product-rule")["second_proof"]
    assert others_alone.startswith("none: Limit as a number (the index reader proves")
    totals = json.loads(proved.ledger())["totals"]["second_proofs"]
    assert totals == {
        "with_theorem": 1,
        "re_proved": 1,
        "index_reader_alone": 1,
        "kernel_alone": 1,
    }
    assert others_alone.replace("'", "&#39;") in proved.html("algebra/two")


def test_a_damaged_result_is_none(proved):
    result = proved.root / "_build" / "kernel.json"
    result.parent.mkdir(exist_ok=True)
    for text in ("{", "[]", '{"files": 3}', '{"files": {"calculus/one.v": {}}}'):
        result.write_text(text, "utf-8")
        assert "WARNING" not in proved.build()
        assert "not re-proved in this build" in second(proved)


@pytest.mark.parametrize("key", ["wrong", "other", "swap", "anything", "wrong-too"])
def test_what_is_refuted_and_stands_among_the_theorems_stops_the_build(proved, key):
    assert proved.build()
    written(proved, told(key, "fa15e"))
    with pytest.raises(GateError, match=r"“wrong” is refuted, and calculus/one\.v"):
        proved.build()
