"""What the page writes otherwise than Sphinx and its extensions do."""

import re
from html import unescape

import pytest

from press.page.highlighting import PageHighlighter

CODE = 'def halve(x):\n    """Half."""\n    return x / 2  # exact\n'
TAG = re.compile(r"<[^>]*>")
CHAPTER = """---
file_format: mystnb
kernelspec: {name: python3}
---
# first

:::{prf:proof}
By counting.
:::

:::{prf:proof}
1. Count the rows.
2. Count the columns.
:::

:::{exercise}
:label: one
What is 6 times 7?
:::

:::{solution} one
It is 42.
:::

![A square](square.svg)

```{code-cell} python
:tags: [hide-input]

6 * 7
```

```{code-cell} python
:tags: [hide-input]

named = 6 * 8
```

```{code-cell} python
:tags: [hide-input]

def halve(x):
    return x / 2
```
"""
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36pt"/>'


def test_only_what_has_a_color_is_an_element_of_its_own():
    written = PageHighlighter("html").highlight_block(CODE, "python")
    assert unescape(TAG.sub("", written)).strip() == CODE.strip()
    kinds = re.findall(r'<span class="(\w+)">', written)
    assert set(kinds) == {"k", "nf", "sd", "mi", "c1"}


@pytest.fixture(scope="module")
def page(tmp_path_factory, toy_at) -> str:
    """A page with a proof, a solution, an image and a folded cell."""
    toy = toy_at(tmp_path_factory.mktemp("writer"))
    config = (toy.root / "_config.yml").read_text("utf-8")
    both = "- sphinx_proof\n      - sphinx_exercise\n      - press.typeset"
    toy.write("_config.yml", config.replace("- press.typeset", both))
    toy.write("book/first.md", CHAPTER)
    toy.write("_unconverted.txt", "first\n")
    toy.write("book/square.svg", SQUARE)
    built = toy.make()
    assert built.returncode == 0, built.stdout
    return toy.page("first")


def test_a_proof_opens_with_its_word_in_italics(page):
    assert 'class="argument admonition"' in page
    assert "<em>Proof.</em> By counting." in page
    assert 'id="proof"' not in page


def test_the_steps_of_a_proof_are_a_list_though_its_first_line_begins_it(page):
    steps = page.split("<em>Proof.</em></p>")[1].split("</ol>")[0]
    assert steps.count("<li>") == 2
    assert "Count the columns." in steps


def test_a_solution_is_folded_under_its_title(page):
    assert re.search(r'<details class="[^"]*\bsolution\b[^"]*"[^>]*>\s*<summary>', page)


def test_a_cell_is_folded_below_what_it_shows(page):
    folded = page.index('<details class="folded')
    assert "<summary>Show the code</summary>" in page[folded:]
    assert page.index("cell_output") < folded


def test_an_image_has_its_place_before_it_arrives(page):
    (image,) = re.findall(r"<img[^>]*>", page)
    told = {'width="96"', 'height="48"', 'loading="lazy"', 'decoding="async"'}
    assert told <= set(image.split())


def test_a_cell_that_shows_and_defines_nothing_stays_in_the_notebook_alone(page):
    assert "named" not in page
    assert "halve" in page
    assert page.count("Show the code") == 2
