"""LaTeX's complaints, told of the chapter and the line they are about."""

from press.print.log import complaints_in, to_install
from press.print.writer import PLACE

UNDEFINED = "LaTeX Warning: Reference `sum-rule' on page 3 undefined on input line 3.\n"
OVERHANG = "Overfull \\hbox (5.1pt too wide) in paragraph at lines 5--6\n"
MISSING = "Missing character: There is no ∂ in font STIXTwoText!\n"
SOURCE = f"""\\begin{{document}}
{PLACE}book/a.md:7
See the sum rule.
{PLACE}book/a.md:19
A line that is much too long, with a ∂
in it.
"""


def test_what_a_reader_would_stumble_over_is_found_in_the_log():
    small = OVERHANG.replace("5.1pt", "4.9pt")
    found = complaints_in(UNDEFINED + MISSING + small + OVERHANG)
    assert [complaint.split()[0] for complaint in found] == [
        "Reference",
        "Missing",
        "Overfull",
    ]


def test_each_is_told_with_the_file_and_line_it_was_written_in():
    found = complaints_in(UNDEFINED + MISSING + OVERHANG, SOURCE)
    places = [complaint.split(": ")[0] for complaint in found]
    assert places == ["book/a.md:7", "book/a.md:19", "book/a.md:19"]


def test_where_latex_stopped_only_that_is_told():
    stopped = [
        "book.tex:5: Undefined control sequence.",
        "./book.ind:9: Lonely \\item.",
        "makeindex book.idx: gave an error",
    ]
    log = UNDEFINED + "\n".join([*stopped[:2], f"  {stopped[2]}"])
    assert complaints_in(log) == stopped
    assert complaints_in(log, SOURCE)[0].startswith("book/a.md:19: book.tex:5")


def test_a_missing_file_of_tex_says_what_to_install():
    log = "./book.tex:12: LaTeX Error: File `bbm.sty' not found.\n" + UNDEFINED
    advice = to_install(complaints_in(log, SOURCE))
    assert advice.startswith("bbm.sty is not installed")
    assert "apt-get install texlive-xetex" in advice
    font = './book.tex:3: Package fontspec Error: The font "STIX" cannot be found.\n'
    assert "STIX is not installed" in to_install(complaints_in(font))
    assert to_install(complaints_in(UNDEFINED)) == ""
