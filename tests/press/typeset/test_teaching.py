"""The head of a chapter, its exercises and its boxes, as page and print show them."""

import json
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
from proofread import say
print(6 * 9)
say(times=7)
```

````{prf:theorem} The way
:label: thm-way

```{given}
The road is *straight*.
```
Then it is short.
````

```{code-cell} python
---
mystnb:
  figure: {name: fig-road, caption: "A road."}
  image: {alt: "A line"}
---
from IPython.display import SVG
SVG('<svg xmlns="http://www.w3.org/2000/svg" width="9pt" height="9pt"/>')
```

```{slide}
figure: fig-road
sentence: A straight road is short, @{times} times.
```

```{slide}
question: How far?
```

```{admonition} Results
:class: results
- Straight roads are short: {prf:ref}`thm-way`.
- Roads end.
```
"""


HEAD = CHAPTER.partition("```{head}")[0] + "```{head}\nFAULT\n```\n"
SLIDE = "# First\n\n```{slide}\nFAULT\n```\n"
EXERCISE = "# First\n\n```{exercise} One\n:difficulty: FAULT\n\nGo.\n```\n"
LOW = "{question: a, after: [b], needs: c, level: low, short: d}"
MORE = "{question: a, after: [b], needs: c, level: core, short: d, minutes: 3}"
FAULTS = [
    (HEAD, "question: [", 8, "the head of a chapter is YAML"),
    (HEAD, "question: What?", 8, "after is missing"),
    (HEAD, LOW, 8, "level is core or further, not low"),
    (HEAD, MORE, 8, "has no minutes"),
    (SLIDE, "claim: nothing", 3, "this page shows no claim nothing: mend the slide"),
    (SLIDE, "figure: fig-no", 3, "this page shows no figure fig-no: mend the slide"),
    (SLIDE, "text: a", 3, "a slide has some of claim, figure, sentence, question"),
    (SLIDE, "sentence: [", 3, "a slide is YAML"),
    (EXERCISE, "6", 3, "from 1 to 5, not 6"),
]


def begun(toy, unconverted: list[str]):
    """The toy book with exercises and proofs, and pages of which less is asked."""
    config = (toy.root / "_config.yml").read_text("utf-8")
    more = "myst_nb\n      - sphinx_exercise\n      - sphinx_proof\n"
    toy.write("_config.yml", config.replace("myst_nb\n", more))
    toy.write("_unconverted.txt", "\n".join(unconverted))
    return toy


@pytest.fixture(scope="module")
def book(toy_at, tmp_path_factory):
    toy = begun(toy_at(tmp_path_factory.mktemp("teaching")), ["first"])
    toy.write("book/first.md", CHAPTER)
    made = toy.make()
    assert made.returncode == 0, made.stdout
    return toy


@pytest.fixture(scope="module")
def said(toy_at, tmp_path_factory) -> str:
    """What stops the build of a toy book with a fault on each of many pages."""
    names = [f"fault-{place}" for place in range(len(FAULTS))]
    toy = begun(toy_at(tmp_path_factory.mktemp("faulty")), names)
    for name, (text, fault, _, _) in zip(names, FAULTS, strict=True):
        toy.write(f"book/{name}.md", text.replace("FAULT", fault))
    listed = ", ".join(f"{{file: {name}}}" for name in names)
    toc = (toy.root / "_toc.yml").read_text("utf-8")
    toy.write("_toc.yml", f"{toc}- caption: Faults\n  chapters: [{listed}]\n")
    made = toy.make()
    assert made.returncode != 0
    return made.stdout


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


@pytest.mark.parametrize("place", range(len(FAULTS)))
def test_a_fault_stops_the_build_with_its_line(said, place):
    _, _, line, told = FAULTS[place]
    where = rf"book/fault-{place}\.md:{line}: .*"
    assert re.search(where + re.escape(told), said), said


def test_a_theorems_hypotheses_stand_in_it_and_below_its_item_of_the_results(book):
    theorem, results = book.page("first").split('class="results admonition"')
    given = '<div class="given docutils container">\n<p>The road is <em>straight</em>.'
    assert theorem.count(given) == 1
    given = given.replace("<p>", "<p><em>Given.</em> ")
    first, second = results.split("</li>")[:2]
    assert given in first
    assert "given" not in second


def test_slides_are_data_and_on_no_page(book):
    told = json.loads((book.root / "_build/html/slides.json").read_text("utf-8"))
    road = {"figure": "fig-road", "sentence": "A straight road is short, 7 times."}
    assert told == {"first": [road, {"question": "How far?"}]}
    assert "is short, 7" not in book.page("first")
