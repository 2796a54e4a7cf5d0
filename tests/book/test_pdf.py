"""What holds of the printed book."""

import shutil
import subprocess
from pathlib import Path

import pytest

from press.check import OPTIONAL
from press.pdf import complaints_in


@pytest.fixture(scope="module")
def pdf(root) -> Path:
    what, packages = OPTIONAL["xelatex"]
    if not all(map(shutil.which, ("xelatex", "latexmk", "pdftotext"))):
        pytest.skip(f"{what} needs XeLaTeX: apt-get install {packages}")
    pdf = root / "_build/pdf/book.pdf"
    if not pdf.exists():
        pytest.skip("the PDF is not built: make pdf")
    return pdf


def shown(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_no_reference_is_missing(pdf):
    assert "??" not in shown("pdftotext", str(pdf), "-")


def test_the_paper_is_a4_and_every_font_is_embedded(pdf):
    assert "(A4)" in shown("pdfinfo", str(pdf))
    fonts = shown("pdffonts", str(pdf)).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)


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
