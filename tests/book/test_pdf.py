"""What holds of the printed book."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from press.check import OPTIONAL
from press.pdf import complaints_in

LABEL = re.compile(r"^\\newlabel\{([^}]+)\}\{\{([\d.]+)\}", re.MULTILINE)
FIGURE = re.compile(
    r'<figure[^>]* id="([^"]+)">(?:(?!</figure>).)*?"caption-number">Fig. ([\d.]+) ',
    re.DOTALL,
)
NUMBERED = re.compile(r'"caption-number">([A-Z][a-z]+ [\d.]*\d) </span> \(')


@pytest.fixture(scope="module")
def pdf(root) -> Path:
    what, packages = OPTIONAL["xelatex"]
    if not all(map(shutil.which, ("xelatex", "latexmk", "pdftotext"))):
        pytest.skip(f"{what} needs XeLaTeX: apt-get install {packages}")
    pdf = root / "_build/pdf/book.pdf"
    if not pdf.exists():
        pytest.skip("the PDF is not built: make pdf")
    return pdf


@pytest.fixture(scope="module")
def printed_numbers(root, pdf) -> dict[str, str]:
    """The number LaTeX gave to every label."""
    notes = root / "_build/work/latex/book.aux"
    if not notes.exists():
        pytest.skip("what LaTeX noted is gone since the last build: make pdf")
    return dict(LABEL.findall(notes.read_text("utf8")))


def shown(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def shown_text(pdf: Path) -> str:
    return shown("pdftotext", str(pdf), "-")


def test_no_reference_is_missing(pdf):
    assert "??" not in shown_text(pdf)


def test_the_paper_is_a4_and_every_font_is_embedded(pdf):
    assert "(A4)" in shown("pdfinfo", str(pdf))
    fonts = shown("pdffonts", str(pdf)).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)


def test_equations_have_the_numbers_of_the_pages(site, printed_numbers):
    rows = json.loads((site / "ledger.json").read_text("utf8"))["claims"]
    shown = {
        f"equation:{row['chapter']}:{row['key']}": row["equation"]
        for row in rows
        if row["equation"]
    }
    assert shown
    assert {name: printed_numbers.get(name) for name in shown} == shown


def test_figures_have_the_numbers_of_the_pages(site, printed_numbers):
    shown = {
        f"{page.relative_to(site).with_suffix('').as_posix()}:{name}": number
        for page in site.rglob("*.html")
        for name, number in FIGURE.findall(page.read_text("utf8"))
    }
    assert shown
    assert {name: printed_numbers.get(name) for name in shown} == shown


def test_exercises_and_theorems_have_the_numbers_of_the_pages(site, pdf):
    shown = {
        title
        for page in site.rglob("*.html")
        for title in NUMBERED.findall(page.read_text("utf8"))
    }
    printed = " ".join(shown_text(pdf).split())
    assert shown
    assert {title for title in shown if title not in printed} == set()


UNDEFINED = "LaTeX Warning: Reference `sum-rule' on page 3 undefined on input line 9.\n"


def test_what_a_reader_would_stumble_over_is_found_in_the_log():
    log = (
        UNDEFINED + "Missing character: There is no ∂ in font STIXTwoText!\n"
        "Overfull \\hbox (4.9pt too wide) in paragraph at lines 1--2\n"
        "Overfull \\hbox (5.1pt too wide) in paragraph at lines 3--4\n"
    )
    assert [complaint.split()[0] for complaint in complaints_in(log)] == [
        "Reference",
        "Missing",
        "Overfull",
    ]


def test_where_latex_stopped_only_that_is_told():
    stopped = [
        "book.tex:9: Undefined control sequence.",
        "makeindex book.idx: gave an error",
    ]
    log = UNDEFINED + "\n  ".join(stopped)
    assert complaints_in(log) == stopped
