"""Random equations of matrices: a term, and the same term reworked.

Nearly all reworks are true where all sizes are 1: some are rules, others what somebody
mistakes for a rule, and some fit no shape.  So half of the equations are false.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .random_terms import SHAPES, Shape, Term, m, n, named, node

COLUMN, NUMBER = (n, 1), ()
LENGTHS = (n, m, 1)
NUMBERS = ("trace", "inner", "square", "determinant", "total", "times", "plus")
Rework = Callable[[Term], Term | None]


class Author:
    """Writes equations."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)

    def pick(self, choices: Any) -> Any:
        return choices[int(self.rng.integers(len(choices)))]

    def equation(self) -> tuple[Term, Term]:
        """A term, and what it is said to be equal to."""
        shape = self.pick([NUMBER, NUMBER, COLUMN, (n, n), (n, m), (m, m)])
        left = right = self.term(shape, 3)
        for _ in range(int(self.rng.integers(1, 4))):
            right = self.reworked(right)
        return left, right

    # ---- a term of a shape

    def term(self, shape: Shape, depth: int) -> Term:
        if depth == 0:
            return self.least(shape)
        kinds = self.numbers if shape == NUMBER else self.matrices
        return kinds(shape, depth - 1)

    def least(self, shape: Shape) -> Term:
        """A name of the shape, or what is made of names at once."""
        if shape == NUMBER:
            name = self.pick([*SHAPES, "n", "m", "2"])
            return node("square", named(name)) if name in SHAPES else named(name)
        names = [named(name) for name, s in SHAPES.items() if s == shape]
        turned = [named(name) for name, s in SHAPES.items() if s[::-1] == shape]
        if not (names or turned):
            return node("product", named("Y"), named("X"))
        return self.pick([*names, *(node("transpose", t) for t in turned)])

    def numbers(self, shape: Shape, depth: int) -> Term:
        kind = self.pick(NUMBERS)
        if kind in ("trace", "determinant"):
            length = self.pick([n, n, m])
            return node(kind, self.term((length, length), depth))
        if kind == "total":
            return node(kind, self.term((self.pick([n, m]), 1), depth))
        of = (
            NUMBER if kind in ("times", "plus") else self.pick([COLUMN, (n, m), (n, n)])
        )
        count = 1 if kind == "square" else 2
        return node(kind, *(self.term(of, depth) for _ in range(count)))

    def matrices(self, shape: Shape, depth: int) -> Term:
        rows, columns = shape
        kinds = ["product"] * 3 + ["sum", "hadamard", "transpose", "scaled"]
        kinds += ["diagonal matrix"] if rows == columns else []
        kinds += ["inverse"] if shape == (n, n) else []
        kinds += ["diagonal"] if columns == 1 else []
        kinds += ["gradient"] * 2 if shape == COLUMN and depth else []
        kind = self.pick(kinds)
        if kind == "product":
            middle = self.pick(LENGTHS if 1 not in shape else LENGTHS[:2])
            pair = (rows, middle), (middle, columns)
            return node(kind, *(self.term(s, depth) for s in pair))
        if kind == "inverse":
            return node(kind, self.invertible())
        parts: dict[str, list[Shape]] = {
            "sum": [shape, shape],
            "hadamard": [shape, shape],
            "transpose": [shape[::-1]],
            "scaled": [NUMBER, shape],
            "diagonal matrix": [(rows, 1)],
            "diagonal": [(rows, rows)],
            "gradient": [NUMBER],
        }
        made = node(kind, *(self.term(s, depth) for s in parts[kind]))
        return made if not _nested(made) else self.least(shape)

    def invertible(self) -> Term:
        name = named(self.pick("AB"))
        other = node("product", named("A"), named("B"))
        return self.pick([name, node("transpose", name), other])

    # ---- a term reworked

    def reworked(self, t: Term) -> Term:
        """The term with one of its nodes changed."""
        if t.parts and self.rng.random() < 0.6:
            at = int(self.rng.integers(len(t.parts)))
            return t.with_part(at, self.reworked(t.parts[at]))
        made = [new for rework in REWORKS if (new := rework(t)) is not None]
        return self.pick(made) if made else t


def _nested(t: Term, inside: bool = False) -> bool:
    """Whether a gradient stands in a gradient: NumPy does not read that here."""
    if t.kind == "gradient" and inside:
        return True
    return any(_nested(part, inside or t.kind == "gradient") for part in t.parts)


def rework(outer: str, inner: str, made: Callable[..., Term]) -> Rework:
    """A rework of a node of one kind whose first part is of another, or of any."""

    def of(t: Term) -> Term | None:
        if t.kind != outer or (inner and t.parts[0].kind != inner):
            return None
        return made(*(t.parts[0].parts if inner else ()), *t.parts[bool(inner) :])

    return of


def _turned(t: Term) -> Term | None:
    """A matrix transposed, or not transposed."""
    if t.kind == "transpose":
        return t.parts[0]
    return node("transpose", t) if t.kind in ("name", "product") and _is(t) else None


def _is(t: Term) -> bool:
    return t.kind != "name" or t.name in SHAPES


def _counted(t: Term) -> Term | None:
    """A size mistaken for the other one."""
    others = {"n": "m", "m": "n"}
    return named(others[t.name]) if t.name in others else None


def making(kind: str) -> Callable[..., Term]:
    return lambda *parts: node(kind, *parts)


P, H, T, inv = map(making, ("product", "hadamard", "transpose", "inverse"))
plus, times, S, scaled = map(making, ("plus", "times", "sum", "scaled"))
tr, det, inner, square = map(making, ("trace", "determinant", "inner", "square"))
total, D, slope = map(making, ("total", "diagonal", "gradient"))
SWAPPED = ("product", "hadamard", "inner", "sum", "times", "plus")
REWORKS: list[Rework] = [
    _turned,
    _counted,
    *(rework(q, "", lambda a, b, q=q: node(q, b, a)) for q in SWAPPED),
    rework("product", "", H),
    rework("hadamard", "", P),
    rework("transpose", "product", lambda a, b: P(T(b), T(a))),
    rework("transpose", "product", lambda a, b: P(T(a), T(b))),
    rework("transpose", "sum", lambda a, b: S(T(a), T(b))),
    rework("inverse", "product", lambda a, b: P(inv(b), inv(a))),
    rework("inverse", "product", lambda a, b: P(inv(a), inv(b))),
    rework("inverse", "transpose", lambda a: T(inv(a))),
    rework("product", "product", lambda a, b, c: P(a, P(b, c))),
    rework("product", "product", lambda a, b, c: P(b, P(a, c))),
    rework("product", "sum", lambda a, b, c: S(P(a, c), P(b, c))),
    rework("product", "sum", lambda a, b, c: S(P(a, c), b)),
    rework("product", "scaled", lambda c, a, b: scaled(c, P(a, b))),
    rework("hadamard", "sum", lambda a, b, c: S(H(a, c), P(b, c))),
    rework("diagonal", "product", lambda a, b: H(D(a), D(b))),
    rework("diagonal", "hadamard", lambda a, b: H(D(a), D(b))),
    rework("diagonal", "transpose", D),
    rework("trace", "product", lambda a, b: tr(P(b, a))),
    rework("trace", "product", lambda a, b: times(tr(a), tr(b))),
    rework("trace", "product", lambda a, b: inner(T(a), b)),
    rework("trace", "product", inner),
    rework("trace", "sum", lambda a, b: plus(tr(a), tr(b))),
    rework("trace", "", lambda a: total(D(a))),
    rework("trace", "", det),
    rework("determinant", "", tr),
    rework("determinant", "", lambda a: det(T(a))),
    rework("determinant", "product", lambda a, b: times(det(a), det(b))),
    rework("determinant", "sum", lambda a, b: plus(det(a), det(b))),
    rework("determinant", "scaled", lambda c, a: times(c, det(a))),
    rework("square", "", lambda a: inner(a, a)),
    rework("square", "", lambda a: tr(P(T(a), a))),
    rework("square", "", lambda a: tr(P(a, a))),
    rework("square", "", lambda a: det(P(T(a), a))),
    rework("square", "hadamard", lambda a, b: times(square(a), square(b))),
    rework("square", "product", lambda a, b: inner(P(T(a), P(a, b)), b)),
    rework("inner", "product", lambda a, b, c: inner(b, P(T(a), c))),
    rework("inner", "product", lambda a, b, c: inner(b, P(a, c))),
    rework("inner", "", lambda a, b: tr(P(T(a), b))),
    rework("total", "sum", lambda a, b: plus(total(a), total(b))),
    rework("total", "hadamard", lambda a, b: times(total(a), total(b))),
    rework("total", "hadamard", inner),
    rework("total", "product", lambda a, b: times(total(D(a)), total(b))),
    rework("gradient", "plus", lambda a, b: S(slope(a), slope(b))),
    rework(
        "gradient", "times", lambda a, b: S(scaled(a, slope(b)), scaled(b, slope(a)))
    ),
    rework("gradient", "times", lambda a, b: scaled(a, slope(b))),
    rework("gradient", "square", lambda a: scaled(named("2"), a)),
    rework("gradient", "inner", S),
]
