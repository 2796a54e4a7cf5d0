"""The head of a chapter, its exercises and its boxes, as page and print show them."""

import re

import pytest

CHAPTER = """---
file_format: mystnb
kernelspec: {name: python3}
---
# First

```{head}
question: How far is it to $x$?
after:
  - say how far;
  - say *why*.
needs: |
  [a ruler](second.md).
level: core
short: |
  Measure it. The rest is $x + y$.
```

````{exercise} The way
:label: ex-way
:kind: By hand
:difficulty: 2
:minutes: 10

How far is it?

```{hint}
Look at the map.
```
````

```{admonition} Break it
:class: break-it
Is six times nine forty-two?
```

```{code-cell} python
print(6 * 9)
```
"""


@pytest.fixture(scope="module")
def book(toy_at, tmp_path_factory):
    toy = toy_at(tmp_path_factory.mktemp("teaching"))
    config = (toy.root / "_config.yml").read_text("utf-8")
    with_exercises = config.replace("myst_nb\n", "myst_nb\n      - sphinx_exercise\n")
    toy.write("_config.yml", with_exercises)
    toy.write("book/first.md", CHAPTER)
    toy.write("_unconverted.txt", "first\n")
    made = toy.make()
    assert made.returncode == 0, made.stdout
    return toy


def test_the_head_asks_says_what_for_and_folds_the_short_version(book):
    head = book.page("first").partition('class="head')[2].partition("</section>")[0]
    assert re.search(
        r'class="question">How far is it to <span class="together"><math', head
    )
    assert "<em>why</em>" in head
    assert "Core: what comes later rests on it. It needs <a" in head
    assert "a ruler</span></a>.</p>" in head
    assert re.search(r"<details[^>]*>\s*<summary>In two minutes</summary>", head)


def test_an_exercise_says_its_kind_difficulty_and_minutes_and_folds_its_hint(book):
    page = book.page("first")
    assert "By hand · easy (2 of 5) · about 10 min" in page
    hint = page.partition("<summary>Hint</summary>")[2].partition("</details>")[0]
    assert "Look at the map." in hint


def test_a_box_to_break_holds_the_cell_below_it(book):
    box = book.page("first").partition("break-it")[2]
    assert box.index("54") < box.index("</section>")
    assert 'class="cell' in box.partition("</aside>")[0].partition("</section>")[0]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("question: [", "the head of a chapter is YAML"),
        ("question: What?", "after is missing"),
        (
            "{question: a, after: [b], needs: c, level: low, short: d}",
            "level is core or further, not low",
        ),
        (
            "{question: a, after: [b], needs: c, level: core, short: d, minutes: 3}",
            "has no minutes",
        ),
    ],
)
def test_a_head_that_lacks_something_stops_the_build_with_its_line(toy, head, told):
    text = CHAPTER.partition("```{head}")[0] + f"```{{head}}\n{head}\n```\n"
    toy.write("book/first.md", text)
    made = toy.make()
    assert made.returncode != 0
    assert re.search(r"book/first\.md:8: .*" + re.escape(told), made.stdout), (
        made.stdout
    )


def test_a_difficulty_is_one_of_five(toy):
    text = "# First\n\n```{exercise} One\n:difficulty: 6\n\nGo.\n```\n"
    config = (toy.root / "_config.yml").read_text("utf-8")
    toy.write(
        "_config.yml", config.replace("myst_nb\n", "myst_nb\n      - sphinx_exercise\n")
    )
    toy.write("book/first.md", text)
    toy.write("_unconverted.txt", "first\n")
    made = toy.make()
    assert made.returncode != 0
    assert "first.md:3" in made.stdout
    assert "from 1 to 5, not 6" in made.stdout
