"""What is written in Coq, read back and measured, is what the tree says.

The writer is then made to err, in every way one could think of, and each is noticed.
"""

import re
from typing import Any

import pytest
import sympy as sp
from corpus import CLAIMS as CORPUS
from kernel_claims import CLAIMS
from reading_coq import read_back

from proofread.kernel import arrays, derivatives, functions, generic, hypotheses, powers
from proofread.kernel.names import Names
from proofread.kernel.rules import Unreached, matrices, numbers
from proofread.kernel.writer import Writer
from proofread.nodes import (
    BasisVector,
    Column,
    Components,
    Diag,
    DiagonalOf,
    Dot,
    Elementwise,
    FrobeniusNorm,
    Norm,
    Orthogonal,
    Row,
    Simplex,
    SquaredNorm,
    Symmetric,
    Unit,
)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.key)
def test_a_statement_is_what_the_tree_says(claim):
    read_back(claim)


@pytest.mark.parametrize("key", CORPUS)
def test_statements_of_the_corpus_are_what_their_trees_say(key):
    try:
        read_back(CORPUS[key])
    except Unreached as why:
        pytest.skip(str(why))


def of(rules: Any, kind: type, change: Any):
    """The rule of a kind of node, changed: of the text, the writer and the node."""

    def alter(patch: pytest.MonkeyPatch) -> None:
        rule = rules.by_kind[kind]
        patch.setitem(rules.by_kind, kind, lambda w, e: change(rule(w, e), w, e))

    return alter


def number(kind: type, change: Any):
    return of(numbers, kind, change)


def matrix(kind: type, change: Any):
    return of(matrices, kind, change)


def put(target: Any, name: str, value: Any):
    """A function of the writer replaced."""
    return lambda patch: patch.setattr(target, name, value)


def lost(kind: type):
    """A property that is not written down."""
    return lambda patch: patch.setitem(
        hypotheses.PROPERTIES, kind, lambda write, symbol: None
    )


def assumed(pattern: str, instead: str):
    """A hypothesis with other words."""
    assume = Writer.assume

    def other(write: Writer, what: str, wish: str) -> str:
        return assume(write, re.sub(pattern, instead, what), wish)

    return put(Writer, "assume", other)


def equation(pattern: str, instead: str):
    """What a derivative says with other words."""
    say = derivatives._equation

    def other(*given: Any) -> str:
        return re.sub(pattern, instead, say(*given))

    return put(derivatives, "_equation", other)


def at_rest(write: Writer, x: Any) -> Any:
    return derivatives_direction(write, x)[0], {}


derivatives_direction = derivatives._direction
function = functions.function
SLIPS = {
    "a term is lost": number(sp.Add, lambda t, w, e: w.number(sp.Add(*e.args[1:]))),
    "a term is doubled": number(
        sp.Add, lambda t, w, e: f"({t} + {w.number(e.args[0])})"
    ),
    "a sum is a product": number(sp.Add, lambda t, w, e: t.replace(" + ", " * ")),
    "a factor is lost": number(sp.Mul, lambda t, w, e: w.number(sp.Mul(*e.args[1:]))),
    "a sign is lost": number(sp.Mul, lambda t, w, e: t.replace("(- ", "(")),
    "a factor is doubled": number(sp.Mul, lambda t, w, e: f"(2%:R * {t})"),
    "a whole number is off by one": number(
        sp.Integer, lambda t, w, e: f"{e + 1}%:R" if e > 1 else t
    ),
    "a fraction is upside down": number(
        sp.Rational, lambda t, w, e: w.number(sp.Rational(e.q, e.p))
    ),
    "a fraction has lost its numerator": number(
        sp.Rational, lambda t, w, e: f"(1 / {e.q}%:R)"
    ),
    "an exponent is off by one": number(
        sp.Pow, lambda t, w, e: f"({t} * {w.number(e.base)})"
    ),
    "a reciprocal is lost": number(sp.Pow, lambda t, w, e: t.replace("^-1", "")),
    "a root is lost": put(powers, "square_root", lambda w, e: w.number(e)),
    "a norm is squared": number(Norm, lambda t, w, e: f"({t} ^+ 2)"),
    "a Frobenius norm is squared, or a norm": lambda patch: [
        patch.setitem(
            numbers.by_kind, kind, lambda w, e: f"(sqn {w.matrix(e.args[0])})"
        )
        for kind in (Norm, FrobeniusNorm)
    ],
    "a size is 1": number(sp.Symbol, lambda t, w, e: "1" if e in w.lengths else t),
    "indices are swapped": number(
        sp.Indexed, lambda t, w, e: re.sub(r"^\((\w+) (\w+) (\w+)\)$", r"(\1 \3 \2)", t)
    ),
    "a sum is doubled": number(sp.Sum, lambda t, w, e: f"(2%:R * {t})"),
    "a sum runs to another size": number(
        sp.Sum, lambda t, w, e: t.replace("< n)", "< m)")
    ),
    "a sum of matrices is doubled": matrix(sp.Sum, lambda t, w, e: f"(2%:R *: {t})"),
    "a delta is 1": number(sp.KroneckerDelta, lambda t, w, e: "1"),
    "a delta is of one index": number(
        sp.KroneckerDelta,
        lambda t, w, e: re.sub(r"== \w+", "== " + t[1:].split()[0], t),
    ),
    "a trace is a determinant": number(
        sp.Trace, lambda t, w, e: t.replace("tr", "det")
    ),
    "a determinant is a trace": number(
        sp.Determinant, lambda t, w, e: t.replace("det", "tr")
    ),
    "a product of columns is of one": number(
        Dot, lambda t, w, e: f"(sqn {w.matrix(e.args[0])})"
    ),
    "a square is a fourth power": number(SquaredNorm, lambda t, w, e: f"({t} ^+ 2)"),
    "a transpose is lost": matrix(sp.Transpose, lambda t, w, e: w.matrix(e.arg)),
    "an inverse is lost": matrix(sp.Inverse, lambda t, w, e: w.matrix(e.arg)),
    "an inverse is a transpose": matrix(
        sp.Inverse, lambda t, w, e: w.matrix(e.arg) + "^T"
    ),
    "factors are swapped": matrix(
        sp.MatMul,
        lambda t, w, e: "(" + " *m ".join(t.strip("()").split(" *m ")[::-1]) + ")",
    ),
    "a scale is lost": matrix(
        sp.MatMul, lambda t, w, e: re.sub(r"^\([^()]* \*: ", "(", t)
    ),
    "a last factor is lost": matrix(
        sp.MatMul, lambda t, w, e: w.matrix(e.args[0]) if len(e.args) == 2 else t
    ),
    "a matrix is lost from a sum": matrix(
        sp.MatAdd, lambda t, w, e: w.matrix(e.args[0])
    ),
    "a sum of matrices is negative": matrix(sp.MatAdd, lambda t, w, e: f"(- {t})"),
    "an identity is doubled": matrix(sp.Identity, lambda t, w, e: f"(2%:R *: {t})"),
    "a matrix of 0 is of 1": matrix(
        sp.ZeroMatrix, lambda t, w, e: t.replace("(0 ", "(const_mx 1 ")
    ),
    "a matrix of 1 is of 0": matrix(
        sp.OneMatrix, lambda t, w, e: t.replace("const_mx 1", "0")
    ),
    "a product by entries has one factor": matrix(
        sp.HadamardProduct, lambda t, w, e: w.matrix(e.args[0])
    ),
    "rows are columns": matrix(sp.MatrixBase, lambda t, w, e: f"{t}^T"),
    "a diagonal is doubled": matrix(Diag, lambda t, w, e: f"({t} + {t})"),
    "a diagonal's entries are doubled": matrix(
        DiagonalOf, lambda t, w, e: f"({t} + {t})"
    ),
    "a column is a row": matrix(Column, lambda t, w, e: t.replace("(col", "(row")),
    "a row is a column": matrix(Row, lambda t, w, e: t.replace("(row", "(col")),
    "a basis vector is all 1": matrix(
        BasisVector, lambda t, w, e: re.sub("delta_mx \\w+ 0", "const_mx 1", t)
    ),
    "components are doubled": matrix(Components, lambda t, w, e: f"({t} + {t})"),
    "a function of entries is lost": matrix(
        Elementwise, lambda t, w, e: w.matrix(e.args[1])
    ),
    "a derivative by entries is the function": put(
        arrays,
        "mapped",
        lambda w, body, letter, order: functions.mapped(w, body, letter, 0),
    ),
    "exp is sin": number(
        sp.exp,
        lambda t, w, e: t.replace(
            w.names.given["function", "exp", 0], function(w, "sin")
        ),
    ),
    "a slope is the function": put(
        generic, "function", lambda w, name, order=0, moved=False: function(w, name, 0)
    ),
    "a slope is taken at its letter": number(
        sp.Subs,
        lambda t, w, e: (
            f"({t.strip('()').split()[0]} {w.number(sp.Symbol('s', real=True))})"
        ),
    ),
    "a gradient is doubled": equation(r"eps \* dot", "eps * 2%:R * dot"),
    "a direction is turned": equation(r"eps \* dot", "eps * - dot"),
    "a Jacobian is doubled": equation(r"eps \*: \(", "eps *: 2%:R *: ("),
    "nothing is moved": put(derivatives, "_direction", at_rest),
    "what is defined is not moved": put(Writer, "depends", lambda w, e: False),
    "every entry is moved": put(
        derivatives,
        "_moved_member",
        lambda name, places, at: f"({name} {' '.join(places)} + eps)",
    ),
    "a derivative by a number is doubled": equation(r"\+ eps \* ", "+ eps * 2%:R * "),
    "a definition is lost": put(Writer, "define", lambda w, key, name, value: None),
    "a definition is another": assumed(r"^(\w+) = (.*)$", r"\1 = (\2 + \2)"),
    "symmetry is lost": lost(Symmetric),
    "unit length is lost": lost(Unit),
    "orthonormality is lost": lost(Orthogonal),
    "the sum of shares is lost": lost(Simplex),
    "the sum of shares is 2": assumed(r"= 1$", "= 2%:R"),
    "symmetry is of the sign": assumed(r"\^T = (\w+)$", r"^T = (- \1)"),
    "a relation is lost": put(hypotheses, "_relation", lambda w, given: None),
    "names share an identifier": put(
        Names,
        "of",
        lambda names, key, wish: names.given.setdefault(
            key, re.sub("[bcy]", "x", wish) or "x"
        ),
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_of_the_writer_is_noticed(slip, monkeypatch):
    SLIPS[slip](monkeypatch)
    noticed = [claim.key for claim in CLAIMS if not reads(claim)]
    assert noticed


def reads(claim) -> bool:
    """Whether a claim's statement can be read, and is what its tree says."""
    try:
        read_back(claim)
    except Unreached:
        return True
    except Exception:
        return False
    return True


def test_there_are_fifty_slips():
    assert len(SLIPS) >= 50
