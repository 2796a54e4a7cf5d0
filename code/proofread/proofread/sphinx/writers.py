"""How the nodes of checked equations are written as HTML and as LaTeX."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.util.math import get_node_equation_number

from .nodes import claim_block, element, lines_block, page_block
from .printed import visit_lines_latex

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
    node["body_start"] = len(self.body) + 1
    self.body.append(self.starttag(node, "div"))


def depart_claim(self: Any, node: claim_block) -> None:
    """Close the box, and take the id off the formula in it: an id occurs once."""
    own_id = f' id="{node["ids"][0]}"'
    for i in range(node["body_start"], len(self.body)):
        self.body[i] = self.body[i].replace(own_id, "", 1)
    self.body.append("</div>\n")


def visit_lines(self: Any, node: lines_block) -> None:
    """Open the rows, with number and permalink as Sphinx sets them for an equation."""
    self.body.append(self.starttag(node, "div", "", CLASS="proofread-lines"))
    if node["number"]:
        self.body.append(f'<span class="eqno">({get_node_equation_number(self, node)})')  # type: ignore[arg-type]
        self.add_permalink_ref(node, "Link to this equation")
        self.body.append("</span>")


def depart_lines(self: Any, node: lines_block) -> None:
    """Close the rows."""
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
    formats["latex"] = (visit_lines_latex, pass_through)
    app.add_node(lines_block, html=(visit_lines, depart_lines), **formats)
    formats["latex"] = (visit_claim_latex, pass_through)
    app.add_node(claim_block, html=(visit_claim, depart_claim), **formats)
