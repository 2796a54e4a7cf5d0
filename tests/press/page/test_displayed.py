"""The gate sees what a browser sees: relations typed by hand, in every way, stop it."""

import re

import nbformat.v4 as notebook
import pytest
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

CONFIG = """\
from press.page.mathematics import Mathematics

extensions = ["myst_nb", "sphinx_proof", "sphinx_exercise", "proofread.sphinx"]
myst_enable_extensions = ["amsmath", "attrs_block", "attrs_inline", "colon_fence",
    "deflist", "dollarmath", "substitution"]
myst_dmath_double_inline = True
nb_execution_mode = "off"
html_math_renderer = "press"
html_theme = "basic"
exclude_patterns = ["html", "trees", "jupyter_execute"]
numfig = True
proofread_typed = {"a-proof": 1, "an-exercise": 1, "a-false-number": 1}

def setup(app):
    Mathematics().connect(app)
"""
WAYS = {
    "in-its-paragraph": "$a + b = c$",
    "with-punctuation": "$a + b = c$.",
    "with-a-number": "$a + b = c$ (3.99)",
    "two-in-a-paragraph": "$a + b = c$, $a < b$.",
    "in-a-list": "- $a + b = c$",
    "in-a-quote": "> $a + b = c$",
    "after-a-hard-break": "We have\\\n$a + b = c$\\\nhere.",
    "in-bold": "**$a + b = c$**",
    "as-a-heading": "## $a + b = c$",
    "in-a-definition": "Term\n: $a + b = c$",
    "in-a-table-of-its-own": "| $a + b = c$ |\n|---|\n| $3 = 4$ |",
    "displaystyle": "Words $\\displaystyle a + b = c$ here.",
    "dfrac": "Words $\\displaystyle\\dfrac{1}{2} = c$ here.",
    "array": "Words $\\begin{array}{c} a + b = c \\end{array}$ here.",
    "aligned": "Words $\\begin{aligned} a + b &= c \\end{aligned}$ here.",
    "mathrm": "$$ \\mathrm{2+2=5} $$",
    "text": "$$ \\text{a + b = c} $$",
    "equals-in-words": "$$ 2 + 2 \\text{ equals } 5 $$",
    "operatorname": "$$ 2 + 2 \\operatorname{=} 5 $$",
    "underbrace": "$$ \\underbrace{2 + 2}_{= 5} $$",
    "overset": "$$ 2 + 2 \\overset{!}{=} 5 $$",
    "not": "$$ 2 + 2 \\not< 5 $$",
    "in": "$$ 5 \\in \\{1, 2\\} $$",
    "subset": "$$ A \\subset B $$",
    "perp": "$$ \\mathbf a \\perp \\mathbf b $$",
    "mid": "$$ 3 \\mid 7 $$",
    "iff": "$$ A \\Longleftrightarrow B $$",
    "longleftarrow": "$$ A \\longleftarrow B $$",
    "nleq": "$$ 2 \\nleq 5 $$",
    "leqq": "$$ 5 \\leqq 2 $$",
    "vdash": "$$ A \\vdash B $$",
    "coloneqq": "$$ a \\coloneqq 2 $$",
    "unicode-in-mathematics": "$$ 2 + 2 ≅ 5 $$",
    "unicode-in-words": "2 + 2 ⩽ 3",
    "unicode-letters": "𝑎 + 𝑏 = 𝑐",
    "unicode-letters-side-by-side": "𝑎𝑏 = 𝑐𝑑",
    "unicode-powers": "a² + b² = c²",
    "ascii-in-words": "a + b = c",
    "greek-in-words": "∇f(x) = 0",
    "a-false-number": "```{prf:proof}\nSo\n\n$$ a + b = c \\qquad (3.99) $$\n```",
    "unmarked-in-a-proof": "```{prf:proof}\nSo\n\n$a + b = c$.\n```",
    "words-in-a-proof": "```{prf:proof}\nSo\n\na + b = c.\n```",
    "display-style-in-a-proof": (
        "```{prf:proof}\nSo $\\displaystyle a + b = c$ here.\n```"
    ),
    "rows-in-a-proof": (
        "```{prf:proof}\nSo $\\begin{array}{c} a = c \\end{array}$ here.\n```"
    ),
    "unmarked-in-an-exercise": "```{exercise}\n:label: ex-a\n\n1. $a + b = c$\n```",
    "marked-by-hand": "{.typed-by-hand}\n$a + b = c$",
    "a-remark": "```{prf:remark}\n\n$a + b = c$\n```",
    "an-admonition": "```{note}\n$a + b = c$\n```",
    "a-caption": "```{figure} x.svg\n:alt: x\n\n$a + b = c$\n```",
    "an-alternative": "![a + b = c](x.svg)",
    "an-alternative-in-latex": "```{figure} x.svg\n:alt: Of $x^2$\n\nWords.\n```",
    "raw-mathml": "<math><mn>2</mn><mo>=</mo><mn>5</mn></math>",
    "raw-display": '<div><math display="block"><mi>a</mi><mo>=</mo></math></div>',
    "raw-mathml-in-a-line": "Words <math><mn>2</mn><mo>=</mo><mn>5</mn></math> here.",
    "raw-words": "<center>a + b = c</center>",
    "raw-entities": "<p>2 + 2 &equals; 5</p>",
    "raw-svg": "<svg><text>a + b = c</text></svg>",
    "raw-in-a-box-like-ours": '<div class="proofread"><p>a + b = c</p></div>',
    "raw-script": "<script>document.write(1)</script>",
    "raw-directive": "```{raw} html\n<p>a + b = c</p>\n```",
    "class-of-the-engine": "{.proofread-equation}\na + b = c",
    "container-of-the-engine": ":::{container} proofread\na + b = c\n:::",
    "class-of-what-is-unseen": "[a + b = c]{.headerlink}",
    "html-image": '<img src="x.svg" alt="a + b = c">',
    "in-cells-of-a-table": "| 2 + 2 | = | 5 |\n|---|---|---|\n| 3 | = | 4 |",
    "sign-by-sign": "$2 + 2$ $=$ $5$",
    "half-typed": "2 + 2 $=$ 5",
    "an-entity": "2 + 2 &equals; 5",
    "full-width": "2 + 2 ＝ 5",
    "a-tilde": "X ~ N(0, 1)",
    "an-ascii-arrow": "A -> B",
    "an-assignment": "x := 5",
    "a-footnote": "Words.[^a]\n\n[^a]: $a + b = c$",
    "underset": "$$ 2 + 2 \\underset{=}{\\,} 5 $$",
    "a-link": "[a + b = c](https://example.org)",
    "a-dollar-pair-in-a-line": "Words $$a + b = c$$ here.",
    "a-drawing-with-words": "```{figure} y.svg\n:alt: A line\n\nWords.\n```",
    "typewriter": "`∇f(x) = 0`",
    "typewriter-in-an-item": "- `a² + b² = c²`.",
    "a-block-of-typewriter": "```text\n2 + 2 ≥ 5\n```",
    "substitution": "{{ '$a + b = c$' }}",
}  # fmt: skip
OUTPUTS = {
    "latex": {"text/latex": "$$a + b = c$$"},
    "latex-in-a-line": {"text/latex": "$a + b = c$"},
    "displaystyle-of-a-cell": {"text/latex": "$\\displaystyle a + b = c$"},
    "markdown": {"text/markdown": "$$a + b = c$$"},
    "markdown-in-a-line": {"text/markdown": "$a + b = c$"},
    "html": {"text/html": "<p>a + b = c</p>"},
    "html-mathml": {"text/html": "<math><mn>2</mn><mo>=</mo><mn>5</mn></math>"},
    "html-latex": {"text/html": "<p>\\(a + b = c\\)</p>"},
    "svg": {"image/svg+xml": "<svg xmlns='x'><text>2 = 5</text></svg>"},
    "printed-latex": {"text/plain": "\\frac{1}{2} = 5"},
    "printed-dollars": {"text/plain": "$a + b = c$"},
    "printed-signs": {"text/plain": "a² + b² = c²"},
    "printed-among-words": {"text/plain": "so\n2 + 2 ≥ 5\nhere"},
}  # fmt: skip
HARMLESS = {
    "words": "So $a + b = c$ holds.",
    "a-name": "$$ \\sum_{i=1}^n x_i $$",
    "a-limit": "$$ \\lim_{h \\to 0} f(h) $$",
    "a-density": "$$ p(y \\mid x) $$",
    "a-norm": "$$ \\lVert \\mathbf x \\rVert_{p = 2} $$",
    "a-formula-alone": "$x^2 + 1$",
    "a-matrix-in-a-line": "Take $A = \\begin{pmatrix} 1 & 2 \\end{pmatrix}$ here.",
    "a-table": "| method | rate |\n|---|---|\n| heavy ball | $\\beta = 0.9$ |",
    "a-proof": "```{prf:proof}\nSo\n\n$$ a + b = c $$\n```",
    "an-exercise": "```{exercise}\n:label: ex\nShow $$ a + b = c $$\n```",
    "an-image": "![A line through w = 5](x.svg)",
    "code": "`a + b = c` and\n\n```python\nx = 5\n```",
    "typewriter-in-a-line": "The bound `a ≤ b` holds, and `A.T`.",
    "typewriter-of-a-program": "`x = 5`",
    "a-block-of-a-program": "```python\n# a ≤ b\nx = 5\n```",
    "a-comment": "Words <!-- a + b = c --> here.",
}
PLAIN = {
    "a-number": {"text/plain": "loss = 0.31"},
    "a-number-with-a-sign": {"text/plain": "loss ≤ 0.31 at x² = 4"},
    "a-table-of-data": {"text/html": "<table><tr><td>age</td><td>3</td></tr></table>"},
}  # fmt: skip


@pytest.fixture(scope="module")
def refused(tmp_path_factory) -> dict[str, str]:
    """What is said of each page; pages without offence are not named."""
    folder = tmp_path_factory.mktemp("book")
    (folder / "conf.py").write_text(CONFIG, "utf-8")
    (folder / "x.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    drawn = "<svg xmlns='http://www.w3.org/2000/svg'><text>2 = 5</text></svg>"
    (folder / "y.svg").write_text(drawn, "utf-8")
    for name, text in {**WAYS, **HARMLESS}.items():
        page = f"# Title\n\nSome words.\n\n{text}\n"
        (folder / f"{name}.md").write_text(page, "utf-8")
    for name, data in {**OUTPUTS, **PLAIN}.items():
        output = notebook.new_output("display_data", data)
        cell = notebook.new_code_cell("1", outputs=[output], execution_count=1)
        cells = [notebook.new_markdown_cell("# Title\n\nSome words."), cell]
        made = notebook.new_notebook(cells=cells)
        (folder / f"{name}.ipynb").write_text(notebook.writes(made), "utf-8")
    names = [*WAYS, *HARMLESS, *OUTPUTS, *PLAIN]
    toctree = "# Book\n\n```{toctree}\n" + "\n".join(names) + "\n```\n"
    (folder / "index.md").write_text(toctree, "utf-8")
    return said(built(folder))


def built(folder) -> str:
    """All that is said against pages: as they are read, then as they are written."""
    read = stopped(folder)
    for name in said(read):
        for path in folder.glob(f"{name}.*"):
            path.rename(path.with_suffix(".refused"))
            path.with_suffix(".md").write_text("# Title\n", "utf-8")
    return f"{read}\n{stopped(folder)}"


def stopped(folder) -> str:
    """Why a build stopped."""
    out, trees = folder / "html", folder / "trees"
    with patch_docutils(str(folder)), docutils_namespace():
        app = Sphinx(folder, folder, out, trees, "html", status=None, warning=None)
        with pytest.raises(SphinxError) as told:
            app.build()
    return str(told.value)


def said(text: str) -> dict[str, str]:
    """What is said of each page, by its name."""
    found = re.findall(r"^(?:.*/)?([\w -]+)\.(?:md|ipynb):(\d+: .*)$", text, re.M)
    return dict(found)


@pytest.mark.parametrize("name", [*WAYS, *OUTPUTS])
def test_a_relation_that_was_not_stated_is_refused_however_it_is_typed(refused, name):
    assert name in refused


@pytest.mark.parametrize("name", [*HARMLESS, *PLAIN])
def test_what_displays_no_relation_is_left_alone(refused, name):
    assert refused.get(name) is None


@pytest.mark.parametrize("name", WAYS)
def test_the_line_is_where_it_was_typed(refused, name):
    line = int(refused[name].partition(":")[0])
    assert 3 <= line <= 9, refused[name]
