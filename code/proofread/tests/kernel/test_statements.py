"""What claims become in Coq: statements, hypotheses, and what is left out, with why."""

import pytest
import sympy as sp
from sympy import (
    Derivative,
    IndexedBase,
    Inverse,
    MatrixSymbol,
    Sum,
    Symbol,
    Transpose,
    exp,
    log,
    symbols,
)

from proofread.claim import Claim
from proofread.distributions import Normal
from proofread.kernel.names import Names
from proofread.kernel.rules import Unreached
from proofread.kernel.theorem import theorem
from proofread.nodes import (
    Dot,
    Elementwise,
    Expectation,
    Grad,
    HessianMatrix,
    Jacobian,
    Orthogonal,
    RandomVariable,
    RandomVector,
    SquaredNorm,
    Symmetric,
    Unit,
    equal,
    functions,
    indices,
    le,
)

n, m = symbols("n m", integer=True, positive=True)
A, B = MatrixSymbol("A", m, n), MatrixSymbol("B", n, m)
S = MatrixSymbol("S", n, n)
x, y = MatrixSymbol("x", n, 1), MatrixSymbol("y", n, 1)
s, t = symbols("s t", real=True)
z = RandomVariable("z", Normal(s, t**2))


def says(left, right, **parts):
    return theorem(Claim("key", left, right, **parts))


def hypotheses(left, right, **parts):
    return [h.split(" : ", 1)[1][:-1] for h in says(left, right, **parts).hypotheses]


def test_a_claim_of_matrices_is_one_of_any_ring_and_sizes():
    made = says(Transpose(A * B), Transpose(B) * Transpose(A))
    assert made.binders == ("(m n : nat)", "(A : 'M[R]_(m, n))", "(B : 'M[R]_(n, m))")
    assert made.says == "(A *m B)^T = (B^T *m A^T)"
    assert made.hypotheses == ()


def test_the_identity_is_that_of_the_claim():
    claim = Claim("key", Dot(x, y), Dot(y, x))
    assert theorem(claim).identity == claim.identity


def test_what_is_divided_by_is_a_unit():
    assert hypotheses(t / (1 + t), 1 - 1 / (1 + t)) == [
        "((1 + t) : R) \\is a GRing.unit"
    ]


def test_units_hold_for_all_places_that_a_sum_binds():
    p, k = IndexedBase("p", shape=(n,)), indices("k", n)
    (unit,) = hypotheses(Sum(1 / p[k], (k, 1, n)), Sum(p[k] ** -1, (k, 1, n)))
    assert unit.startswith("forall (k")
    assert unit.endswith("\\is a GRing.unit")


def test_inverses_exist():
    assert "S \\in unitmx" in hypotheses(Inverse(S) * x, y)


def test_definitions_are_hypotheses():
    r = MatrixSymbol("r", m, 1)
    b = MatrixSymbol("b", m, 1)
    made = hypotheses(SquaredNorm(r), Dot(r, r), where=((r, A * x - b),))
    assert made == ["r = ((A *m x) + (- b))"]


def test_properties_are_hypotheses_and_inequalities_are_left_out():
    assert hypotheses(S * x, Transpose(S) * x, given=(Symmetric(S), le(t, 1))) == [
        "S^T = S"
    ]
    assert hypotheses(SquaredNorm(x), 1, given=(Unit(x),)) == ["dot x x = 1"]
    assert (
        len(hypotheses(Transpose(S) * S, S * Transpose(S), given=(Orthogonal(S),))) == 2
    )


def test_a_gradient_moves_its_variable_by_any_direction():
    made = says(Grad(Dot(x, S * x), x), (S + Transpose(S)) * x)
    assert "eps * eps = 0" in made.hypotheses[0]
    assert made.says == (
        "(dot (x + eps *: d_x) (S *m (x + eps *: d_x)))"
        " = (dot x (S *m x)) + eps * dot ((S + S^T) *m x) d_x"
    )


def test_what_is_defined_by_the_variable_moves_with_it():
    r = MatrixSymbol("r", m, 1)
    made = says(Grad(SquaredNorm(r), x), 2 * Transpose(A) * r, where=((r, A * x),))
    assert "(sqn (A *m (x + eps *: d_x))) = (sqn r)" in made.says


def test_the_derivative_of_a_function_is_a_hypothesis():
    f = functions("f")
    made = says(Derivative(f(t) ** 2, t), 2 * f(t) * Derivative(f(t), t))
    assert any("forall x_ y_, f (x_ + eps * y_)" in h for h in made.hypotheses)
    assert "(f' t)" in made.says
    slope = [h for h in hypotheses(Derivative(log(t), t), 1 / t) if "forall" in h]
    assert slope[0].startswith("forall x_ y_, x_ \\is a GRing.unit -> ")


def test_a_jacobian_of_entries():
    phi = functions("phi")
    made = says(Jacobian(Elementwise(phi, A * x), x), A)
    assert "map_mx phi (A *m (x + eps *: d_x))" in made.says


def test_exp_of_a_sum_has_its_law():
    laws = hypotheses(exp(t + s), exp(t) * exp(s))
    assert "forall x_ y_, exp (x_ + y_) = exp x_ * exp y_" in laws
    assert hypotheses(exp(t) * exp(t), exp(t) ** 2) == []


def test_bound_names_capture_no_other():
    k = Symbol("k", integer=True, positive=True)
    p = IndexedBase("p", shape=(k,))
    i = indices("i", k)
    from proofread.nodes import Simplex

    (sums,) = hypotheses(Sum(p[i], (i, 1, k)), 1, given=(Simplex(p),))
    assert sums == "\\sum_(k_ < k) p k_ = 1"


def test_two_names_never_share_an_identifier():
    names = Names()
    made = [
        names.of(key, wish)
        for key, wish in (
            (1, "a_b"),
            (2, "a b"),
            (3, "a-b"),
            (4, "R"),
            (5, "f'"),
            (6, "f''"),
        )
    ]
    assert len(set(made)) == 6
    assert "R" not in made
    assert names.of(2, "a b") == made[1]


@pytest.mark.parametrize(
    ("left", "relation", "why"),
    [
        (Expectation(sp.Max(z, 0)), "=", "Max of random numbers"),
        (t**2, ">=", "the relation >="),
        (sp.Max(t, 0), "=", "Max as a number"),
        (t ** (n - 2), "=", "a power that may be negative"),
        (Grad(sp.Max(Dot(x, y), 0), x) + y, "=", "a derivative inside"),
    ],
)
def test_what_is_out_of_reach_says_why(left, relation, why):
    with pytest.raises(Unreached, match=why):
        says(left, t, relation=relation)


def test_a_letter_bound_in_one_place_and_free_in_another_is_refused():
    i = indices("i", n)
    p = IndexedBase("p", shape=(n,))
    with pytest.raises(Unreached, match="bound in one place"):
        says(p[i], Sum(p[i], (i, 1, n)))


def test_definitions_in_a_circle_are_refused():
    with pytest.raises(Unreached, match="in a circle"):
        says(s, t, where=((s, t + 1), (t, s - 2)))


def test_a_gradient_inside_is_told_beside_the_claim():
    made = says(x - Grad(SquaredNorm(x - y) / 2, x), y)
    gradient, claim = made.says.split(" /\\\n  ")
    assert "= ((1 / 2%:R) * (sqn (x + (- y)))) + eps * dot" in gradient
    assert claim == "((x + (- (x + (- y)))) = y)"


def test_a_hessian_is_the_jacobian_of_a_gradient():
    made = says(HessianMatrix(Dot(x, S * x), x), S + Transpose(S))
    first, second = made.says.split(" /\\\n  ")
    assert "dot (x + eps *: d_x) (S *m (x + eps *: d_x))" in first
    assert second.endswith("+ eps *: ((S + S^T) *m d_x))")


def test_a_derivative_in_what_is_given_is_refused():
    given = (equal(Grad(Dot(x, S * x), x), y),)
    with pytest.raises(Unreached, match="in what is given"):
        says(S * x, y, given=given)


def test_a_mean_is_any_linear_map_and_moments_are_hypotheses():
    e = RandomVector("e", n, Normal(0, t))
    told = hypotheses(Expectation(SquaredNorm(x + e)), SquaredNorm(x) + n * t)
    assert told == [
        "forall x y, E (x + y) = E x + E y",
        "forall a x, E (a *: x) = a * E x",
        "E 1 = 1",
        "forall i_, E (e i_ 0) = 0",
        "forall i_ j_, E (e i_ 0 * e j_ 0) = t *+ (i_ == j_)",
    ]


def test_exponents_are_naturals_where_they_cannot_be_negative():
    i = indices("i", n)
    made = says(Sum(t ** (n - i), (i, 1, n)), Sum(t ** (i - 1), (i, 1, n)))
    assert "t ^+ (n - (i + 1))" in made.says
    assert made.says.endswith("(t ^+ i_2)) :> R")


def test_a_size_less_1_is_an_exponent_of_what_is_not_0():
    assert hypotheses(t ** (n - 1) * t, t**n) == ["(0 < n)%N"]
    assert hypotheses(t ** (n + 1), t**n * t) == []


def test_what_an_exponent_has_in_common_stands_in_front():
    i = indices("i", n)
    made = says(Sum(t ** (2 * n - 2 * i), (i, 1, n)), s)
    assert "t ^+ (2 * (n - (i + 1)))" in made.says


def test_the_slope_of_a_size_is_its_sign_off_0():
    made = hypotheses(Derivative(sp.Abs(t), t), sp.sign(t))
    assert made[1].startswith("forall x_ y_, x_ \\is a GRing.unit -> Abs (x_ + eps")
    assert "(t : R) \\is a GRing.unit" in made


def test_blocks_stand_beside_and_below_each_other():
    two = sp.BlockMatrix([[A, A]]) * sp.BlockMatrix([[x], [y]])
    assert says(two, A * x + A * y).says.startswith("((row_mx A A) *m (col_mx x y)) = ")


def test_a_real_power_is_an_exponential():
    a = Symbol("a", positive=True)
    assert "exp (log a) = a" in hypotheses(a**t, exp(t * log(a)))
