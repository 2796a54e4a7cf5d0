"""What is shown from each number to the next, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import sympy as sp

import proofread as pr
from proofread.claim import Claim
from proofread.indexed import every_size, proof_of, proves
from proofread.indexed.checker import Refused, check
from proofread.indexed.proof import Induction, Proof, Step
from proofread.inductions import cases
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.wellformed import IllFormed

n, k = sp.symbols("n k", integer=True, positive=True)
A, X, Q, H = (sp.MatrixSymbol(name, n, n) for name in "AXQH")
v, x = (sp.MatrixSymbol(name, n, 1) for name in "vx")
w = sp.MatrixSymbol("\\lambda", n, 1)
a, c = sp.symbols("a c", real=True)
j = pr.indices("j", n)
J = sp.MatrixSymbol("J", 2, 2)
T = sp.ImmutableMatrix([[a, 1], [0, a]])
power = sp.MatPow
NOTHING = Proof({}, (), (), ())


def product(*parts: Any) -> Any:
    return sp.MatMul(*parts, evaluate=False)


def claim(lhs: Any, rhs: Any, **options: Any) -> Claim:
    return Claim("tried", lhs, rhs, **options)


SIMILAR = claim(
    power(A, k),
    product(X, power(pr.Diag(w), k), sp.Inverse(X)),
    where=((A, product(X, pr.Diag(w), sp.Inverse(X))),),
)
TRUE = {
    "similar matrices": SIMILAR,
    "a block of Jordan": claim(
        power(J, k),
        sp.ImmutableMatrix([[a**k, k * a ** (k - 1)], [0, a**k]]),
        where=((J, T),),
    ),
    "along an eigenvector": claim(
        pr.Dot(pr.Column(Q, j), product(power(H, k), x)),
        w[j - 1, 0] ** k * pr.Dot(pr.Column(Q, j), x),
        where=((H, product(Q, pr.Diag(w), Q.T)),),
        given=(pr.Orthogonal(Q),),
    ),
}
FALSE = {
    "true for 1 alone": claim(power(A, k), A),
    "true for 1 and 2": claim(
        power(J, k), sp.ImmutableMatrix([[a**k, k * a], [0, a**k]]), where=((J, T),)
    ),
    "the exponent off by one": SIMILAR.changed(
        rhs=product(X, power(pr.Diag(w), k + 1), sp.Inverse(X))
    ),
    "without orthogonality": TRUE["along an eigenvector"].changed(given=()),
    "another eigenvalue": TRUE["along an eigenvector"].changed(
        rhs=w[0, 0] ** k * pr.Dot(pr.Column(Q, j), x)
    ),
    "a power that does not commute": claim(
        power(product(A, X), k), product(power(A, k), power(X, k))
    ),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_holds_for_every_power_is_shown_by_base_and_step(name: str) -> None:
    told = every_size(TRUE[name])
    shown = [line.reason for line in told if line.aside]
    assert shown == [
        "induction on $k$: for $k = 1$",
        "for $k + 1$, where it holds for $k$",
    ]
    assert sum(line.reason == "induction on $k$" for line in told) == 1
    assert measure(TRUE[name]).judgment is Judgment.HOLDS


@pytest.mark.parametrize("name", FALSE)
def test_what_fails_for_some_power_is_not_proved(name: str) -> None:
    assert not proves(FALSE[name])


def induction(proof: Proof) -> Induction:
    shown = proof.left[0].induction
    assert shown is not None
    return shown


def altered(proof: Proof, change: Callable[[Induction], Induction]) -> Proof:
    first, *more = proof.left
    step = replace(first, induction=change(induction(proof)))
    return replace(proof, left=(step, *more))


def cut(proof: Proof) -> Proof:
    return replace(proof, left=proof.left[:-1])


CHANGES: dict[str, Callable[[Induction], Induction]] = {
    "nothing for 1": lambda shown: replace(shown, first=NOTHING),
    "nothing from each to the next": lambda shown: replace(shown, onward=NOTHING),
    "a step less for 1": lambda shown: replace(shown, first=cut(shown.first)),
    "a step less onward": lambda shown: replace(shown, onward=cut(shown.onward)),
    "the two in the other order": lambda shown: replace(
        shown, first=shown.onward, onward=shown.first
    ),
    "not over a new number": lambda shown: replace(shown, over=(k, k)),
    "over a length": lambda shown: replace(shown, over=(n, shown.over[1])),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_an_induction_that_lacks_a_part_is_refused(kind: str) -> None:
    proof, _ = proof_of(SIMILAR)
    with pytest.raises(Refused):
        check(SIMILAR, altered(proof, CHANGES[kind]))


def test_what_is_given_for_a_number_is_given_in_the_step_alone() -> None:
    proof, _ = proof_of(SIMILAR)
    shown = induction(proof)
    by = cases(SIMILAR, (SIMILAR.lhs, SIMILAR.rhs), *shown.over)
    check(by.onward, shown.onward)
    with pytest.raises(Refused):
        check(by.onward.changed(given=()), shown.onward)


def test_both_sides_need_values_for_every_number_on_the_way() -> None:
    lhs = a / (c - k)
    shown = Induction((k, sp.Dummy("k", **k.assumptions0)), NOTHING, NOTHING)
    step = Step("induction", lhs, lhs, induction=shown)
    with pytest.raises(Refused, match="may have no value"):
        check(claim(lhs, lhs), Proof({}, (), (step,), ()))


def test_an_induction_runs_over_a_positive_integer_by_a_new_one() -> None:
    fresh = sp.Dummy("k", integer=True, positive=True)
    real, even = sp.Symbol("k", positive=True), sp.Dummy("k", even=True, positive=True)
    prime = sp.Symbol("k", prime=True)
    sides = (a**k, a**k)
    assert cases(SIMILAR, sides, k, fresh).first.lhs == a
    for over in ((real, fresh), (k, even), (k, n), (k, real), (prime, fresh)):
        with pytest.raises(IllFormed):
            cases(SIMILAR, sides, *over)
