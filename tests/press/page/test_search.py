"""The search index: names come apart into words, and numbers into steps."""

from press.page.search import words


def test_a_name_from_the_code_is_found_whole_and_by_its_parts():
    assert {"power_iteration", "power", "iteration"} <= words("power_iteration(A, v)")


def test_a_key_of_an_equation_is_found_by_its_words():
    assert {"softmax", "jacobian"} <= words("softmax-jacobian")
