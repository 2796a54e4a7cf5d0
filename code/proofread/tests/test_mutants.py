"""What a mutant is: one visible change, of the same shape, in a fixed order."""

from collections import Counter

import pytest
import sympy as sp
from corpus import CLAIMS, claim_between
from sympy import HadamardProduct, MatMul, MatrixSymbol, Transpose

from proofread.claim import Claim, Line
from proofread.mutants import Mutant, mutants
from proofread.mutants.evident import evident
from proofread.mutants.tree import places, put
from proofread.node import is_sound, shape
from proofread.nodes import Grad, equal
from proofread.printing import latex

n, d = sp.symbols("n d", integer=True, positive=True)
A, B = MatrixSymbol("A", n, n), MatrixSymbol("B", n, n)
X = MatrixSymbol("X", n, d)
x = MatrixSymbol("x", n, 1)


def told(lhs, rhs, **parts):
    return {(m.operator, m.latex) for m in mutants(claim_between(lhs, rhs, **parts))}


@pytest.mark.parametrize("key", CLAIMS)
def test_no_two_mutants_of_a_side_read_the_same(key):
    seen = Counter(
        (m.side, m.operator == "drop definition", m.latex) for m in mutants(CLAIMS[key])
    )
    assert max(seen.values()) == 1


@pytest.mark.parametrize("key", CLAIMS)
def test_every_mutant_has_the_shape_of_what_it_replaces(key):
    for m in mutants(CLAIMS[key]):
        assert shape(m.claim.lhs) == shape(CLAIMS[key].lhs)
        assert shape(m.claim.rhs) == shape(CLAIMS[key].rhs)


def test_mutants_come_in_the_same_order_every_time():
    claim = CLAIMS["bias-variance"]
    assert [m.latex for m in mutants(claim)] == [m.latex for m in mutants(claim)]


def test_putting_a_node_back_where_it_was_changes_nothing():
    for claim in CLAIMS.values():
        for side in claim.sides:
            assert all(
                latex(put(side, p.path, p.node)) == latex(side) for p in places(side)
            )


def test_a_product_that_does_not_fit_is_no_formula():
    assert is_sound(MatMul(A, X))
    assert not is_sound(MatMul(X, A))


def test_a_bound_variable_is_not_renamed_where_it_is_bound():
    k, j = sp.symbols("k j", integer=True)
    a = sp.IndexedBase("a", shape=(n,))
    total = sp.Sum(a[k] * a[j], (k, 1, n), (j, 1, n))
    shown = {text for _, text in told(total, total)}
    assert latex(sp.Sum(a[j] ** 2, (k, 1, n), (j, 1, n))) in shown
    assert latex(sp.Sum(a[k] * a[j], (j, 1, n), (j, 1, n))) not in shown


def test_the_variable_of_a_gradient_stays():
    y = MatrixSymbol("y", n, 1)
    gradient = Grad(sp.Trace(MatMul(Transpose(x), y)), x)
    left = [m for m in mutants(claim_between(gradient, y)) if m.side == "left"]
    assert all(r"\nabla_{\mathbf{x}}" in m.latex for m in left)


@pytest.mark.parametrize(
    ("operator", "before", "after"),
    [
        ("transpose", MatMul(A, x), MatMul(Transpose(A), x)),
        ("drop transpose", MatMul(Transpose(A), x), MatMul(A, x)),
        ("drop inverse", MatMul(sp.Inverse(A), x), MatMul(A, x)),
        (
            "Hadamard to product",
            HadamardProduct(A, Transpose(A)),
            MatMul(A, Transpose(A)),
        ),
    ],
)
def test_the_slips_of_matrix_algebra_are_told(operator, before, after):
    assert (operator, latex(after)) in told(before, before)


def test_an_inequality_is_also_told_the_other_way_round():
    reverse = [m for m in mutants(CLAIMS["cauchy-schwarz"]) if m.operator == "reverse"]
    assert [m.claim.relation for m in reverse] == [">="]


def test_what_an_oracle_measures_is_not_changed():
    assert {m.side for m in mutants(CLAIMS["discarded-energy"])} == {"right"}


def test_every_definition_and_hypothesis_is_dropped_once():
    for key in ("bias-variance", "softmax-jacobian", "gibbs"):
        claim = CLAIMS[key]
        dropped = Counter(m.operator for m in mutants(claim))
        assert dropped["drop definition"] == len(claim.where)
        assert dropped["drop hypothesis"] == len(claim.given)


def test_a_line_of_a_derivation_answers_for_its_own_definitions_alone():
    s, t, u = sp.symbols("s t u", real=True)
    whole = claim_between(2 * s, 2 * t, where=((s, t), (u, t**2)))
    line = whole.changed(line=Line(1, "twice"))
    assert {m.side for m in mutants(line)} == {"left", "right", "s"}


def test_a_sign_is_not_a_name():
    x = sp.Symbol("x", real=True)
    limit = sp.Limit(x, x, 0, "-")
    told = [m.claim for m in mutants(claim_between(limit, x))]
    assert not any(c.rhs.has(sp.Symbol("-")) for c in told)
    hypothesis = claim_between(x, x, given=(equal(x, 1),))
    assert not any(q.claim.lhs.has(sp.Symbol("=")) for q in mutants(hypothesis))


def test_an_order_does_not_see_a_number_and_sees_all_else():
    h, x = sp.symbols("h x", positive=True)
    order = Claim("k", sp.exp(h) - 1 - h, h**2, "~", variable=h)

    def told(side):
        made = order.changed(rhs=side)
        return evident(order, Mutant("right", "any", "", made))

    assert told(-3 * h**2) == "an order does not see a constant factor"
    assert told(x * h**2) == told(h**3) == told(sp.Integer(0)) == ""
