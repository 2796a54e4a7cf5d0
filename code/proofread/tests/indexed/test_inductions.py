"""Sums, products and powers shown by induction, and what holds for some n alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import sympy as sp

import proofread as pr
from proofread.claim import Claim
from proofread.indexed import every_size, proves
from proofread.indexed.checker import Refused, check
from proofread.indexed.proof import Induction, Proof, Step
from proofread.indexed.search import search
from proofread.inductions import cases
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.wellformed import IllFormed

n, k, q, L = sp.symbols("n k q L", integer=True, positive=True)
i = pr.indices("i", n)
c = sp.Symbol("c", real=True)
w: Any = sp.IndexedBase("w", shape=(n,), real=True)
v: Any = sp.IndexedBase("v", shape=(L,), real=True)
h: Any = sp.IndexedBase("h", shape=(L,), real=True)
d: Any = sp.IndexedBase("d", shape=(L + 1,), real=True, positive=True)
A, B = (sp.MatrixSymbol(name, n, n) for name in "AB")
x, y = (sp.MatrixSymbol(name, n, 1) for name in "xy")
X, power, half = sp.MatrixSymbol("X", n, 2), sp.MatPow, sp.Rational(1, 2)
TABLE, EAST = sp.ImmutableMatrix([[2, 1], [1, 2]]), sp.ImmutableMatrix([1, 0])
UP, DOWN = sp.ImmutableMatrix([1, 1]), sp.ImmutableMatrix([1, -1])


def times(*parts: Any) -> Any:
    return sp.MatMul(*parts, evaluate=False)


def product(f: Any) -> Any:
    return sp.Product(f, (k, 1, n))


def total(f: Any) -> Any:
    return sp.Sum(f, (k, 1, q))


def claim(lhs: Any, rhs: Any, *given: Any, **options: Any) -> Claim:
    return Claim("tried", lhs, rhs, given=given, **options)


def layers(rhs: Any) -> Claim:
    each = sp.Product(h[k] * v[k] / 2, (k, 1, L))
    return claim(each, rhs, where=((v[k], 2 / d[k]), (h[k], d[k + 1])))


def powers(rhs: Any) -> Claim:
    return claim(times(power(TABLE, k), EAST), rhs)


TURNED = pr.equal(times(A, x), times(c, x))
COMMUTE = pr.equal(times(A, B), times(B, A))
TRUE = {
    "a factor": claim(product(c * w[k]), c**n * product(w[k])),
    "a factor of entries": claim(product(c * x[k - 1, 0]), c**n * product(x[k - 1, 0])),
    "a constant": claim(product(c), c**n),
    "squares": claim(product(w[k] ** 2), product(w[k]) ** 2),
    "two": claim(product(w[k] * x[k - 1, 0]), product(w[k]) * product(x[k - 1, 0])),
    "of a matrix": claim(product(c * X[k - 1, 1]), c**n * product(X[k - 1, 1])),
    "growth over layers": layers(d[L + 1] / d[1]),
    "numbers": claim(total(k), q * (q + 1) / 2),
    "numbers, twice": claim(q * (q + 1), 2 * total(k)),
    "squares of numbers": claim(total(k**2), q * (q + 1) * (2 * q + 1) / 6),
    "odd numbers": claim(total(2 * k - 1), q**2),
    "a power commutes": claim(times(A, power(A, k)), times(power(A, k), A)),
    "a power from the right": claim(power(A, k + 1), times(power(A, k), A)),
    "its transpose": claim(sp.Transpose(power(A, k)), power(sp.Transpose(A), k)),
    "its trace": claim(
        sp.Trace(times(power(A, k), A)), sp.Trace(times(A, power(A, k)))
    ),
    "its determinant": claim(sp.Determinant(power(A, k)), sp.Determinant(A) ** k),
    "of a multiple": claim(power(c * A, k), times(c**k, power(A, k))),
    "of a projector": claim(power(A, k), A, pr.equal(times(A, A), A)),
    "of an eigenvector": claim(times(power(A, k), x), times(c**k, x), TURNED),
    "of what commutes": claim(times(power(A, k), B), times(B, power(A, k)), COMMUTE),
    "two directions": powers(sp.MatAdd(times(half * 3**k, UP), times(half, DOWN))),
}
FALSE = {
    "a factor, once": claim(product(c * w[k]), c * product(w[k])),
    "a factor, one too many": claim(product(c * w[k]), c ** (n + 1) * product(w[k])),
    "a term": claim(product(c + w[k]), c**n + product(w[k])),
    "two, added": claim(
        product(w[k] + x[k - 1, 0]), product(w[k]) + product(x[k - 1, 0])
    ),
    "the first": claim(product(w[k]), w[1] ** n),
    "the last": claim(product(w[k]), w[n] ** n),
    "any one": claim(product(w[k]), w[i] ** n),
    "layers, from the second": layers(d[L + 1] / d[2]),
    "layers, to the last but one": layers(d[L] / d[1]),
    "layers, turned": layers(d[1] / d[L + 1]),
    "numbers, less": claim(total(k), q * (q - 1) / 2),
    "numbers, at 1 and 2 alone": claim(total(k), 2 * q - 1),
    "numbers, from each to the next alone": claim(total(k), q * (q + 1) / 2 + 1),
    "squares of numbers": claim(total(k**2), q * (q + 1) * (2 * q - 1) / 6),
    "a power and another": claim(times(B, power(A, k)), times(power(A, k), B)),
    "a power as it is": claim(sp.Transpose(power(A, k)), power(A, k)),
    "its transpose, once more": claim(
        sp.Transpose(power(A, k)), power(sp.Transpose(A), k + 1)
    ),
    "its determinant, times": claim(sp.Determinant(power(A, k)), k * sp.Determinant(A)),
    "of a multiple, once": claim(power(c * A, k), times(c, power(A, k))),
    "of no projector": claim(power(A, k), A),
    "of an eigenvector, once more": claim(
        times(power(A, k), x), times(c ** (k + 1), x), TURNED
    ),
    "of an eigenvector, times": claim(times(power(A, k), x), times(c * k, x), TURNED),
    "of another vector": claim(times(power(A, k), y), times(c**k, y), TURNED),
    "of what does not commute": claim(
        times(power(B, k), A), times(B, power(A, k)), COMMUTE
    ),
    "two directions, the sign": powers(
        sp.MatAdd(times(half * 3**k, UP), times(-half, DOWN))
    ),
    "two directions, another power": powers(
        sp.MatAdd(times(half * 2**k, UP), times(half, DOWN))
    ),
    "two directions, at 1 alone": powers(
        sp.MatAdd(times(half * 3**k, UP), times(half * k, DOWN))
    ),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_holds_for_every_n_is_shown_by_base_and_step(name: str) -> None:
    told = every_size(TRUE[name])
    shown = [line.reason for line in told if line.aside]
    traced = name == "its trace"  # and so needs none
    assert traced or any(reason.startswith("induction on") for reason in shown)
    assert traced or any("where it holds for" in reason for reason in shown)
    if not TRUE[name].given:  # no matrices are drawn so that they meet an equation
        assert measure(TRUE[name]).judgment is Judgment.HOLDS


@pytest.mark.parametrize("name", FALSE)
def test_what_fails_for_some_n_is_not_proved(name: str) -> None:
    assert not proves(FALSE[name])
    assert measure(FALSE[name]).judgment is not Judgment.HOLDS


fresh = sp.Dummy("n", integer=True, positive=True)


def test_a_name_as_long_as_n_stands_for_any_other_that_is_as_long() -> None:
    simplex = TRUE["a factor of entries"].changed(given=(pr.Simplex(x),))
    by = cases(simplex, simplex.sides, n, fresh)
    longer = {s for e in by.onward.sides for s in e.atoms(sp.MatrixSymbol)}
    assert {s.shape for s in longer} == {(fresh + 1, 1)}
    assert longer.isdisjoint({h.symbol for h in by.onward.given[:1]})


MORE_THAN_ENTRIES = {
    "a norm": pr.SquaredNorm(x),
    "a product": pr.Dot(x, times(A, x)),
    "a determinant": sp.Determinant(A),
    "a function": pr.ScalarFunction("f")(x),
    "a random sample": pr.RandomSample("Z", n, pr.Normal(0, 1))[1],
    "the entry of a product": pr.nodes.Entry(times(A, x), 1, 1),
}


@pytest.mark.parametrize("kind", MORE_THAN_ENTRIES)
def test_more_than_entries_of_such_a_name_are_refused(kind: str) -> None:
    e = MORE_THAN_ENTRIES[kind] * sp.Sum(1, (k, 1, n))
    with pytest.raises(IllFormed):
        cases(claim(e, e), (e, e), n, fresh)


def test_a_name_that_is_defined_is_none_of_the_others() -> None:
    """It need not be as positive as a name of its letters is."""
    u: Any = sp.IndexedBase("u", shape=(n,), positive=True)
    sides = product(sp.Abs(u[k])), product(u[k])
    cases(claim(*sides), sides, n, fresh)
    with pytest.raises(IllFormed, match="stands for something"):
        cases(claim(*sides, where=((u[k], -c),)), sides, n, fresh)


def test_what_is_given_of_a_name_is_not_given_of_any_other() -> None:
    """Of shares, Σ p = 1: no step may use it, for it is none of the n + 1 others."""
    shares = sp.Sum(x[k - 1, 0], (k, 1, n))
    tried = claim(shares, sp.S.One, pr.Simplex(x))
    by = cases(tried, tried.sides, n, fresh)
    for case in (by.first, by.onward):
        assert not proves(case)


def test_an_index_over_n_is_not_over_what_comes_next() -> None:
    tried = claim(product(w[k]), w[i] ** n)
    by = cases(tried, tried.sides, n, fresh)
    assert not proves(by.first)
    assert not proves(by.onward)


@pytest.mark.parametrize("name", ["a factor", "growth over layers", "two directions"])
def test_an_induction_of_another_claim_is_refused(name: str) -> None:
    proof = search(TRUE[name])
    step, at = next((s, j) for j, s in enumerate(proof.left) if s.induction)
    shown = step.induction
    assert shown is not None
    nothing = Proof({}, (), (), ())
    for changed in (
        Induction(shown.over, nothing, shown.onward),
        Induction(shown.over, shown.first, nothing),
        Induction(shown.over, shown.onward, shown.first),
        Induction((c, shown.over[1]), shown.first, shown.onward),
    ):
        left = list(proof.left)
        left[at] = Step("induction", step.old, step.new, induction=changed)
        with pytest.raises(Refused):
            check(TRUE[name], replace(proof, left=tuple(left)))
