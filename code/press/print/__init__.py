"""The printed page, as a Sphinx extension: the style, the first pages, the writer."""

# Sphinx does not say what its callbacks return.
# pyright: reportUnknownMemberType=false

import unicodedata
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import texescape

from ..source.citation import Citation, citation_of
from ..source.project import project_of
from . import index, layout, numbers, writer

STYLE = Path(__file__).parent / "theme" / "press.sty"
STIX = (
    "Extension=.otf, UprightFont=*-Regular, BoldFont=*-Bold, "
    "ItalicFont=*-Italic, BoldItalicFont=*-BoldItalic"
)
DEJAVU = (
    "Extension=.ttf, Scale=0.8, UprightFont=*, BoldFont=*-Bold, ItalicFont=*-Oblique"
)
FORMS = {  # by what Unicode calls a letter, how formulas set it
    "<super>": "{}^{%s}",
    "<sub>": "{}_{%s}",
    "BOLD": r"\symbf{%s}",
    "SCRIPT": r"\symscr{%s}",
    "DOUBLE-STRUCK": r"\symbb{%s}",
}
LETTERS = (
    *(range(0x1D2C, 0x1DC0), range(0x2090, 0x209D), range(0x2C7C, 0x2C7D)),
    *(range(0x1D400, 0x1D434), range(0x1D49C, 0x1D4D0)),  # bold, script
    *(range(0x1D538, 0x1D56C), range(0x1D6A8, 0x1D6E2)),  # double-struck, bold Greek
)
FONTS = rf"""
\usepackage{{unicode-math}}
\setmainfont{{STIXTwoText}}[{STIX}]
\setsansfont{{STIXTwoText}}[{STIX}]
\setmathfont{{STIXTwoMath-Regular.otf}}
\setmonofont{{DejaVuSansMono}}[{DEJAVU}]
"""
COPYRIGHT = r"""Copyright © {year} {authors}.

The text and the figures may be shared and adapted under the Creative Commons
Attribution 4.0 International license (CC BY 4.0); the code under the BSD 3-Clause
license.

{abstract}

This is version {version} of {date}. Numbers of chapters, equations, figures and
exercises are those of the book's pages. To cite it: {plain}
"""


def letters_in_text() -> str:
    """TeX that sets letters which the text's font has not in that of formulas."""
    letters = (chr(code) for block in LETTERS for code in block)
    return "\n".join(
        rf"\catcode`{letter}=13\relax\protected\def{letter}"
        rf"{{\ensuremath{{{form % unicodedata.normalize('NFKC', letter)}}}}}"
        for letter in letters
        for name, form in FORMS.items()
        if name in _called(letter)
    )


def _called(letter: str) -> list[str]:
    """How Unicode takes a letter apart, and the words of its name."""
    apart = unicodedata.decomposition(letter).split()
    return [*apart[:1], *unicodedata.name(letter, "").split()]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the writer, what comes before it, and the style."""
    app.set_translator("latex", writer.PrintWriter, override=True)
    writer.add_nodes(app)
    app.connect("config-inited", use_page)
    app.connect("builder-inited", numbers.count_as_pages_do, priority=900)
    app.connect("doctree-resolved", numbers.number_chapters)
    app.connect("doctree-resolved", index.add_entries)
    app.connect("doctree-resolved", layout.arrange, priority=600)
    return {"parallel_read_safe": True, "parallel_write_safe": False}


def use_page(app: Sphinx, config: Config) -> None:
    """What the printed page takes for granted, whatever the book's settings say."""
    work = citation_of(project_of(app.srcdir))
    config.latex_additional_files = [str(STYLE)]
    config.latex_domain_indices = False
    config.latex_use_xindy = False
    config.latex_show_urls = "footnote"
    elements = config.latex_elements
    elements |= {
        "papersize": "a4paper",
        "pointsize": "11pt",
        "extraclassoptions": "oneside,openany",
        "fncychap": "",
        "fontpkg": FONTS + letters_in_text(),
        "maketitle": r"\presstitlepage",
    }
    preamble = elements.get("preamble", "")
    elements["preamble"] = f"{preamble}\n\\usepackage{{press}}\n{first_pages(work)}"


def first_pages(work: Citation) -> str:
    """What the title page and the page behind it say, as LaTeX."""
    texescape.init()
    said = {
        "pressversion": work.version,
        "pressdate": work.day,
        "presscopyright": COPYRIGHT.format(
            year=work.year,
            authors=work.authors,
            abstract=work.abstract,
            version=work.version,
            date=work.day,
            plain=work.plain(),
        ),
    }
    return "".join(
        rf"\newcommand{{\{name}}}{{{texescape.escape(text, 'xelatex')}}}" + "\n"
        for name, text in said.items()
    )
