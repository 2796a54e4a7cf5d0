"""The contents beside every page stay an overview."""

TOC = """
format: jb-book
root: start/index
parts:
- caption: Chapters
  chapters:
  - file: first
    sections: [{file: below}]
  - file: second
"""


def contents(page: str) -> str:
    """The names of chapters beside a page."""
    return page.partition('<nav class="book"')[2].partition("</nav>")[0]


def test_pages_below_a_chapter_are_listed_on_its_page_and_on_theirs_alone(toy):
    toy.write("_toc.yml", TOC)
    toy.write("book/below.md", "# What is below\n\nText.\n")
    built = toy.make()
    assert built.returncode == 0, built.stdout
    assert "What is below" in contents(toy.page("first"))
    assert "What is below" in contents(toy.page("below"))
    assert "What is below" not in contents(toy.page("second"))
