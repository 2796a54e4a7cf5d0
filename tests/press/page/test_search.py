"""The search index: what a page is found by, names in words, words in shards."""

from docutils import nodes
from docutils.utils import new_document

from press.page.records import Record, records
from press.page.search import SHARD, shards, to_json, words
from press.typeset.statements import SHOWN_PROOF


def test_a_name_from_the_code_is_found_whole_and_by_its_parts():
    assert {"power_iteration", "power", "iteration"} <= words("power_iteration(A, v)")


def test_a_key_of_an_equation_is_found_by_its_words():
    assert {"softmax", "jacobian"} <= words("softmax-jacobian")


def test_words_keep_their_order_in_shards_of_about_one_weight():
    known = {f"w{n:04}": list(range(n % 7 + 1)) for n in range(3000)}
    found = shards(known)
    assert [pair for shard in found for pair in shard.items()] == list(known.items())
    weights = [len(to_json(list(shard.items()))) for shard in found]
    assert len(weights) > 3
    assert all(0.9 * SHARD < weight < 1.1 * SHARD for weight in weights[:-1])


def test_a_book_without_words_has_no_shards():
    assert shards({}) == []


def section(*classes: str) -> nodes.section:
    """A page's section: a title, a sentence, and a box of these classes."""
    box = nodes.container("", nodes.paragraph("", "Arithmetic."), classes=[*classes])
    title = nodes.title("", "Proofs: gradients")
    return nodes.section("", title, nodes.paragraph("", "Every one."), box, ids=["one"])


def test_a_page_of_proofs_is_found_by_its_title_alone():
    def found(*classes: str) -> Record:
        page = new_document("page")
        page += section(*classes)
        (record,) = records(page)
        return record

    assert found("box")[3] == "Every one. Arithmetic."
    assert found(SHOWN_PROOF)[1:4] == ["Proofs: gradients", "", ""]
    assert found(SHOWN_PROOF)[4].startswith("Every one.")
