"""What theorems assume can hold, and what is false is not proved: the two trials."""

from pathlib import Path

import pytest
from sympy import (
    Derivative,
    Inverse,
    MatrixSymbol,
    Sum,
    Symbol,
    Transpose,
    cos,
    exp,
    log,
    sin,
    sqrt,
    symbols,
)

from proofread.claim import Claim
from proofread.distributions import Bernoulli, Normal
from proofread.kernel import coq, trials
from proofread.kernel.attack import attack
from proofread.kernel.chapter import Chapter, file_of
from proofread.kernel.collect import told
from proofread.kernel.trials import LISTED, satisfy
from proofread.kernel.witness import REAL, Witness, witness, witnesses
from proofread.nodes import (
    Dot,
    Expectation,
    Grad,
    Norm,
    Orthogonal,
    RandomSample,
    RandomVariable,
    SquaredNorm,
    Variance,
    functions,
    indices,
)

n = symbols("n", integer=True, positive=True)
S = MatrixSymbol("S", n, n)
x, r = MatrixSymbol("x", n, 1), MatrixSymbol("r", n, 1)
t = Symbol("t", positive=True)
f = functions("f")
i = indices("i", n)
v = Symbol("v", positive=True)
d, c = RandomSample("d", n, Normal(0, v)), RandomSample("c", n, Normal(0, 1))
a, y = RandomVariable("a", Bernoulli(v)), RandomVariable("y", Bernoulli(t))
CLAIMS = [
    Claim("inverse", Transpose(Inverse(S)) * x, Inverse(Transpose(S)) * x),
    Claim("kept", SquaredNorm(S * x), SquaredNorm(x), given=(Orthogonal(S),)),
    Claim("moved", Grad(Dot(x, r), x), Transpose(S) * x + r, where=((r, S * x),)),
    Claim("log", Derivative(log(t), t), 1 / t),
    Claim("chain", Derivative(f(t) ** 2, t), 2 * f(t) * Derivative(f(t), t)),
    Claim("roots", (sqrt(1 + t) - sqrt(t)) * (sqrt(1 + t) + sqrt(t)), 1),
    Claim("norm", Grad(Norm(x), x), x / Norm(x)),
    Claim("circle", sin(t) ** 2 + cos(t) ** 2, 1),
    Claim("exponential", Derivative(exp(-t), t), -exp(-t)),
    Claim("log of exp", Derivative(log(1 + exp(t)), t), exp(t) / (1 + exp(t))),
    Claim("draws", Variance(Sum(d[i] * c[i], (i, 1, n))), n * v),
    Claim("trials", Variance(a), v - v**2),
    Claim("two trials", Expectation(a * y), v * t),
    Claim("softplus", log(1 + exp(t)), t + log(1 + exp(-t))),
    Claim("spread", Variance(Sum(d[i], (i, 1, n)) / (n - 1)), n * v / (n - 1) ** 2),
]
IMPOSSIBLE = {
    "no_unit": "(y : R)\n(unit : (y : R) \\is a GRing.unit)\n(given : y + y = 0)",
    "no_size": "(m : nat)\n(given : m%:R = (- 1) :> R)",
    "no_real": (
        "(e : R -> R)\n(l : R -> R)\n(x : R)\n(f : forall x_ y_, e (x_ + y_) = "
        "e x_ * e y_)\n(g : forall x_, l (e x_) = x_)\n(no : (x - x) \\is a GRing.unit)"
    ),
    "no_trial": (
        "(Random : comUnitAlgType R)\n(E : Random -> R)\n(z : Random)\n"
        "(mean : E (z) = 0)\n(moment : E (z * z) = (- 1))\n(one : E 1 = 1)\n"
    ),
}


def file() -> str:
    return file_of(Chapter("part/chapter", [told(c) for c in CLAIMS]), set())


def shown(binders: str) -> Witness:
    found = witness(binders)
    assert found is not None
    return found


def test_each_theorem_that_assumes_something_has_its_statement():
    asked = witnesses(file())
    assert set(asked) == {c.key.replace(" ", "_") for c in CLAIMS}
    inverse, moved = asked["inverse"].says, asked["moved"].says
    assert inverse.startswith("exists (n : nat), exists (S : 'M[R]_n), ")
    assert "(S^T \\in unitmx)" in inverse
    assert "r = (S *m x)" in moved
    assert "eps = 0 /\\ " in moved


def test_definitions_come_after_what_they_need_and_others_are_conditions():
    made = shown("(a : R)\n(b : R)\n(a_is : a = (b * 2))\n(b_is : b = 3)").says
    assert made.index("b = 3") < made.index("a = (b * 2)")
    circle = shown("(a : R)\n(b : R)\n(one : a = b)\n(two : b = a)").says
    assert circle == "exists (a : R), exists (b : R), (a = b) /\\ (b = a)"
    assert witness("(R : comUnitRingType)\n(a : R)") is None


def test_every_hypothesis_stands_in_the_statement():
    for name, one in witnesses(file()).items():
        binders = file().partition(f"Theorem {name}\n")[2].partition(" :\n")[0]
        for line in binders.splitlines():
            told = line.strip()[1:-1].partition(" : ")[2]
            if "=" in told or "\\is" in told:
                assert told in one.says, (name, told)


def test_values_suit_what_is_assumed():
    tried = {name: one.tries[0] for name, one in witnesses(file()).items()}
    assert "pose n : nat := 2%N" in tried["spread"]
    assert "pose S : 'M[R]_n := 1%:M" in tried["kept"]
    assert "pose sqrt : R -> R := root" in tried["norm"]
    assert "pose log : R -> R := log_of" in tried["log_of_exp"]
    assert "pose d : 'I_n -> Random := (fun _ => (coin2 " in tried["draws"]
    assert "(coin2 (0) (root v))" in tried["draws"]
    assert "(coin1 (0) (root 1))" in tried["draws"]


def test_laws_that_no_rational_numbers_keep_are_tried_of_real_ones():
    law = "(f : forall x_ y_, e (x_ + y_) = e x_ * e y_)"
    inverse = "(g : forall x_, l (e x_) = x_)"
    both = shown(f"(e : R -> R)\n(l : R -> R)\n{law}\n{inverse}")
    assert both.head == REAL
    assert "pose e : R -> R := real_exp" in both.tactic
    assert shown(f"(e : R -> R)\n(l : R -> R)\n{inverse}").head != REAL


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Path:
    if not coq.installed():
        pytest.skip(coq.MISSING)
    folder = tmp_path_factory.mktemp("kernel")
    made = coq.compile_theory(folder)
    assert made.passed, made.said
    return folder


def test_coq_finds_witnesses_and_none_of_what_cannot_hold(library):
    asked = witnesses(file())
    impossible = {name: shown(told) for name, told in IMPOSSIBLE.items()}
    assert coq.satisfied(asked | impossible, library) == set(asked)


@pytest.mark.parametrize(
    ("listed", "fails"),
    [("", True), ("lacks: why\n", False), ("lacks: why\nhas: why\n", True)],
)
def test_a_theorem_without_a_witness_is_listed_and_no_other(
    listed, fails, tmp_path, monkeypatch, capsys
):
    theorem = "Theorem {}\n    (R : comUnitRingType)\n    (x : R)\n    (u : x = 1) :\n"
    texts = (theorem.format(name) + "  x = 1.\nProof.\n" for name in ("has", "lacks"))
    (tmp_path / "chapter.v").write_text("".join(texts), encoding="utf-8")
    (tmp_path / LISTED).write_text(listed, encoding="utf-8")
    monkeypatch.setattr(trials, "ready", lambda: True)
    monkeypatch.setattr(coq, "satisfied", lambda *_: {"has"})
    assert satisfy(tmp_path) == int(fails)
    told = capsys.readouterr().err
    assert ("lacks: no witness" in told) == (not listed)
    assert ("has has a witness: take it off" in told) == ("has" in listed)


def test_a_stopped_trial_names_its_file_and_gives_no_verdict(
    tmp_path, monkeypatch, capsys
):
    def stops(*_: object) -> set[str]:
        raise coq.StoppedError("stopped after 900 s: one")

    (tmp_path / "chapter.v").write_text(file(), encoding="utf-8")
    monkeypatch.setattr(trials, "ready", lambda: True)
    monkeypatch.setattr(coq, "satisfied", stops)
    assert satisfy(tmp_path) == 1
    assert "chapter.v: stopped after 900 s: one" in capsys.readouterr().err


def test_mutants_that_coq_proves_hold(library):
    found = attack(CLAIMS[1:2], 8, library)
    assert found.shown > 3
    assert found.faults == []
