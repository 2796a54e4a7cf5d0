"""What theorems assume can hold, and what is false is not proved: the two trials."""

from pathlib import Path

import pytest
from sympy import Derivative, Inverse, MatrixSymbol, Symbol, Transpose, log, symbols

from proofread.claim import Claim
from proofread.kernel import coq
from proofread.kernel.attack import attack
from proofread.kernel.chapter import Chapter, file_of
from proofread.kernel.collect import told
from proofread.kernel.witness import HEAD, statement, witnesses
from proofread.nodes import Dot, Grad, Orthogonal, SquaredNorm, functions

n = symbols("n", integer=True, positive=True)
S = MatrixSymbol("S", n, n)
x, r = MatrixSymbol("x", n, 1), MatrixSymbol("r", n, 1)
t = Symbol("t", positive=True)
f = functions("f")
CLAIMS = [
    Claim("inverse", Transpose(Inverse(S)) * x, Inverse(Transpose(S)) * x),
    Claim("kept", SquaredNorm(S * x), SquaredNorm(x), given=(Orthogonal(S),)),
    Claim("moved", Grad(Dot(x, r), x), Transpose(S) * x + r, where=((r, S * x),)),
    Claim("log", Derivative(log(t), t), 1 / t),
    Claim("chain", Derivative(f(t) ** 2, t), 2 * f(t) * Derivative(f(t), t)),
]
IMPOSSIBLE = {
    "no_unit": "exists (y : R), ((y : R) \\is a GRing.unit) /\\ (y = 0)",
    "no_size": "exists (m : nat), (m%:R = (- 1) :> R)",
}


def file() -> str:
    return file_of(Chapter("part/chapter", [told(c) for c in CLAIMS]), set())


def test_each_theorem_that_assumes_something_has_its_statement():
    asked = witnesses(file())
    assert set(asked) == {"inverse", "kept", "moved", "log", "chain"}
    assert asked["inverse"].startswith("exists (n : nat), exists (S : 'M[R]_n), ")
    assert "(S^T \\in unitmx)" in asked["inverse"]
    assert "r = (S *m x)" in asked["moved"]
    assert "eps = 0 /\\ " in asked["moved"]


def test_definitions_come_after_what_they_need_and_others_are_conditions():
    made = statement("(a : R)\n(b : R)\n(a_is : a = (b * 2))\n(b_is : b = 3)")
    assert made.index("b = 3") < made.index("a = (b * 2)")
    circle = statement("(a : R)\n(b : R)\n(one : a = b)\n(two : b = a)")
    assert circle == "exists (a : R), exists (b : R), (a = b) /\\ (b = a)"
    assert statement("(R : comUnitRingType)\n(a : R)") == ""


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Path:
    if not coq.installed():
        pytest.skip(coq.MISSING)
    folder = tmp_path_factory.mktemp("kernel")
    assert coq.compile_theory(folder).passed
    return folder


def test_coq_finds_witnesses_and_none_of_what_cannot_hold(library):
    asked = witnesses(file())
    assert coq.satisfied(HEAD, asked | IMPOSSIBLE, library, 20) == set(asked)


def test_mutants_that_coq_proves_hold(library):
    found = attack(CLAIMS[1:2], 8, library)
    assert found.shown > 3
    assert found.faults == []
