"""The formulas of a statement where readers see them: in the page, and in the print.

What stands on a page is cut from its finished HTML. A formula may be in pieces, for the
browser to break: every <math> in the equation's box is part of it, and so are, within a
line, those with nothing but a place to break between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..bundle import Bundle
from ..reading import Row, mathml, tex
from ..reading.layout import begins_relation, flat, joined, lines, states_relation
from .addresses import anchor

DIV = re.compile(r"<(/?)div\b")
SEEN = re.compile(
    r'class="(?P<area>proofread-[a-z]+)[ "]'
    r"|(?P<math><math\b.*?</math>(?:<wbr>(?:<span[^>]*>)?<math\b.*?</math>)*)",
    re.DOTALL,
)
PIECE = re.compile(r"<math\b.*?</math>", re.DOTALL)
ROW, LEFT, RIGHT = "proofread-line", "proofread-left", "proofread-right"
CONDITIONS = "proofread-conditions"
WHOLE = {  # where the equation stands
    *("", "proofread-equation", "proofread-false"),
    *("proofread-repeated", "proofread-identity", "proofread-source"),
}
AGAIN = re.compile(
    r'<div class="proofread-(?:repeated|identity)" data-key="(?P<key>[^"]*)">'
)
EQUATION = re.compile(r"\\begin\{(equation\*?)\}(.*?)\\end\{\1\}", re.DOTALL)
UNDER = re.compile(
    r"(?:\s|%[^\n]*\n|\\sphinxAtStartPar)*(?:for all|where|given|equality when)"
    r"(.*?)(?:\n\n|\Z)",
    re.DOTALL,
)
WITHIN = re.compile(r"\\\((.*?)\\\)", re.DOTALL)


def in_bundle(bundle: Bundle) -> Iterator[tuple[str, Row]]:
    """Each formula as the engine printed it, with what it is: a line or a condition."""
    if bundle.lines:
        for k, line in enumerate(bundle.lines):
            latex = f"{line.left or ''} {line.relation} {line.right}"
            yield f"line {k}", tex.layout(latex)
    else:
        yield "line 0", flat(tex.layout(bundle.latex))
    for k, condition in enumerate(bundle.conditions):
        yield f"condition {k}", tex.layout(condition.latex)


# ---- on a page


def box(body: str, bundle: Bundle) -> str | None:
    """The statement's box in a page's HTML; None where it is not there."""
    name = body.find(f'id="{anchor(bundle.key, bundle.kind)}"')
    start = body.rfind("<div", 0, name)
    return None if name < 0 or start < 0 else _from(body, start)


def again(body: str) -> Iterator[tuple[str, str]]:
    """(key, box) of each statement that a page repeats."""
    for found in AGAIN.finditer(body):
        if box := _from(body, found.start()):
            yield found["key"], box


def _from(body: str, start: int) -> str | None:
    """The box that begins in a place of a page's HTML."""
    depth = 0
    for tag in DIV.finditer(body, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return body[start : tag.start()]
    return None


def in_page(markup: str) -> Iterator[tuple[str, Row]]:
    """Each formula of a statement's box, with what it is."""
    rows: list[list[Row]] = []
    conditions = 0
    for area, math in _seen(markup):
        if (area == ROW and not math) or (math and area in WHOLE and not rows):
            rows.append([])
        if math and area in {*WHOLE, LEFT, RIGHT}:
            rows[-1].append(in_pieces(math))
        elif math and area == CONDITIONS:
            yield f"condition {conditions}", in_pieces(math)
            conditions += 1
    for k, pieces in enumerate(rows):
        yield f"line {k}", joined(pieces)


def in_pieces(markup: str) -> Row:
    """One formula, of all <math> that some markup holds."""
    return joined(flat(mathml.layout(piece)) for piece in PIECE.findall(markup))


def _seen(markup: str) -> Iterator[tuple[str, str]]:
    """Where an area begins, and each formula with the area that it stands in."""
    area = ""
    for seen in SEEN.finditer(markup):
        area = seen["area"] or area
        yield area, seen["math"] or ""


# ---- in print


def is_printed(text: str, page: str) -> bool:
    """Whether a page is part of the book's LaTeX."""
    return rf"\label{{\detokenize{{{page}::doc}}}}" in text


def printed(text: str, page: str, bundle: Bundle) -> str:
    """The LaTeX of a statement in that of the book; empty where it is not printed."""
    label = rf"\label{{\detokenize{{{page}:{anchor(bundle.key, bundle.kind)}}}}}"
    start = text.find(label)
    if start < 0 or not (found := EQUATION.search(text, start)):
        return ""
    under = UNDER.match(text, found.end()) if bundle.conditions else None
    return text[found.start() : under.end() if under else found.end()]


def in_print(part: str, bundle: Bundle) -> Iterator[tuple[str, Row]]:
    """Each formula of a statement in the LaTeX of the book, with what it is."""
    found = EQUATION.match(part)
    if found is None:
        return
    rows = derivation(found[2]) if bundle.lines else [flat(tex.layout(found[2]))]
    yield from ((f"line {k}", row) for k, row in enumerate(rows))
    for k, latex in enumerate(WITHIN.findall(part, found.end())):
        yield f"condition {k}", tex.layout(latex)


def derivation(latex: str) -> list[Row]:
    """The lines of a derivation; a left side alone, or the rest of a sum, joined on."""
    made: list[Row] = []
    for row in filter(None, lines(tex.layout(latex))):
        if made and not (begins_relation(row) and states_relation(made[-1])):
            made[-1] = (*made[-1], *row)
        else:
            made.append(row)
    return made
