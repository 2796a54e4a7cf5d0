"""Wide displays in pieces, between which the browser breaks lines where they are short.

A formula that fits a phone stays whole. A wider one breaks at relations first, then at
the signs of sums, then within its widest brackets, and before a factor where nothing
else helps. Each piece is a <math>; pieces of one kind stand in a box, which moves to a
line of its own before it breaks inside, and there hangs its later lines.
"""

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias
from xml.etree.ElementTree import Element

from ..typeset import mathml
from ..typeset.width import width
from .pieces import Break, Row, breaks, core, grouped, is_relation, is_sign, opened

# In em: what fits the narrowest column, there and within a line, what need not break
# further, a left side beside which the right one still has room, and a first piece that
# is surely wider than the 1.9 em by which press.css hangs later lines.
WHOLE, LONG, PIECE, BESIDE, HANG = 13, 12.5, 8, 5, 3


@dataclass(frozen=True)
class Parts:
    """What is broken; level: its lines begin at one place, each with a relation."""

    parts: "tuple[Row | Parts, ...]"
    level: bool


Broken: TypeAlias = Row | Parts
Line: TypeAlias = tuple[Row, Row]


def broken(math: Element) -> str:
    """The markup of a display, in pieces where it is wide."""
    if width(math) <= WHOLE:
        return mathml.html(math)
    first, *others = _lines(math)
    shown = _in_columns([first, *others]) if others else _alone(*first)
    return f'<span class="broken"{_source(math)}>{shown}</span>'


def flowing(math: Element, held: str) -> str:
    """The markup of a long formula within a line, in pieces, and what is held to it."""
    *pieces, last = map(_math, _leaves(_split(grouped(_content(math)), LONG)))
    inside = "<wbr>".join([*pieces, together(last, held)])
    return f'<span class="long"{_source(math)}>{inside}</span>'


def together(markup: str, held: str) -> str:
    """A formula and what no line may begin with."""
    return f'<span class="together">{markup}{held}</span>' if held else markup


def _source(math: Element) -> str:
    return f' data-tex="{html.escape(math.get("data-tex", ""))}"'


# ---- the lines that the formula has


def _lines(math: Element) -> list[Line]:
    """Left and right side of each line; a line that only goes on is joined to it."""
    content = _content(math)
    if not (len(content) == 1 and _is_aligned(content[0])):
        return [([], grouped(content))]
    lines: list[Line] = []
    for left, right in map(_cells, content[0]):
        if lines and _goes_on(left, right, lines):
            right[0].set("form", "infix")
            lines[-1][1].extend(right)
        else:
            lines.append((left, right))
    return lines


def _content(math: Element) -> list[Element]:
    content = list(math)
    while len(content) == 1 and content[0].tag == "mrow":
        content = list(content[0])
    return content


def _is_aligned(table: Element) -> bool:
    is_display = table.tag == "mtable" and table.get("displaystyle") == "true"
    return is_display and all(len(row) <= 2 for row in table)


def _cells(row: Element) -> Line:
    """Both sides of a row; a cell alone is the right one."""
    *left, right = (grouped(list(cell)) for cell in row)
    while right and right[0].tag == "mspace":
        del right[0]
    return (left[0] if left else []), right


def _goes_on(left: Row, right: Row, before: Sequence[Line]) -> bool:
    if left or not right:
        return False
    alone = not any(left for left, _ in before)
    return is_sign(right[0]) or (alone and is_relation(right[0]))


# ---- the pieces of a line


def _split(row: Row, fits: float = PIECE) -> Broken:
    """A row in as many pieces as it may need, those of a kind side by side."""
    if _width(row) <= fits:
        return row
    found = list(breaks(row))
    rank = min((rank for _, rank in found), default=Break.FACTOR)
    if rank is Break.FACTOR and (wider := opened(row)):
        return _split(wider, fits)
    if not found:
        return row
    starts = [0, *(k for k, at in found if at is rank), len(row)]
    parts = tuple(_split(row[a:b], fits) for a, b in pairwise(starts))
    starts_alike = rank is Break.RELATION and is_relation(row[0])
    return Parts(parts, starts_alike or rank is Break.STATEMENT)


def _leaves(piece: Broken) -> Iterator[Row]:
    if isinstance(piece, Parts):
        yield from (leaf for part in piece.parts for leaf in _leaves(part))
    else:
        yield piece


def _width(row: Row) -> float:
    return sum(map(width, row))


# ---- their markup


def _alone(left: Row, right: Row) -> str:
    """One line: its relations below each other, or indented below a long left side."""
    row = [*left, *right]
    ranks = {rank: k for k, rank in reversed([*breaks(row)])}
    k = ranks.get(Break.RELATION, 0)
    if Break.STATEMENT in ranks or not k or _width(row[:k]) > BESIDE:
        return _markup(_split(row))
    return _in_columns([(row[:k], row[k:])])


def _in_columns(lines: Sequence[Line]) -> str:
    """Lines with their relations one below the other."""
    over = " over" if any(_width(left) > BESIDE for left, _ in lines) else ""
    cells = (
        f'<span class="left">{_markup(_split(left))}</span>'
        f'<span class="right">{_markup(_split(right))}</span>'
        for left, right in lines
    )
    return f'<span class="lines{over}">{"".join(cells)}</span>'


def _markup(piece: Broken) -> str:
    if isinstance(piece, Parts):
        inside = "<wbr>".join(map(_markup, piece.parts))
        return f'<span class="{_class(piece)}">{inside}</span>'
    return _math(piece, displaystyle="true") if piece else ""


def _class(piece: Parts) -> str:
    """What says where later lines begin: hung no further than the first piece reaches.

    Else a box behind that piece would have less room than it fills, and break there.
    """
    if piece.level:
        return "parts level"
    first = sum(map(_width, _leaves(piece.parts[0])))
    return "parts near" if first < HANG else "parts"


def _math(piece: Row, **attributes: str) -> str:
    if is_sign(piece[0]) or is_relation(piece[0]):
        core(piece[0]).attrib.setdefault("form", "infix")
    math = Element("math", attributes)
    math.extend(piece)
    return mathml.html(math)
