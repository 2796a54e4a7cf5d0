"""What has moved is found where it was."""

import re


def test_an_old_label_and_an_old_page_lead_to_the_new_ones(toy):
    toy.write(
        "_redirects.yml",
        "first#gone: first#first\nfirst#away: second#second\nold/page: second\n",
    )
    assert toy.make().returncode == 0
    first = toy.page("first")
    assert re.search(r'<span id="gone"></span><section[^>]* id="first"', first)
    assert '<p id="away">This has moved <a href="second.html#second">' in first
    assert 'url=../second.html"' in toy.page("old/page")


def test_a_redirect_to_nowhere_stops_the_build(toy):
    toy.write("_redirects.yml", "first#gone: first#nowhere\n")
    failed = toy.make()
    assert failed.returncode == 1
    assert "_redirects.yml: first#nowhere leads nowhere" in failed.stdout
