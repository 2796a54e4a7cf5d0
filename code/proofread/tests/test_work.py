"""Work is counted: who gives up, gives up at the same step on every machine."""

import signal
import time

import pytest
import sympy as sp
from corpus import CLAIMS

from proofread import claim, definition, derivation, refute, statements, step
from proofread.bundle import Verdict
from proofread.claim import Claim
from proofread.declaration import Declaration, declare
from proofread.emergency import Stuck, emergency_stop
from proofread.errors import ClaimError
from proofread.indexed import every_size
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.mutants import Mutant, scoring
from proofread.nodes import PositiveDefinite
from proofread.proving import prove
from proofread.statements import showing, verdicts
from proofread.symbolic.points import refuting_only
from proofread.work import OutOfWork, budget, spend, spend_on

x = sp.Symbol("x", real=True)
n = sp.Symbol("n", integer=True, positive=True)
A, B = (sp.MatrixSymbol(name, n, n) for name in "AB")
TRACES = sp.Trace(sp.MatMul(A, B)), sp.Trace(sp.MatMul(B, A))
PLENTY, LITTLE = 10**9, 10**6


def steps_of(claim: Claim) -> tuple[int, int]:
    """Steps of both readers, each from a fresh budget."""
    with budget(PLENTY) as measuring:
        measure(claim)
    with budget(PLENTY) as proving, refuting_only():
        prove(claim)
    return PLENTY - measuring.left, PLENTY - proving.left


@pytest.mark.parametrize("key", ["product-rule", "softmax-jacobian", "gaussian-mean"])
def test_a_claim_takes_the_same_steps_whatever_was_read_before(key):
    first = steps_of(CLAIMS[key])
    assert min(first) > 0
    assert steps_of(CLAIMS[key]) == first
    sp.core.cache.clear_cache()
    assert steps_of(CLAIMS[key]) == first


def test_who_has_spent_the_budget_stops_again_and_again():
    with budget(3):
        spend(3)
        for _ in range(2):
            with pytest.raises(OutOfWork):
                spend()


def test_no_handler_of_exceptions_swallows_the_end_of_a_budget():
    assert not issubclass(OutOfWork, Exception)
    assert not issubclass(Stuck, Exception)


def test_outside_of_a_budget_work_is_free():
    spend(PLENTY)
    spend_on(x**2, PLENTY)


def test_an_expression_costs_its_nodes_and_a_long_number_more():
    with budget(PLENTY) as meter:
        spend_on(x**2 + 1)
        nodes = PLENTY - meter.left
        spend_on(sp.Rational(3**5000, 7))
    assert nodes == 5
    assert PLENTY - meter.left > 2 * nodes


def test_a_mutant_too_big_to_read_is_neither_refuted_nor_caught(monkeypatch):
    wrong = Claim("k", (x + 1) ** 2, x**2)
    mutant = Mutant("right", "drop", "x^2", wrong)
    assert scoring.tally(wrong, [mutant], symbolic=True).caught == 1
    monkeypatch.setattr(scoring, "MEASURING", 1)
    monkeypatch.setattr(scoring, "REFUTING", 1)
    found = scoring.tally(wrong, [mutant], symbolic=True)
    assert (found.without_value, found.caught, found.survivors) == (1, 0, ())


def test_what_is_stuck_fails_by_name_and_gives_no_figure(monkeypatch):
    def forever(*_: object, **options: object) -> None:
        while True:
            time.monotonic()

    monkeypatch.setattr(scoring, "measure", forever)
    monkeypatch.setattr("proofread.emergency.SECONDS", 0.05)
    found = scoring.score(Claim("k", x, x))
    assert "the claim itself took more than" in found.fault
    assert found.all.mutants == 0


def test_the_clock_is_put_back(monkeypatch):
    before = signal.getsignal(signal.SIGVTALRM)
    with emergency_stop("this"):
        pass
    assert signal.getsignal(signal.SIGVTALRM) == before
    assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0


class Broken(sp.Function):
    """What no reader comes to the end of."""


def breaks(*_: object) -> None:
    raise AttributeError("'Broken' object has no attribute 'rule'")


def test_a_mutant_whose_reading_raises_is_neither_refuted_nor_caught():
    declare(Broken, Declaration(symbolic=breaks, numeric=breaks))
    right = Claim("k", (x + 1) ** 2, x**2 + 2 * x + 1)
    wrong = right.changed(rhs=x**2 + Broken(x))
    mutant = Mutant("right", "name", "", wrong)
    assert measure(wrong).judgment is Judgment.NO_VALUE
    assert prove(wrong).judgment is Judgment.NO_VALUE
    found = scoring.tally(right, [mutant], symbolic=True)
    assert (found.without_value, found.caught, found.survivors) == (1, 0, ())


def test_a_proof_that_uses_up_its_work_says_so():
    sides = sp.sin(x) ** 2 + sp.cos(x) ** 2, 1
    with pytest.raises(ClaimError, match="undecided \\(no proof in 3 steps\\)"):
        claim("k", *sides, work=3)
    assert claim("k", *sides).bundle.verdict is Verdict.PROVED


def test_a_search_for_every_size_is_counted_too(monkeypatch):
    with pytest.raises(OutOfWork), budget(20):
        every_size(Claim("k", *TRACES))
    monkeypatch.setattr(verdicts, "every_size", lambda _: spend(PLENTY))
    found = claim("k", *TRACES, work=5000).bundle
    assert found.verdict is Verdict.PROVED_AT_SIZES
    assert found.proof is not None
    assert found.proof.missing == "no proof in 5,000 steps"


FALSE = x + sp.sin(x), 2 * x
TRUE = sp.sin(2 * x), 2 * sp.sin(x) * sp.cos(x)
STUCK = {
    "checking": (claim, TRUE, verdicts, "measure", "checking it"),
    "asking what it says": (
        claim,
        TRUE,
        statements.claims,
        "require_said",
        "stating it",
    ),
    "asking what it rests on": (
        claim,
        TRUE,
        statements.claims,
        "rests_on",
        "stating it",
    ),
    "what weakens it": (claim, TRUE, showing, "weakened", "stating it"),
    "refuting": (refute, FALSE, statements.claims, "measure", "stating it"),
    "hints": (refute, FALSE, verdicts, "did_you_mean", "stating it"),
    "defining": (
        definition,
        (sp.Symbol("c", real=True), x**2),
        statements.claims,
        "stated",
        "stating it",
    ),
    "a line": (
        derivation,
        (TRUE[0], step(TRUE[1], "double angle")),
        verdicts,
        "measure",
        "checking it",
    ),
    "what lines say": (
        derivation,
        (TRUE[0], step(TRUE[1], "double angle")),
        statements.derivations,
        "require_said",
        "stating it",
    ),
    "what lines rest on": (
        derivation,
        (TRUE[0], step(TRUE[1], "double angle")),
        statements.derivations,
        "conditions_of",
        "stating it",
    ),
    "a claim's making": (
        claim,
        TRUE,
        statements.reliance,
        "refuse_unknown",
        "stating it",
    ),
}


@pytest.mark.parametrize("where", STUCK)
def test_a_statement_that_is_stuck_fails_with_file_line_and_key(where, monkeypatch):
    def forever(*_: object, **options: object) -> None:
        while True:
            time.monotonic()

    state, said, module, name, what = STUCK[where]
    state("warm", *said)  # what is read for the first time takes longer
    monkeypatch.setattr(module, name, forever)
    monkeypatch.setattr("proofread.emergency.SECONDS", 0.5)
    with pytest.raises(ClaimError, match=f"{what} took more than") as caught:
        state("k", *said)
    assert (caught.value.key, caught.value.chapter) == ("k", __file__)


def busy(seconds: float) -> None:
    start = time.process_time()
    while time.process_time() - start < seconds:
        time.monotonic()


@emergency_stop("all")
def parts(count: int, after: float) -> None:
    for _ in range(count):
        with emergency_stop("a part"):
            busy(0.3)
    busy(after)


def test_after_a_part_the_time_around_begins_anew(monkeypatch):
    monkeypatch.setattr("proofread.emergency.SECONDS", 0.5)
    parts(4, after=0.1)
    with pytest.raises(Stuck, match="all took"):
        parts(1, after=1.0)


def test_to_refute_what_is_said_of_definite_matrices_takes_little_work():
    m = sp.Symbol("m", integer=True, positive=True)
    P, R = sp.MatrixSymbol("P", n, n), sp.MatrixSymbol("R", m, m)
    H = sp.MatrixSymbol("H", m, n)
    inner = (P.inverse() + H.T * R.inverse() * H).inverse()
    woodbury = R.inverse() - R.inverse() * H * inner * H.T * R.inverse()
    given = (PositiveDefinite(P), PositiveDefinite(R))
    for sign in (1, -1):
        left = (R + sign * H * P * H.T).inverse()
        with budget(20_000), refuting_only():
            found = prove(Claim("k", left, woodbury, given=given))
        assert (found.judgment is Judgment.FAILS) == (sign < 0)


def test_to_refute_a_sign_slip_and_to_seek_what_was_meant_takes_little_work():
    m = sp.Symbol("m", integer=True, positive=True)
    P, R = sp.MatrixSymbol("P", n, n), sp.MatrixSymbol("R", m, m)
    H = sp.MatrixSymbol("H", m, n)
    S = H * P * H.T + R
    kept = (P - P * H.T * S.inverse() * H * P).inverse()
    with budget(PLENTY) as meter, pytest.raises(ClaimError, match="differ") as caught:
        claim("information", kept, P.inverse() - H.T * R.inverse() * H)
    assert meter.spent < LITTLE
    assert "+ 𝐏⁻¹" in str(caught.value)
