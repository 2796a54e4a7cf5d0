"""Every way a statement can fail, and what its message says."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sympy as sp
from sympy import Derivative, IndexedBase, MatMul, MatrixSymbol, Sum, Symbol

from proofread import ClaimError, claim, definition, derivation, refute, step
from proofread.bundle import Verdict
from proofread.claim import Claim
from proofread.hints import meant
from proofread.nodes import (
    ArgMax,
    ArgMin,
    Grad,
    Jacobian,
    Maximum,
    SquaredNorm,
    Symmetric,
    Unit,
    Vec,
    equal,
    functions,
    gt,
    indices,
    lt,
)
from proofread.points import near, reader_at
from proofread.statements.recording import jupyter_latex

n, m = sp.symbols("n m", integer=True, positive=True)
k = Symbol("k", integer=True)
t, c = sp.symbols("t c", real=True)
a = Symbol("a", positive=True)
f, g = functions("f g")
A, x = MatrixSymbol("A", n, n), MatrixSymbol("x", n, 1)
z = IndexedBase("z", shape=(n,), real=True)
FALSE = (Derivative(t**3, t), 2 * t**2)


def failing(state, *arguments, **options) -> Any:
    with pytest.raises(ClaimError) as caught:
        state(*arguments, **options)
    return caught.value


def test_measurement_refutes_and_says_where():
    error = failing(claim, "power", *FALSE)
    assert error.reader == "numeric"
    assert error.counterexample.residual > 0.01
    assert "t = " in str(error)
    assert "left side = " in str(error)


def test_the_one_small_change_that_holds_is_suggested():
    assert failing(claim, "power", *FALSE).counterexample.did_you_mean == "3 t^{2}"


def test_the_symbolic_reader_refutes_what_measurement_cannot_see():
    error = failing(claim, "close", sp.sin(t), sp.sin(t) + sp.Rational(1, 10**15))
    assert error.reader == "symbolic"
    assert "refuted" in str(error)


def test_undecided_is_not_proved():
    kinked = ArgMin(sp.Max(sp.Abs(1 - t), sp.Abs(3 - t)), t)
    error = failing(claim, "kink", kinked, 2)
    assert error.reader == "symbolic"
    assert "undecided" in str(error)
    claim("kink", kinked, 2, measured_only="the branches cross there")


def test_a_local_minimum_is_not_called_proved():
    two_wells = ArgMin((t**2 - 1) ** 2 - t / 5, t)
    root = sp.nsolve((4 * t * (t**2 - 1)) - sp.Rational(1, 5), 1, prec=40)
    error = failing(claim, "wells", two_wells, root)
    assert error.reader == "symbolic"


def test_a_side_that_is_no_number_fails():
    assert "finite" in str(
        failing(claim, "nan", sp.log(t - t) * 0 + sp.log(-(a**2)), t)
    )


def test_sides_of_different_shapes_fail():
    assert "shapes" in str(failing(claim, "shape", MatMul(x.T, A), MatMul(A, x)))


def test_factors_that_do_not_fit_fail():
    assert "shape" in str(failing(claim, "fit", MatMul(A, x).T, MatMul(x, x, A)))


def test_a_message_names_the_factors_that_do_not_fit_and_their_side():
    error = failing(claim, "fit", A * x, MatMul(x, A))
    assert "on the right side, in 𝐱𝐀: 𝐱 is n × 1 and 𝐀 is n × n" in str(error)
    error = failing(claim, "shapes", A * x, A)
    assert "the left side is n × 1, the right side is n × n" in str(error)
    error = failing(claim, "grad", Grad(A * x, A), A)
    assert "𝐀𝐱 is n × 1, where a number is needed" in str(error)
    error = failing(claim, "jacobian", Jacobian(Vec(A), A), sp.Identity(n))
    assert "where a column is needed: Vec(X)" in str(error)


def test_an_extreme_that_does_not_exist_is_said_not_to():
    error = failing(claim, "top", ArgMax(t**2, t), 0)
    assert "there is no maximum between -10 and 10" in str(error)


def test_names_in_a_message_are_those_of_the_page():
    theta = Symbol("theta_hat_1", real=True)
    error = failing(claim, "named", theta + c, theta, given=[gt(t, 1), equal(t, c)])
    values = dict(error.counterexample.values)
    assert {"θ̂₁", "c", "t"} == values.keys()
    assert "θ̂₁ = " in str(error)


def test_a_notebook_shows_the_refutation_and_no_engine():
    error = failing(claim, "power", *FALSE)
    (shown,) = error._render_traceback_()
    assert shown == f"ClaimError: {error}"
    assert shown.endswith("did you mean 3t²?")


def test_a_refutation_stands_where_no_hint_can_be_sought(monkeypatch):
    def broken(*_):
        raise RuntimeError

    monkeypatch.setattr(meant, "situations", broken)
    error = failing(claim, "power", *FALSE)
    assert error.counterexample.did_you_mean is None


def test_jupyter_is_given_mathematics_alone():
    shown = jupyter_latex(refute("power", *FALSE).bundle)
    assert shown.startswith("$$")
    assert shown.endswith("$$")
    assert "*" not in shown
    assert r"\text{left side = " in shown


def test_an_empty_sum_fails():
    error = failing(claim, "empty", Sum(z[k], (k, 5, 2)), 0)
    assert "empty range" in str(error)


def test_an_index_that_runs_over_nothing_fails():
    i = indices("i", 1, 3)
    assert "nothing" in str(failing(claim, "nothing", z[i], z[i]))


def test_a_claim_measured_nowhere_fails():
    assert "too few" in str(failing(claim, "zero", t, t, points=0))


def test_names_that_print_alike_fail():
    positive = Symbol("t", positive=True)
    assert "print alike" in str(failing(claim, "alike", t + positive, positive + t))
    one, other = sp.symbols("phi varphi", real=True)
    assert "print alike" in str(failing(claim, "alike", one + other, other + one))


def test_an_idle_definition_fails():
    error = failing(claim, "idle", t + t, 2 * t, where={c: sp.Integer(3)})
    assert "without the definition c" in str(error)


def test_an_idle_hypothesis_fails():
    square = SquaredNorm(MatMul(A, x))
    right = MatMul(x.T, A.T, A, x)
    error = failing(claim, "idle", square, right, given=[Symmetric(A)])
    assert "without the hypothesis" in str(error)


def test_hypotheses_that_nothing_satisfies_fail():
    error = failing(claim, "none", t, c, given=[gt(t, 1), lt(t, 0)])
    assert "no random values satisfy the hypotheses" in str(error)


def test_a_needed_hypothesis_stands():
    claim("given", t**2 - c**2, t - c, given=[equal(t + c, 1)])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"relation": "=="}, "relation"),
        ({"relation": "~"}, "needs the variable"),
        ({"given": [True]}, "no hypothesis"),
        ({"given": Symmetric(A)}, "not iterable"),
        ({"where": 3}, "not iterable"),
        ({"sizes": {n: (2, 3)}}, "size to prove at"),
        ({"points_": 3}, "unexpected keyword"),
        ({"given": z}, "not iterable"),
        ({"where": z}, "not iterable"),
        ({"where": [t]}, "no dictionary"),
        ({"domain": (0, 1)}, "domain: (0, 1) is no dictionary"),
        ({"equality": {t: 0}}, "case of equality"),
    ],
)
def test_malformed_arguments_are_named(arguments, says):
    error = failing(claim, "malformed", t, t, **arguments)
    assert error.reader == "engine"
    assert says in str(error)


def test_a_message_names_file_and_line():
    error = failing(claim, "power", *FALSE)
    assert error.chapter == __file__
    assert str(error).startswith(f"{__file__}:{error.line}: claim 'power', numeric")
    assert "pytest.raises" in Path(__file__).read_text().splitlines()[error.line - 2]


def test_a_derivation_names_the_failing_line():
    lines = step(2 * t + t, "split"), step(4 * t, "add")
    error = failing(derivation, "lines", 3 * t, *lines)
    assert "line 2 does not follow" in str(error)


def test_a_malformed_line_of_a_derivation_is_named():
    lines = step(2 * t + t, "fine"), step(4 * t, "why", relation="is")
    assert "line 2: " in str(failing(derivation, "lines", 3 * t, *lines))


def test_a_derivation_without_steps_fails():
    assert "at least one step" in str(failing(derivation, "lines", 3 * t))


def test_up_to_a_factor_needs_to_know_free_of_what():
    error = failing(derivation, "lines", a * c, step(a, "drop", relation="∝"))
    assert "variable" in str(error)
    derivation("lines", sp.exp(t) * a, step(sp.exp(t), "drop", "∝"), variable=t)


def test_refuting_a_truth_fails():
    assert "yet it holds" in str(failing(refute, "truth", t + t, 2 * t))


@pytest.mark.parametrize("state", [claim, refute])
def test_what_no_reader_can_evaluate_has_no_value(state):
    for sides in (
        (functions("q")(t), sp.zeta(t)),
        (MatMul(x.T, A), MatMul(A, x)),
        (sp.Trace(sp.Inverse(A - A)), t),
        (Sum(z[k], (k, 1, n + 1)), t),
    ):
        error = failing(state, "unread", *sides)
        assert error.what.startswith(("no value: ", "NoSizes: "))
        assert error.counterexample is None


def test_what_is_square_at_some_sizes_alone_is_neither_true_nor_false():
    B = MatrixSymbol("B", n, m)
    sides = sp.Trace(MatMul(B, B)), sp.Trace(MatMul(B.T, B.T))
    error = failing(claim, "square", *sides, measured_only="who knows")
    assert error.what.startswith("no value: ")


def test_a_prover_says_a_judgment():
    def prover(claim, read):
        return True, "because"

    assert "is no Judgment" in str(failing(claim, "asked", t + t, 2 * t, prover=prover))


def test_a_refutation_shows_the_message_and_a_counterexample():
    bundle = refute("power", *FALSE).bundle
    assert bundle.verdict is Verdict.REFUTED
    assert not bundle.numbered
    assert bundle.counterexample
    assert bundle.counterexample.did_you_mean == "3 t^{2}"


def test_a_definition_is_linked_and_not_restated():
    double = definition("double", c, 2 * t)
    bundle = claim("twice", c + c, 4 * t, where=double).bundle
    assert bundle.uses == ("double",)
    assert bundle.conditions == ()


def test_a_wrong_oracle_fails():
    def oracle(values, rng):
        return np.array(values["t"]) + 1

    reason = "computed"
    failing(claim, "oracle", t, t, oracle=oracle, measured_only=reason)


def test_a_gradient_that_forgets_a_definition_fails():
    failing(claim, "chain", Grad(SquaredNorm(MatMul(A, x)), x), 2 * MatMul(A, x))


RELATED: dict[str, tuple[Any, ...]] = {
    "an order": (a * t, t, [gt(a, 1)]),
    "an equation": (t * c, t**2, [equal(t + c, 3)]),
    "several": (t + c + a, t, [lt(c, 0), gt(a, c), equal(t * a, 1)]),
    "a property": (sp.Trace(A), sp.Determinant(A), [Symmetric(A)]),
    "in an optimum": (Maximum(t * x[0, 0], x, Unit(x)), t, []),
    "in a limit": (sp.Limit(sp.sin(a * t) / a, a, 0), c, []),
    "in cases": (sp.Piecewise((t, t > 0), (c, True)), t, [lt(c, 5)]),
    "of entries": (Sum(z[k], (k, 1, n)), t, [gt(z[1], 0)]),
    "of a function": (f(t), t, [gt(f(t), t)]),
}


@pytest.mark.parametrize("kind", RELATED)
@pytest.mark.parametrize("state", [claim, refute])
def test_a_counterexample_has_rows_for_names_alone(kind, state):
    left, right, given = RELATED[kind]
    if state is refute:
        found = state("related", left, right, given=given).bundle.counterexample
    else:
        found = failing(state, "related", left, right, given=given).counterexample
    rows = [name for name, _ in found.values]
    assert not set("<>=≤≥+-") & set("".join(rows)), rows
    assert len(rows) == len(set(rows))


def test_a_value_is_drawn_for_no_sign():
    given = (gt(a, 1), equal(t, c))
    stated = Claim("signs", sp.Limit(a * t, a, 0), c * f(t) + z[1], given=given)
    drawn = {q for q in reader_at(stated, near(0)).values if isinstance(q, Symbol)}
    assert drawn == {a, t, c, n}
