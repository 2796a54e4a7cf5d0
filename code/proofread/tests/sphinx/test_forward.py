"""A link to what is stated later says so, in links that an author wrote."""

import re

LATER = """# One

```{code-cell}
claim("first")
```

## Early

See {eq}`first` and {eq}`second`, and {eq}`meaning` and {eq}`other`.

## Late

```{code-cell}
claim("second")
definition("meaning")
```

See {eq}`second`.

```{results}
- On another page: {eq}`other`.
```
"""
EARLIER = """# Two

```{code-cell}
claim("other")
```

From {eq}`first`.
"""


def write(book) -> None:
    book.changes["other"] = {"uses": ("meaning",)}
    book.write("calculus/one", LATER)
    book.write("algebra/two", EARLIER)


def links(text: str) -> list[str]:
    return re.findall(r'href="[\w./]*#equation-\w+">(\([^<]*\))', text)


def test_a_link_to_a_later_section_or_chapter_says_so(book):
    write(book)
    assert "WARNING" not in book.build()
    assert links(book.html("calculus/one").partition('id="late"')[0])[1:] == [
        "(1.2, proved later)",
        "(1.3, defined later)",
        "(2.1, proved later)",
    ]
    assert "later)" not in book.html("calculus/one").partition('id="late"')[2]
    assert "later)" not in book.html("algebra/two")


def test_a_page_that_states_nothing_marks_nothing(book):
    book.write("calculus/one", "# One\n\nSee {eq}`other`.\n")
    book.write("algebra/two", EARLIER.partition("From")[0])
    book.build()
    assert links(book.html("calculus/one")) == ["(2.1)"]


def test_the_mark_follows_the_order_of_chapters(book):
    write(book)
    book.build()
    index = book.text("index")
    book.write(
        "index", index.replace("calculus/one\nalgebra/two", "algebra/two\ncalculus/one")
    )
    book.build()
    assert "(1.1, proved later)" not in book.html("calculus/one")
    assert "(2.1, proved later)" in book.html("algebra/two")


def test_print_says_so_too(book):
    write(book)
    assert "WARNING" not in book.build("latex")
    (tex,) = (book.root / "_build" / "latex").glob("*.tex")
    text = tex.read_text("utf-8")
    assert r"(\ref{equation:algebra/two:other}, proved later)" in text
    assert text.count("proved later") == 2
