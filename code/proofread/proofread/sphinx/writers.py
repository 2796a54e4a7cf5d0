"""How the nodes of checked equations are written as HTML and as LaTeX."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.util.math import get_node_equation_number

from ..printing import width
from .nodes import (
    claim_block,
    element,
    equation_block,
    lines_block,
    page_block,
)
from .printed import visit_lines_latex

SHORT = 10  # letters of a left side, beside which a phone has room for the right one
WIDE = 47  # letters of both sides of a row, beside which a reason still fits

LATEX_PREAMBLE = r"""
% proofread: the small note in the margin that says how the next equation was checked
\usepackage{etoolbox}
\makeatletter
\let\proofreadnote\@empty
\newcommand{\proofreadbadge}[1]{\gdef\proofreadnote{\kern1sp\rlap{\hskip\marginparsep
  \smash{\parbox[c]{\marginparwidth}{\raggedright\scriptsize\itshape #1}}}}}
\newcommand{\proofreadaddnote}{\ifx\proofreadnote\@empty\else
  \ifx\df@tag\@empty\let\df@tag\proofreadnote\else
    \expandafter\g@addto@macro\expandafter\df@tag\expandafter{\proofreadnote}\fi
  \global\let\proofreadnote\@empty\fi}
\patchcmd\endmathdisplay@a{\if@fleqn}{\proofreadaddnote\if@fleqn}{}
  {\PackageError{proofread}{Equations cannot take their notes}{}}
\makeatother
% the reason of a line in a derivation, so many times as wide as a line
\providecommand{\proofreadreason}[2]{%
  \parbox[c]{#1\linewidth}{\raggedright\footnotesize\strut #2\strut}}
"""


def visit_element(self: Any, node: element) -> None:
    """Open the tag."""
    self.body.append(self.starttag(node, node["tag"], "", **node["attributes"]))


def depart_element(self: Any, node: element) -> None:
    """Close the tag."""
    self.body.append(f"</{node['tag']}>")


def visit_claim(self: Any, node: claim_block) -> None:
    """Open the statement's box, at which links arrive."""
    self.body.append(self.starttag(node, "div"))


def visit_equation(self: Any, node: equation_block | lines_block) -> None:
    """Open a numbered equation; the box around it has the id."""
    self.body.append(self.starttag({}, "div", CLASS="proofread-equation"))


def depart_equation(self: Any, node: equation_block | lines_block) -> None:
    """The number stands after the formula."""
    if node["number"]:
        write_number(self, node)
    self.body.append("</div>\n")


def visit_lines(self: Any, node: lines_block) -> None:
    """Open the rows: with reasons beneath, and on a phone long left sides above."""
    visit_equation(self, node)
    marks = " wide" * reasons_beneath(node) + " over" * left_sides_alone(node)
    self.body.append(self.starttag({}, "div", "", CLASS=f"proofread-lines{marks}"))


def depart_lines(self: Any, node: lines_block) -> None:
    """Close the rows and the equation."""
    self.body.append("</div>\n")
    depart_equation(self, node)


def reasons_beneath(node: lines_block) -> bool:
    """Whether both sides of the rows are so wide that reasons have no room beside."""
    left, right = sides(node)
    return left + right > WIDE


def left_sides_alone(node: lines_block) -> bool:
    """Whether the right sides need, on a phone, the room of the left ones."""
    return sides(node)[0] > SHORT


def sides(node: lines_block) -> list[float]:
    """How many letters wide the left sides of the rows are, and the right ones."""
    columns = zip(*(row.children[:2] for row in node.children), strict=True)
    return [max(width(side.astext()) for side in column) for column in columns]


def write_number(self: Any, node: nodes.Element) -> None:
    """Number and permalink, as Sphinx sets them for an equation."""
    number = get_node_equation_number(self, node)  # type: ignore[arg-type]
    self.body.append(f'<span class="eqno">({number})')
    self.add_permalink_ref(node, "Link to this equation")
    self.body.append("</span>")


def close_box(self: Any, node: nodes.Element) -> None:
    """Close the element."""
    self.body.append("</div>\n")


def visit_claim_latex(self: Any, node: claim_block) -> None:
    """Set the point that links to the statement arrive at."""
    self.body.append("\n" + self.hypertarget_to(node, anchor=True) + "%\n")


def pass_through(self: Any, node: nodes.Element) -> None:
    """Write nothing; children write themselves."""


def add_nodes(app: Any) -> None:
    """Tell Sphinx how to write each node in each format."""
    plain = (pass_through, pass_through)
    formats: dict[str, Any] = dict.fromkeys(("latex", "text", "man", "texinfo"), plain)
    app.add_node(element, html=(visit_element, depart_element), **formats)
    app.add_node(page_block, html=plain, **formats)
    app.add_node(equation_block, html=(visit_equation, depart_equation), **formats)
    formats["latex"] = (visit_lines_latex, pass_through)
    app.add_node(lines_block, html=(visit_lines, depart_lines), **formats)
    formats["latex"] = (visit_claim_latex, pass_through)
    app.add_node(claim_block, html=(visit_claim, close_box), **formats)
