"""Work is counted: who gives up, gives up at the same step on every machine."""

import signal
import time

import pytest
import sympy as sp
from corpus import CLAIMS

from proofread.claim import Claim
from proofread.emergency import Stuck, emergency_stop
from proofread.measuring import measure
from proofread.mutants import Mutant, scoring
from proofread.proving import prove
from proofread.symbolic.points import refuting_only
from proofread.work import OutOfWork, budget, spend, spend_on

x = sp.Symbol("x", real=True)
PLENTY = 10**9


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
