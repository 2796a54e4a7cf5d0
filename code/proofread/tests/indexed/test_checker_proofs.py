"""What the checker refuses of whole proofs: starts, ends, orders, names and ranges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
import sympy as sp

from proofread import nodes as nd
from proofread.claim import Claim
from proofread.distributions import Normal
from proofread.indexed.checker import Refused, check
from proofread.indexed.proof import Proof, Step

from .letters import (
    A,
    B,
    D,
    E,
    P,
    S,
    T,
    X,
    a,
    b,
    c,
    h,
    i,
    j,
    k,
    m,
    n,
    over,
    p,
    q,
    r,
    s,
    step,
    v,
    w,
    x,
    y,
    z,
)

inv = sp.Inverse


def proof(
    lhs: Any,
    rhs: Any,
    left: Sequence[Any] = (),
    right: Sequence[Any] = (),
    indices: Mapping[Any, Any] | None = None,
    free: tuple[Any, ...] = (),
    **claim: Any,
) -> None:
    """Check lhs = rhs by steps that are written as tuples."""
    steps = (tuple(Step(*each) for each in side) for side in (left, right))
    check(Claim("whole", lhs, rhs, **claim), Proof(indices or {}, free, *steps))


# ---- the gradient of xᵀSx, for a symmetric S

PRODUCT = E(x, k, 1) * E(S, k, h) * E(x, h, 1)
BY = E(x, p, 1)
FORM = nd.Dot(x, S * x)
GRADIENT = nd.Grad(FORM, x)
LEFT = (
    ("definition", E(GRADIENT, p, 1), P(FORM, BY)),
    ("definition", FORM, sp.Sum(E(x, k, 1) * E(S * x, k, 1), (k, 1, n))),
    ("definition", E(S * x, k, 1), over(E(S, k, h) * E(x, h, 1), h)),
    (
        "nest",
        over(E(x, k, 1) * over(E(S, k, h) * E(x, h, 1), h), k),
        over(PRODUCT, k, h),
    ),
    ("derive", P(over(PRODUCT, k, h), BY), over(P(PRODUCT, BY), k, h)),
    (
        "derive",
        P(PRODUCT, BY),
        P(E(x, k, 1), BY) * E(S, k, h) * E(x, h, 1)
        + E(x, k, 1) * E(S, k, h) * P(E(x, h, 1), BY),
    ),
    ("derive", P(E(x, k, 1), BY), D(k, p)),
    ("derive", P(E(x, h, 1), BY), D(h, p)),
    (
        "linearity",
        over(
            D(k, p) * E(S, k, h) * E(x, h, 1) + E(x, k, 1) * E(S, k, h) * D(h, p), k, h
        ),
        over(D(k, p) * E(S, k, h) * E(x, h, 1), k, h)
        + over(E(x, k, 1) * E(S, k, h) * D(h, p), k, h),
    ),
    (
        "delta",
        over(D(k, p) * E(S, k, h) * E(x, h, 1), k, h),
        over(E(S, p, h) * E(x, h, 1), h),
    ),
    (
        "delta",
        over(E(x, k, 1) * E(S, k, h) * D(h, p), k, h),
        over(E(S, k, p) * E(x, k, 1), k),
    ),
    ("hypothesis", E(S, k, p), E(S, p, k)),
    ("rename", over(E(S, p, k) * E(x, k, 1), k), over(E(S, p, h) * E(x, h, 1), h)),
)
RIGHT = (("definition", E(2 * S * x, p, 1), 2 * over(E(S, p, h) * E(x, h, 1), h)),)
WHOLE: dict[str, Any] = {
    "indices": {k: n, h: n, p: n},
    "free": (p, sp.S.One),
    "given": (nd.Symmetric(S),),
}


def test_the_gradient_of_a_quadratic_form_is_proved() -> None:
    proof(GRADIENT, 2 * S * x, LEFT, RIGHT, **WHOLE)


@pytest.mark.parametrize("dropped", range(len(LEFT)))
def test_a_proof_without_one_of_its_steps_is_refused(dropped: int) -> None:
    left = (*LEFT[:dropped], *LEFT[dropped + 1 :])
    with pytest.raises(Refused):
        proof(GRADIENT, 2 * S * x, left, RIGHT, **WHOLE)


@pytest.mark.parametrize("first", [n for n in range(len(LEFT) - 1) if n not in (6, 9)])
def test_steps_that_need_each_other_in_another_order_are_refused(first: int) -> None:
    one, two = LEFT[first : first + 2]
    left = (*LEFT[:first], two, one, *LEFT[first + 2 :])
    with pytest.raises(Refused):
        proof(GRADIENT, 2 * S * x, left, RIGHT, **WHOLE)


@pytest.mark.parametrize("turned", range(len(LEFT)))
def test_a_step_the_wrong_way_round_is_refused(turned: int) -> None:
    rule, old, new = LEFT[turned]
    left = (*LEFT[:turned], (rule, new, old), *LEFT[turned + 1 :])
    with pytest.raises(Refused):
        proof(GRADIENT, 2 * S * x, left, RIGHT, **WHOLE)


@pytest.mark.parametrize("side", [S * x, 3 * S * x, 2 * S.T * x, 2 * X * x, 2 * S * y])
def test_the_same_steps_prove_no_other_side(side: Any) -> None:
    with pytest.raises(Refused):
        proof(GRADIENT, side, LEFT, RIGHT, **WHOLE)


# ---- where a proof starts

STARTS: dict[str, Any] = {
    "rows and columns compared by one index": (X, X, {k: n}, (k, k)),
    "the first row alone": (X, X, {k: n}, (sp.S.One, k)),
    "an index of the other dimension": (A, A, {k: n, h: n}, (k, h)),
    "an index that is no index": (X, X, {k: n}, (k, h)),
    "nothing compared": (X, X, {k: n, h: n}, ()),
    "shapes that differ": (A, A.T, {k: n, p: m}, (k, p)),
    "a number and a matrix": (X, sp.S.One, {k: n, h: n}, (k, h)),
    "an index that is free in the claim": (k * X, k * X, {k: n, h: n}, (k, h)),
    "a size as an index": (X, X, {n: n, h: n}, (n, h)),
    "an index over a length that is none": (X, X, {k: n + 3, h: n}, (k, h)),
    "an even index": (
        X,
        X,
        {sp.Symbol("e", even=True): n},
        (sp.Symbol("e", even=True), 1),
    ),
    "a product that does not chain": (sp.MatMul(x.T, v), sp.MatMul(x.T, v), {}, ()),
    "a number between matrices": (
        sp.MatMul(sp.MatMul(x.T, x), X),
        sp.MatMul(sp.MatMul(x.T, x), X),
        {k: n},
        (sp.S.One, k),
    ),
    "a column too far": (nd.Column(X, s), nd.Column(X, s), {k: n}, (k, sp.S.One)),
    "the columns of a partial sum": (
        sp.Sum(nd.Column(X, q), (q, 1, r)),
        sp.Sum(nd.Column(X, q), (q, 1, r)),
        {k: n},
        (k, sp.S.One),
    ),
    "a sum of a matrix and a number": (
        sp.Sum(nd.Column(X, k), (k, 1, n)) + 1,
        sp.Sum(nd.Column(X, k), (k, 1, n)) + 1,
        {},
        (),
    ),
    "a function of a row": (
        nd.ScalarFunction("f")(x.T),
        nd.ScalarFunction("f")(x.T),
        {},
        (),
    ),
    "a diagonal that is no column": (nd.Diag(X), nd.Diag(X), {k: n, h: n}, (k, h)),
    "a Jacobian by a matrix": (
        nd.Jacobian(x, X),
        nd.Jacobian(x, X),
        {k: n, h: n},
        (k, h),
    ),
    "an entry before the first": (X[h - 1, 0], X[h - 1, 0], {}, ()),
}


@pytest.mark.parametrize("start", STARTS)
def test_a_proof_with_a_bad_start_is_refused(start: str) -> None:
    lhs, rhs, indices, free = STARTS[start]
    with pytest.raises(Refused):
        proof(lhs, rhs, indices=indices, free=free)


def test_the_entries_of_a_matrix_equal_themselves() -> None:
    proof(X, X, indices={k: n, h: n}, free=(k, h))
    proof(x, x, indices={k: n}, free=(k, sp.S.One))


@pytest.mark.parametrize("relation", ["<=", "<", ">", ">=", "!="])
def test_nothing_but_an_equation_is_proved(relation: str) -> None:
    with pytest.raises((Refused, ValueError)):
        proof(a, a, relation=relation)


@pytest.mark.parametrize("part", ["oracle", "prover"])
def test_a_claim_with_an_oracle_or_a_prover_is_refused(part: str) -> None:
    with pytest.raises(Refused, match="oracle"):
        check(Claim("whole", a, a).changed(**{part: max}), Proof({}, (), (), ()))


def test_sides_that_end_in_different_lines_are_refused() -> None:
    with pytest.raises(Refused, match="different lines"):
        proof(a, b)


# ---- ranges

RANGES: dict[str, Any] = {
    "δ over a sum of another length": (
        "delta",
        over(E(x, k, 1) * D(k, s), k),
        E(x, 1, 1),
    ),
    "δ with an index of another range": (
        "delta",
        over(E(x, k, 1) * D(k, s), k),
        E(x, s, 1),
    ),
    "δ out of a partial sum": ("delta", sp.Sum(D(q, i), (q, 1, r)) + 0 * r, sp.S.One),
    "renamed to another range": (
        "rename",
        over(E(x, k, 1) * E(v, 1, 1), k),
        over(E(v, p, 1) * E(x, 1, 1), p),
    ),
    "renamed onto a free index": (
        "rename",
        over(E(X, i, k), k),
        sp.Sum(E(X, i, i), (i, 1, n)),
    ),
    "nested onto a bound index": (
        "nest",
        over(E(x, k, 1), k) ** 2,
        sp.Sum(E(x, k, 1) ** 2, (k, 1, n)),
    ),
    "nested onto a free index": (
        "nest",
        E(y, i, 1) * over(E(x, k, 1), k),
        sp.Sum(E(y, i, 1) * E(x, i, 1), (i, 1, n)),
    ),
    "a free index that was none": ("hypothesis", sp.S.One, E(x, i, 1) / E(x, i, 1)),
    "a free index brought in": (
        "definition",
        sp.S.Zero,
        E(sp.ZeroMatrix(n, n), i, j),
        True,
    ),
    "an orthogonal row, of a matrix that is not square": (
        "hypothesis",
        over(E(A, i, p) * E(A, j, p), p),
        D(i, j),
    ),
    "the inverse along the wrong index": (
        "inverse",
        over(E(X, k, i) * E(inv(X), k, j), k),
        D(i, j),
    ),
    "a product summed over free indices": (
        "definition",
        E(X * S, i, j),
        sp.Sum(E(X, i, i) * E(S, i, j), (i, 1, n)),
    ),
    "a product summed too far": (
        "definition",
        E(A * B, i, j),
        over(E(A, i, k) * E(B, k, j), k),
    ),
    "a sum over another range than in the table": (
        "linearity",
        sp.Sum(2 * E(x, q, 1), (q, 1, n)),
        2 * sp.Sum(E(x, q, 1), (q, 1, m)),
    ),
}


@pytest.mark.parametrize("kind", RANGES)
def test_a_step_that_leaves_a_range_is_refused(kind: str) -> None:
    with pytest.raises(Refused):
        step(*RANGES[kind], given=(nd.Orthogonal(A),))


# ---- values that may be missing

HIDDEN = (a + b) ** 2 - a**2 - 2 * a * b - b**2
VALUES: dict[str, Any] = {
    "a letter that was not there": ("ring", a, a * (1 + sp.log(c)) - a * sp.log(c)),
    "a denominator that was not there": ("ring", a, (a * b + a * c) / (b + c)),
    "a denominator that is zero": (
        "ring",
        c,
        (c * a + c) * HIDDEN / (HIDDEN * (a + 1)),
    ),
    "a root that was not there": (
        "ring",
        a,
        sp.sqrt(a) * sp.sqrt(a) * (1 + sp.sqrt(b)) - a * sp.sqrt(b),
    ),
    "a logarithm that was not there": (
        "linearity",
        over(E(x, k, 1), k),
        over(E(x, k, 1) * (1 + sp.log(a)), k) - sp.log(a) * over(E(x, k, 1), k),
    ),
    "the inverse of a matrix that has none": (
        "inverse",
        D(i, j),
        over(E(X, i, k) * E(inv(X), k, j), k),
        True,
    ),
    "a derivative brought in": ("derive", sp.S.Zero, P(1 / b, a), True),
    "a quotient under a sum": (
        "delta",
        1 / (1 + E(x, i, 1)),
        over(D(k, i) / (1 + E(x, k, 1)), k),
        True,
    ),
    "the sign of a root": ("ring", sp.sqrt(a**2 + 2 * a * b + b**2), a + b),
    "a root of a product": ("ring", sp.sqrt(a * b), sp.sqrt(a) * sp.sqrt(b)),
    "a logarithm of a product": ("ring", sp.log(a * b), sp.log(a) + sp.log(b)),
    "a number that is about right": ("ring", a / 3, 0.333333333333333 * a),
    "nan": ("ring", a, sp.nan),
    "oo": ("ring", a, sp.oo),
}


@pytest.mark.parametrize("kind", VALUES)
def test_a_term_that_may_have_no_value_does_not_come_in(kind: str) -> None:
    with pytest.raises(Refused):
        step(*VALUES[kind])


def test_a_line_without_a_value_is_refused() -> None:
    with pytest.raises(Refused, match="no value"):
        proof(1 / a, 1 / b, [("hypothesis", a, sp.S.Zero)], given=(nd.equal(a, 0),))


# ---- names that are held

DEFINED: tuple[Any, ...] = ((b, a**2), (T, X.T * X))
HELD: dict[str, Any] = {
    "symmetry": (
        P(E(S, i, j), E(S, 1, 1)),
        ("hypothesis", E(S, i, j), E(S, j, i)),
        (nd.Symmetric(S),),
        (),
    ),
    "symmetry of an inverse": (
        P(E(inv(S.T), i, j), E(S, 1, 1)),
        ("hypothesis", S.T, S),
        (nd.Symmetric(S),),
        (),
    ),
    "symmetry within": (
        P(E(inv(X.T * S.T * X), i, j), E(S, 1, 1)),
        ("hypothesis", S.T, S),
        (nd.Symmetric(S),),
        (),
    ),
    "the norm of a unit vector": (
        P(over(E(x, k, 1) ** 2, k), E(x, 1, 1)),
        ("hypothesis", over(E(x, k, 1) ** 2, k), sp.S.One),
        (nd.Unit(x),),
        (),
    ),
    "an equation": (P(a * c, a), ("hypothesis", a, c), (nd.equal(a, c),), ()),
    "an equation, by its other side": (
        P(a * c, c),
        ("hypothesis", a, c),
        (nd.equal(a, c),),
        (),
    ),
    "an equation by way of a definition": (
        P(b + c, a),
        ("hypothesis", b, c),
        (nd.equal(b, c),),
        DEFINED,
    ),
    "symmetry by way of a definition": (
        P(E(T, i, j), E(X, 1, 1)),
        ("hypothesis", E(T, i, j), E(T, j, i)),
        (nd.Symmetric(T),),
        DEFINED,
    ),
    "a definition": (P(b * c, b), ("where", b, a**2), (), DEFINED),
    "a definition of a matrix": (
        P(E(T, i, j), E(T, 1, 1)),
        ("where", T, X.T * X),
        (),
        DEFINED,
    ),
}


@pytest.mark.parametrize("kind", HELD)
def test_nothing_about_a_name_is_used_where_it_is_derived_by(kind: str) -> None:
    line, only, given, where = HELD[kind]
    indices = {k: n} if "unit" in kind else {}
    with pytest.raises(Refused, match="rests on"):
        proof(line, line, [only], [only], indices, given=given, where=where)


def test_a_definition_is_used_where_another_name_is_derived_by() -> None:
    proof(P(b * c, c), P(a**2 * c, c), [("where", b, a**2)], where=DEFINED)


def test_a_name_that_is_defined_by_another_is_derived_by_it() -> None:
    with pytest.raises(Refused):
        proof(P(b * c, a), 0, [("derive", P(b * c, a), sp.S.Zero)], where=DEFINED)


# ---- definitions

rows = sp.IndexedBase("rows")
ROWS = ((rows[i], sp.Sum(X[i - 1, h - 1], (h, 1, n))),)
phi = nd.functions("phi")


def test_a_family_is_taken_at_an_index_that_its_value_binds() -> None:
    old, new = rows[h], sp.Sum(X[h - 1, k - 1], (k, 1, n))
    line = over(old, h)
    only = ("where", old, new)
    proof(line, over(new, h), [only], indices={k: n, h: n}, where=ROWS)


def test_an_index_is_not_captured_by_a_definition() -> None:
    only = ("where", rows[h], sp.Sum(X[h - 1, h - 1], (h, 1, n)))
    with pytest.raises(Refused):
        proof(
            over(rows[h], h), over(rows[h], h), [only], [only], {k: n, h: n}, where=ROWS
        )


def test_a_family_has_the_range_of_its_index() -> None:
    only = ("where", rows[s], sp.Sum(X[s - 1, k - 1], (k, 1, n)))
    with pytest.raises(Refused):
        proof(rows[s] + v[0, 0], rows[s] + v[0, 0], [only], [only], {k: n}, where=ROWS)


DEFINITIONS: dict[str, Any] = {
    "a name by itself": (a, ((a, a + 1),), ("where", a, a + 1)),
    "a family in a circle": (
        rows[1],
        ((rows[i], w[i - 1, 0] + rows[i]),),
        ("where", rows[1], w[0, 0] + rows[1]),
    ),
    "a matrix as another shape": (a, ((X, A),), ("ring", a, a)),
    "one parameter twice": (
        phi(a, b),
        ((sp.Function("phi")(a, a), a),),
        ("ring", a, a),
    ),
    "an entry by number": (rows[1], ((rows[1], a),), ("where", rows[1], a)),
    "another name's value": (a, ((a, b), (c, b + 1)), ("where", a, b + 1)),
    "no name": (a, ((b, c),), ("where", a, c)),
    "a parameter that a name's value holds": (
        phi(c),
        ((phi(a), a + b), (b, a**2)),
        ("where", phi(c), c + b),
    ),
}


@pytest.mark.parametrize("kind", DEFINITIONS)
def test_a_definition_that_is_none_is_refused(kind: str) -> None:
    line, where, only = DEFINITIONS[kind]
    with pytest.raises(Refused):
        proof(line, line, [only], [only], where=where)


def test_the_slope_of_a_defined_function_is_not_that_of_a_generic_one() -> None:
    only = ("derive", P(phi(a), a), nd.Slope(phi(a), 1) * P(a, a))
    with pytest.raises(Refused):
        proof(only[1], only[1], [only], [only], where=((phi(c), c**2),))


def test_no_function_is_replaced_under_its_slope() -> None:
    line = nd.Slope(phi(a), 1)
    with pytest.raises(Refused, match="not in the line"):
        proof(line, line, [("where", phi(a), a**2)], where=((phi(c), c**2),))


def test_a_substitution_does_not_meet_a_derivative_by_what_it_brings() -> None:
    only = ("where", phi(a), P(a * b, a))
    with pytest.raises(Refused):
        proof(phi(a), phi(a), [only], [only], where=((phi(c), P(a * c, a)),))


# ---- what else depends on an index, or on a name


def test_a_derivative_by_an_entry_holds_the_index_of_that_entry() -> None:
    slope = sp.Derivative(z[j] ** 2, z[k])
    with pytest.raises(Refused):
        step("linearity", over(slope, k), n * slope)
    with pytest.raises(Refused):
        step("count", over(slope, k), n * slope)


def test_an_inverse_that_depends_on_the_index_of_the_sum_stays() -> None:
    M = sp.Matrix([[1]]) * 0 + X * z[k]
    line = over(E(M, i, k) * E(inv(M), k, j), k)
    with pytest.raises(Refused):
        step("inverse", line, D(i, j))


def test_a_random_name_is_not_derived() -> None:
    drawn = nd.RandomVariable("d", Normal(a, 1))
    line = P(nd.Expectation(drawn), a)
    with pytest.raises(Refused):
        step("derive", line, sp.S.Zero)


@pytest.mark.parametrize("kink", [sp.Abs(a), sp.sign(a), sp.Max(a, b), sp.Heaviside(a)])
def test_a_kink_is_not_derived(kink: Any) -> None:
    with pytest.raises(Refused):
        step("derive", P(kink, a), sp.S.Zero)
    slope = 2 * sp.sign(a) if kink == sp.Abs(a) else kink.diff(a)
    with pytest.raises(Refused):
        step("derive", P(kink, a), slope * P(a, a))


def test_the_slope_of_an_absolute_value_is_that_of_what_has_no_kink_itself() -> None:
    step("derive", P(sp.Abs(a - b), a), sp.sign(a - b) * P(a - b, a))
    for u, where in ((a + sp.Abs(a), ()), (c, ((c, a + sp.Abs(a)),))):
        with pytest.raises(Refused):
            step("derive", P(sp.Abs(u), a), sp.sign(u) * P(u, a), where=where)


def test_names_that_move_together_do_not_define_each_other() -> None:
    moved = nd.Differential(a * b, {a: c, b: y[0, 0]})
    only = ("definition", moved, P(a * b, a) * c + P(a * b, b) * y[0, 0])
    proof(moved, moved, [only], [only])
    with pytest.raises(Refused):
        proof(moved, moved, [only], [only], where=((b, a**2),))


def test_a_matrix_is_symmetric_only_where_that_is_said_or_seen() -> None:
    for M in (X, X * S, X.T * S * T, 2 * X + X.T, X.T * X * S, B * A * X):
        for given in ((), (nd.Symmetric(S),)):
            with pytest.raises(Refused):
                step("inverse", E(inv(M), i, j), E(inv(M), j, i), given=given)


def test_a_rule_that_does_not_exist_is_refused() -> None:
    with pytest.raises(Refused, match="magic"):
        step("magic", a, a)


def test_a_refusal_names_side_step_and_rule() -> None:
    with pytest.raises(Refused, match="right side, step 1, ring: "):
        proof(a, a, right=[("ring", a, b)])


def test_an_index_that_a_hypothesis_holds_is_bound_by_no_sum() -> None:
    line = sp.Sum(z[i] * a, (i, 1, n)) + z[i]
    only = ("hypothesis", z[i], sp.S.One)
    with pytest.raises(Refused):
        proof(sp.Sum(z[i], (i, 1, n)), n, [only], given=(nd.equal(z[i], 1),))
    proof(line, line, given=(nd.equal(z[i], 1),))


def test_factors_of_matrices_do_not_commute() -> None:
    one, other = x.T * X * S * y, x.T * S * X * y
    for rule in ("ring", "linearity", "definition", "count", "split"):
        with pytest.raises(Refused):
            step(rule, one, other)
        with pytest.raises(Refused):
            step(rule, E(one, 1, 1), E(other, 1, 1))


SHARE = over(E(x, k, 1) + E(y, k, 1), k)
NONE = SHARE - over(E(x, k, 1), k) - over(E(y, k, 1), k)
BACK: dict[str, Any] = {
    "a letter": ("ring", a, a * (1 + sp.log(b)) - a * sp.log(b)),
    "a quotient of nothing": ("ring", c, sp.expand(c * NONE) / NONE),
    "a quotient beside a unit": (
        "hypothesis",
        c,
        over(E(w, h, 1) ** 2 * sp.expand(c * NONE) / NONE, h),
    ),
    "a quotient beside a sum": (
        "nest",
        over(c * E(w, h, 1), h),
        over(E(w, k, 1), k) * sp.expand(c * NONE) / NONE,
    ),
    "a quotient beside an inverse": (
        "inverse",
        c * E(inv(X), 1, 1) ** 0 * D(i, j),
        over(E(X, i, h) * E(inv(X), h, j) * sp.expand(c * NONE) / NONE, h),
    ),
}


@pytest.mark.parametrize("kind", BACK)
@pytest.mark.parametrize("backward", [False, True])
def test_nothing_without_a_value_comes_in_backward(kind: str, backward: bool) -> None:
    with pytest.raises(Refused):
        step(*BACK[kind], backward=backward, given=(nd.Unit(w),))


def test_a_hypothesis_on_what_is_random_is_refused() -> None:
    mean = nd.Expectation(nd.RandomVariable("d", Normal(a, 1)))
    only = ("hypothesis", mean, c)
    with pytest.raises(Refused, match="random"):
        proof(P(mean, a), P(mean, a), [only], [only], given=(nd.equal(mean, c),))


def test_an_index_is_not_captured_by_the_variable_of_a_rule() -> None:
    ruled = nd.Elementwise(sp.Lambda(k, k * z[h]), X)
    line, captured = (
        over(D(h, k) * E(ruled, 1, 1), h),
        E(nd.Elementwise(sp.Lambda(k, k * z[k]), X), 1, 1),
    )
    with pytest.raises(Refused):
        proof(line, line, [("delta", line, captured)], indices={h: n})


def test_only_numbers_are_derived() -> None:
    with pytest.raises(Refused):
        step("derive", P(X, a), sp.S.Zero)


def test_a_sum_over_what_the_value_of_a_name_holds_is_refused() -> None:
    total = sp.Sum(b, (i, 1, n))
    only = ("rename", total, over(b, k))
    with pytest.raises(Refused, match="binds"):
        proof(total, total, [only], [only], {k: n}, where=((b, z[i]),))


def test_what_is_divided_by_in_one_case_alone_may_be_zero() -> None:
    side = sp.Piecewise((z[1] / (n - 1), n > 1), (0, True))
    only = ("ring", z[1], (n - 1) * (z[1] / (n - 1) + a) - a * (n - 1))
    with pytest.raises(Refused):
        proof(side + z[1], side + z[1], [only], [only])


def test_a_name_that_is_defined_may_be_zero_though_its_letter_is_positive() -> None:
    g = sp.Symbol("g", positive=True)
    old = a + z[1]
    only = ("ring", old, g * (old / g + b) - b * g)
    proof(sp.sin(old) + g, sp.sin(old) + g, [only], [only])
    where = ((g, c - c),)
    with pytest.raises(Refused):
        proof(sp.sin(old) + g, sp.sin(old) + g, [only], [only], where=where)
