"""The search index: names come apart into words, and numbers into steps."""

import json

from press.page_search import MARKER, words


def test_a_name_from_the_code_is_found_whole_and_by_its_parts():
    assert {"power_iteration", "power", "iteration"} <= words("power_iteration(A, v)")


def test_a_key_of_an_equation_is_found_by_its_words():
    assert {"softmax", "jacobian"} <= words("softmax-jacobian")


def test_the_index_of_the_book_leads_to_pages_and_anchors_that_exist(site):
    script = (site / "_static" / "search-index.js").read_text("utf-8")
    index = json.loads(script[len(MARKER) : -1])
    for _, title, page, anchor, _ in index["entries"]:
        text = (site / index["pages"][page][0]).read_text("utf-8")
        assert title
        assert not anchor or f'id="{anchor}"' in text
