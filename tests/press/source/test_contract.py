"""Each promise of a chapter, with a text that keeps it and one that does not."""

import pytest

from press.source.check import check_sources
from press.source.contract import MOST_WORDS, broken_promises, complaints, counts
from press.source.contract.cells import wide
from press.source.contract.numbers import plain, typed_numbers
from press.source.contract.prose import pieces
from press.source.contract.quantifiers import unchecked
from press.source.malformed import MalformedError
from press.source.project import Project

HEAD = "---\nfile_format: mystnb\n{front}\n---\n# Title\n\n"


FIGURE = """
```{code-cell} python
---
mystnb:
  figure: {name: fig-first, caption: "What to see."}
  image: {alt: "What it shows"}
---
figures.show(draw)
```
"""
SHAPE = f"{FIGURE}\n```{{head}}\nquestion: Why?\n```\n"  # of a chapter


def chapter(tmp_path, text: str, front: str = ""):
    path = tmp_path / "chapter.md"
    rest = SHAPE if "{exercise}" in text and "{head}" not in text else ""
    path.write_text(HEAD.replace("{front}", front) + text + rest, "utf-8")
    return path


READ = """# A title of $n = 5$ letters

Words with `code` and {eq}`label` and {cite:p}`key2015`, [a link](there/2015.html),
an ![image of a dot](dot-100.png) on a second line, {math}`a + b`.

(label-100)=
$$
c + d
$$

```{admonition} A box
:class: box-100

Inside it.
```

```{figure} dot-100.png
:alt: The dot again

Its caption.
```

```{code-cell} python
---
mystnb:
  figure: {name: fig-100, caption: "A drawing."}
  image:
    alt: What it shows
---
x = 100
```

```python
y = 200
```

```{solution-start} ex-100
:class: dropdown
```
"""


def test_all_that_is_read_is_found_with_its_line_and_nothing_else():
    found = [(p.line, p.text.strip()) for p in pieces(READ) if p.text.strip()]
    assert found == [
        (1, "A title of"),
        (1, "n = 5"),
        (1, "letters"),
        (3, "Words with"),
        (3, "and"),
        (3, "and"),
        (3, ","),
        (3, "a link"),
        (3, ","),
        (4, "an"),
        (4, "image of a dot"),
        (4, "on a second line,"),
        (4, "a + b"),
        (4, "."),
        (7, "c + d"),
        (11, "A box"),
        (14, "Inside it."),
        (20, "Its caption."),
        (18, "The dot again"),
        (26, "A drawing."),
        (28, "What it shows"),
    ]


def test_a_piece_knows_the_directives_around_it():
    text = "````{exercise} One\n```{hint}\nLook.\n```\n````\n"
    assert [p.within for p in pieces(text)] == [("exercise",), ("exercise", "hint")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It is 12 or 99 of them, in section 3.", []),
        ("off by 0.5", ["0.5"]),
        ("off by 5 %, 5%, 5 percent, $5\\,\\%$", ["5%"] * 4),
        ("12,000 of 12000 and $12{,}000$ and $12\\,000$", ["12000"] * 4),
        ("in 2015, and x86 or v2", ["2015"]),
        ("$10^{-5}$ and $x_{12}$", []),
        ("@{accuracy:.2f} and @{many:,}", []),
        ("$10^{-120}$", ["120"]),
        ("1.5 times 100.", ["1.5", "100"]),
    ],
)
def test_what_counts_as_a_number_that_needs_a_reason(text, numbers):
    assert [number for _, number in typed_numbers(pieces(text))] == numbers


def test_a_number_is_listed_as_it_is_read():
    assert plain("12,000") == plain(r"12{,}000") == plain("12000") == "12000"


def test_a_typed_number_is_told_with_its_line_and_a_listed_one_is_not(tmp_path):
    ((line, what),) = complaints(chapter(tmp_path, "It is 0.5.\n"))
    assert line == 7
    assert what.startswith("0.5 is typed: show what a cell found, by say(name=…)")
    front = 'typed: {exact: ["0.5"], year: [2015]}'
    assert complaints(chapter(tmp_path, "In 2015 it was 0.5.\n", front)) == []


def test_a_reason_is_one_of_a_few_and_none_is_idle(tmp_path):
    front = "typed: {because: [2015], year: [2016]}"
    told = [what for _, what in complaints(chapter(tmp_path, "In 2015.\n", front))]
    assert any("'because' is no reason; reasons are year" in what for what in told)
    assert any("2016 stands nowhere in the text" in what for what in told)


@pytest.mark.parametrize("listed", ["[2015]", "{year: 2015}", "2015"])
def test_a_list_that_is_none_is_told(tmp_path, listed):
    ((_, what),) = complaints(chapter(tmp_path, "In 2015.\n", f"typed: {listed}"))
    assert "write a list of numbers under each of year" in what


def test_options_that_cannot_be_read_are_left_to_the_reader_of_chapters(tmp_path):
    text = "```{code-cell} python\n---\ntags: [\n---\nx = 1\n```\n"
    assert complaints(chapter(tmp_path, text)) == []


def test_a_chapter_has_an_end(tmp_path):
    text = "word " * MOST_WORDS
    ((_, what),) = complaints(chapter(tmp_path, text))
    assert (
        what
        == f"{MOST_WORDS + 1} words, and a chapter has {MOST_WORDS}: cut, or split it"
    )


def test_a_build_stops_at_a_chapter_that_breaks_its_promises(toy):
    toy.write("book/first.md", HEAD.replace("{front}", "") + "It is 0.5.\n\nOr 0.6.\n")
    with pytest.raises(
        MalformedError, match=r"first\.md:7: 0\.5 is typed(.|\n)*:9: 0\.6"
    ):
        check_sources(Project(toy.root))


def test_a_chapter_on_the_list_is_let_through_and_the_list_names_chapters(toy):
    toy.write("book/first.md", HEAD.replace("{front}", "") + "It is 0.5.\n")
    toy.write("_unconverted.txt", "first\n")
    check_sources(Project(toy.root))
    toy.write("_unconverted.txt", "first\nthird\n")
    with pytest.raises(
        MalformedError, match=r"_unconverted\.txt:2: there is no chapter"
    ):
        check_sources(Project(toy.root))


EXERCISE = """
````{exercise} The way
:label: ex-way
:kind: By hand
:difficulty: 2
:minutes: 10

How far?

```{hint}
Look.
```
````

```{solution-start} ex-way
```
```{code-cell} python
answer("ex-way", 3)
```
```{solution-end}
```
"""


@pytest.mark.parametrize(
    ("part", "instead", "told"),
    [
        (":kind: By hand\n", "", "without its kind"),
        (":difficulty: 2\n", "", "without its difficulty"),
        ("```{hint}\nLook.\n```\n", "", "without a hint"),
        ("{solution-start} ex-way", "{solution-start} ex-other", "has no solution"),
        ('"ex-way", 3', '"ex-other", 3', 'call answer("ex-way", …) in its solution'),
    ],
)
def test_an_exercise_is_complete(tmp_path, part, instead, told):
    assert complaints(chapter(tmp_path, EXERCISE)) == []
    ((line, what),) = complaints(chapter(tmp_path, EXERCISE.replace(part, instead)))
    assert line == 8
    assert told in what


def test_an_answer_may_be_in_words(tmp_path):
    text = EXERCISE.replace("answer(", "print(").replace(
        ":minutes: 10", ":minutes: 10\n:answer: in words"
    )
    assert complaints(chapter(tmp_path, text)) == []


CELL = """
```{code-cell} python
:tags: [hide-input]

"""


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("rng = np.random.default_rng(1)", "np.random.default_rng: take random numb"),
        ("np.random.seed(1)", "np.random.seed: take random numbers from generator"),
        ("from numpy.random import RandomState", "RandomState: take random numbers"),
        ("from sklearn.datasets import load_iris", "take data from mlmath.datasets"),
        ("x = 1  # " + 81 * "x", "90 letters of code: break the line at 88 or before"),
    ],
)
def test_what_no_cell_holds_is_told_with_its_line(tmp_path, code, told):
    ((line, what),) = complaints(chapter(tmp_path, f"{CELL}{code}\n```\n"))
    assert line == 11
    assert told in what


def test_a_generator_from_the_books_own_place_is_let_through(tmp_path):
    code = "from mlmath.generators import generator\nrng = generator(3)\nrandom = 2"
    assert complaints(chapter(tmp_path, f"{CELL}{code}\n```\n")) == []


def test_long_lines_of_code_are_told_where_the_page_shows_them():
    code = f"x = 1  # {60 * 'x'}\n```\n"
    assert [*wide(CELL + code)] == []
    ((line, what),) = wide(CELL.replace(":tags: [hide-input]\n", "") + code)
    assert (line, what[:24]) == (4, "69 letters of code: brea")


def test_the_ledger_is_told_of_typed_numbers_and_asserts_of_one_seed():
    text = f"It is 0.5 in 2015.\n{CELL}assert of_this_seed(x < 2)\n```\n"
    told = {"numbers typed by hand": 2, "asserts of one seed": 1}
    assert counts(text) == told


THEOREM = """
````{prf:theorem} Slope of an inverse
:label: thm-inverse

```{given}
The function $f$ rises strictly.
```
Then its inverse has a slope.
````

```{code-cell} python
attack("thm-inverse", has_slope)
```

```{results}
- The inverse has a slope: {prf:ref}`thm-inverse`.
```
"""


@pytest.mark.parametrize(
    ("part", "instead", "told"),
    [
        ("{given}", "{note}", "without its hypotheses: put a {given} into it"),
        (":label: thm-inverse", "", "without its label"),
        ("{prf:ref}`thm-inverse`", "it", "name it in {results}, by {prf:ref}`thm-inv"),
        ("{code-cell} python", "python", "thm-inverse is tried on no random case"),
        ('"thm-inverse"', '"thm-other"', "thm-inverse is tried on no random case"),
    ],
)
def test_a_theorem_is_attacked_and_says_what_it_supposes_there_and_among_the_results(
    tmp_path, part, instead, told
):
    assert complaints(chapter(tmp_path, THEOREM)) == []
    found = complaints(chapter(tmp_path, THEOREM.replace(part, instead)))
    assert (found[0][0], told in found[0][1]) == (8, True)


EVERY = """
The error shrinks for every small $h$.

```{code-cell} python
claim("shrinks", left, right)
```
"""


@pytest.mark.parametrize(
    ("part", "instead", "told"),
    [
        ("claim(", "attack(", []),
        ("claim(", "print(", [2]),
        ("```{code", "## Elsewhere\n\n```{code", [2]),
        ("```{code", "```{solution-start} ex-a\n```\n\n```{code", [2]),
        ("$h$.\n", "$h$, by {eq}`shrinks`.\n\n## Elsewhere\n", []),
        ("small $h$.\n", "run of mine.\n\n## Elsewhere\n", []),
    ],
)
def test_what_is_said_of_every_case_is_checked_in_its_section_or_linked(
    part, instead, told
):
    assert [*unchecked(EVERY)] == []
    assert [line for line, _ in unchecked(EVERY.replace(part, instead))] == told


def test_a_head_of_a_table_is_no_formula_alone(tmp_path):
    table = "Some words.\n\n| step $h$ | {head} |\n|---|---|\n| $1$ | $a$ |\n"
    assert complaints(chapter(tmp_path, table.replace("{head}", "error $e$"))) == []
    ((line, what),) = complaints(chapter(tmp_path, table.replace("{head}", "$e$")))
    assert line == HEAD.count("\n") + 3
    assert "say in words what $e$ heads" in what


def test_what_is_for_a_slide_is_held_to_its_numbers_and_not_to_its_length(tmp_path):
    text = f"```{{slide}}\nsentence: {'word ' * MOST_WORDS}\n```\n"
    assert complaints(chapter(tmp_path, text)) == []
    ((line, what),) = complaints(chapter(tmp_path, text.replace("word", "0.5", 1)))
    assert (line, what[:3]) == (8, "0.5")


@pytest.mark.parametrize(
    ("part", "instead", "line", "told"),
    [
        ("```{head}\nquestion: Why?\n```\n", "", 1, "a chapter without a head"),
        ("figures.show(draw)", "pass", 17, "a chapter opens with a figure: show one"),
        ("figures.show(draw)", "plt.show()", 14, "figures.show(draw), which sets it"),
        (', caption: "What to see."', "", 8, "needs a caption that says what to see"),
        ('alt: "What it shows"', "", 8, "write mystnb: {image: {alt: …}}"),
        ("name: fig-first, ", "", 8, "a name that others can refer to"),
    ],
)
def test_figures_are_told_in_words_and_drawn_twice_and_one_comes_first(
    tmp_path, part, instead, line, told
):
    whole = HEAD.replace("{front}", "") + SHAPE + EXERCISE
    path = tmp_path / "chapter.md"
    path.write_text(whole, "utf-8")
    assert complaints(path) == []
    path.write_text(whole.replace(part, instead, 1), "utf-8")
    ((found, what),) = complaints(path)
    assert (found, told in what) == (line, True)


def test_every_converted_chapter_of_the_book_keeps_its_promises(root):
    assert [*broken_promises(Project(root))] == []
