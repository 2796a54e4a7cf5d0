"""Letters of formulas within running text: the text's fonts have not all of them."""

import shutil
import subprocess

import pytest

from press.print import FONTS, letters_in_text
from press.print.log import complaints_in

SHOWN = "𝐗ₗ, 𝛃ⱼ, 𝒩, 𝔼, 𝐖ᵀ, xₖ"
PAGE = rf"""\documentclass{{article}}
\usepackage{{fontspec}}
{FONTS}%s
\begin{{document}}
{SHOWN} \textbf{{{SHOWN}}} \emph{{{SHOWN}}}
\end{{document}}
"""


@pytest.mark.parametrize(("letters", "complains"), [(letters_in_text(), 0), ("", 1)])
def test_letters_of_formulas_stand_in_text(tmp_path, letters, complains):
    if not shutil.which("xelatex"):
        pytest.skip("no XeLaTeX: apt-get install texlive-xetex")
    (tmp_path / "page.tex").write_text(PAGE % letters, "utf-8")
    command = ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "page.tex"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    log = (tmp_path / "page.log").read_text("utf-8", errors="replace")
    assert bool(complaints_in(log)) == bool(complains), complaints_in(log)
