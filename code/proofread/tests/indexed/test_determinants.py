"""Determinants: what follows from cofactors, entries and triangles, and what not."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp

import proofread as pr
from proofread import nodes as nd
from proofread.claim import Claim
from proofread.indexed import every_size, proves
from proofread.indexed.checker import Refused
from proofread.judgments import Judgment
from proofread.measuring import measure

from .letters import A, B, D, E, P, S, T, X, a, b, c, h, i, j, k, m, n, over, step

det, inv, tr, log = sp.Determinant, sp.Inverse, sp.Trace, sp.log
C, W, U = nd.Cofactors(X), *(sp.MatrixSymbol(name, 2, 2) for name in "WU")
THREE = sp.ImmutableMatrix([[a, b, c], [0, c, 1], [0, 0, b]])
KNOCKED = sp.ImmutableMatrix([[a, b, c], [0, c, 1], [1, 0, b]])
DIAGONAL = sp.Product(X[k - 1, k - 1], (k, 1, n))


def of_two(w: Any) -> Any:
    return E(w, 1, 1) * E(w, 2, 2) - E(w, 1, 2) * E(w, 2, 1)


FOLLOWS: dict[str, tuple[str, Any, Any]] = {
    "of a multiple": ("determinant", det(a * X), a**n * det(X)),
    "of a multiple of a product": ("determinant", det(2 * A * B), 2**n * det(A * B)),
    "of 2 x 2": ("determinant", det(W + U), of_two(W + U)),
    "of zeros below": ("determinant", det(THREE), a * b * c),
    "of zeros above": ("determinant", det(THREE.T), a * b * c),
    "a row and its cofactors": ("cofactors", over(E(X, i, k) * E(C, i, k), k), det(X)),
    "a row and those of another": (
        "cofactors",
        over(E(X, i, k) * E(C, j, k), k),
        D(i, j) * det(X),
    ),
    "a column and those of another": (
        "cofactors",
        over(E(X, k, i) * E(C, k, j), k),
        D(i, j) * det(X),
    ),
    "by an entry": (
        "derive",
        P(det(X), E(X, i, j)),
        over(E(C, k, h) * P(E(X, k, h), E(X, i, j)), k, h),
    ),
}
NOT: dict[str, tuple[str, Any, Any]] = {
    "of a multiple, once": ("determinant", det(a * X), a * det(X)),
    "of a multiple, another size": ("determinant", det(a * A * B), a**m * det(A * B)),
    "of 2 x 2, added": (
        "determinant",
        det(W),
        E(W, 1, 1) * E(W, 2, 2) + E(W, 1, 2) * E(W, 2, 1),
    ),
    "of any size, as of 2 x 2": ("determinant", det(X), of_two(X)),
    "of a number below": ("determinant", det(KNOCKED), a * b * c),
    "of a triangle that is not given": ("determinant", det(X), DIAGONAL),
    "a row and the cofactors of columns": (
        "cofactors",
        over(E(X, i, k) * E(C, k, j), k),
        D(i, j) * det(X),
    ),
    "cofactors of another matrix": (
        "cofactors",
        over(E(S, i, k) * E(C, j, k), k),
        D(i, j) * det(X),
    ),
    "a row and those of any other": (
        "cofactors",
        over(E(X, i, k) * E(C, j, k), k),
        det(X),
    ),
    "a cofactor at once": ("cofactors", E(C, i, j), det(X) * E(inv(X), j, i)),
    "by an entry, transposed": (
        "derive",
        P(det(X), E(X, i, j)),
        over(E(C, h, k) * P(E(X, k, h), E(X, i, j)), k, h),
    ),
    "by an entry, at once": (
        "derive",
        P(det(X), E(X, i, j)),
        det(X) * E(inv(X), j, i),
    ),
}


@pytest.mark.parametrize("kind", FOLLOWS)
def test_a_determinant_is_taken_apart(kind: str) -> None:
    step(*FOLLOWS[kind])


@pytest.mark.parametrize("kind", NOT)
def test_a_determinant_is_not_taken_apart_otherwise(kind: str) -> None:
    rule, old, new = NOT[kind]
    with pytest.raises(Refused):
        step(rule, old, new, line=old + E(inv(X), 1, 1))


def moved(f: Any) -> Any:
    return pr.Differential(f, {X: T})


def claim(lhs: Any, rhs: Any, *given: Any) -> Claim:
    return Claim("tried", lhs, rhs, given=given)


ABOVE, BELOW = pr.UpperTriangular(X), pr.LowerTriangular(X)
TRUE: dict[str, Claim] = {
    "Jacobi's formula": claim(moved(det(X)), det(X) * tr(inv(X) * T)),
    "the gradient": claim(pr.Grad(det(X), X), det(X) * sp.Transpose(inv(X))),
    "the gradient of the logarithm": claim(
        pr.Grad(log(det(X)), X), sp.Transpose(inv(X)), pr.gt(det(X), 0)
    ),
    "the second differential": claim(
        moved(moved(det(X))),
        det(X) * (tr(inv(X) * T) ** 2 - tr(inv(X) * T * inv(X) * T)),
    ),
    "of a product with itself": claim(
        moved(det(X.T * X)), 2 * det(X.T * X) * tr(inv(X) * T)
    ),
    "the adjugate, from the right": claim(X * C.T, det(X) * sp.Identity(n)),
    "the adjugate, from the left": claim(C.T * X, det(X) * sp.Identity(n)),
    "of the negative": claim(det(-X), (-1) ** n * det(X)),
    "of a multiple of a product": claim(det(a * X * S), a**n * det(X) * det(S)),
    "2 x 2": claim(det(sp.ImmutableMatrix([[a, b], [c, 2]])), 2 * a - b * c),
    "a characteristic polynomial": claim(
        det(a * sp.Identity(2) - W), a**2 - tr(W) * a + det(W)
    ),
    "a sum of 2 x 2": claim(det(W + sp.Identity(2)), det(W) + tr(W) + 1),
    "a triangle": claim(det(X), DIAGONAL, ABOVE),
    "the transpose of one": claim(det(X.T), DIAGONAL, BELOW),
    "a product with one": claim(det(X * S), DIAGONAL * det(S), BELOW),
    "a diagonal": claim(det(X), DIAGONAL, pr.Diagonal(X)),
}
FALSE: dict[str, Claim] = {
    "Jacobi, transposed": claim(moved(det(X)), det(X) * tr(inv(X) * T.T)),
    "Jacobi without the determinant": claim(moved(det(X)), tr(inv(X) * T)),
    "Jacobi, the sign": claim(moved(det(X)), -det(X) * tr(inv(X) * T)),
    "Jacobi of the inverse": claim(moved(det(X)), det(X) * tr(X * T)),
    "the gradient, not transposed": claim(pr.Grad(det(X), X), det(X) * inv(X)),
    "the gradient of the logarithm, twice": claim(
        pr.Grad(log(det(X)), X), 2 * sp.Transpose(inv(X)), pr.gt(det(X), 0)
    ),
    "the second differential, added": claim(
        moved(moved(det(X))),
        det(X) * (tr(inv(X) * T) ** 2 + tr(inv(X) * T * inv(X) * T)),
    ),
    "of a product with itself, once": claim(
        moved(det(X.T * X)), det(X.T * X) * tr(inv(X) * T)
    ),
    "the cofactors, not transposed": claim(X * C, det(X) * sp.Identity(n)),
    "the adjugate of another": claim(S * C.T, det(X) * sp.Identity(n)),
    "the adjugate without the determinant": claim(X * C.T, sp.Identity(n)),
    "of the negative": claim(det(-X), -det(X)),
    "of a multiple": claim(det(a * X), a * det(X)),
    "of a multiple, one too many": claim(det(a * X), a ** (n + 1) * det(X)),
    "2 x 2, the sign": claim(det(sp.ImmutableMatrix([[a, b], [c, 2]])), 2 * a + b * c),
    "a characteristic polynomial, the sign": claim(
        det(a * sp.Identity(2) - W), a**2 + tr(W) * a + det(W)
    ),
    "a sum of 2 x 2": claim(det(W + U), det(W) + det(U)),
    "a triangle that is none": claim(det(X), DIAGONAL),
    "symmetric, as a triangle": claim(det(X), DIAGONAL, pr.Symmetric(X)),
    "a triangle, as a diagonal": claim(X.T, X, ABOVE),
    "a triangle by its trace": claim(det(X), tr(X), ABOVE),
    "another's triangle": claim(det(S), sp.Product(S[k - 1, k - 1], (k, 1, n)), ABOVE),
    "by an entry of a triangle": claim(moved(det(X)), moved(DIAGONAL), ABOVE),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_holds_of_determinants_is_proved(name: str) -> None:
    assert every_size(TRUE[name])
    assert measure(TRUE[name]).judgment is Judgment.HOLDS


@pytest.mark.parametrize("name", FALSE)
def test_what_fails_of_determinants_is_not(name: str) -> None:
    assert not proves(FALSE[name])
    assert measure(FALSE[name]).judgment is Judgment.FAILS


def test_jacobis_formula_is_derived_from_cofactors() -> None:
    told = [line.reason for line in every_size(TRUE["Jacobi's formula"])]
    assert "a determinant by an entry is that entry's cofactor" in told
    assert "a row times cofactors: the determinant for its own, 0 for another's" in told
    assert "the chain rule" not in told


def test_a_slope_of_a_determinant_needs_no_inverse() -> None:
    assert proves(claim(pr.Grad(det(X), X), C))
    assert not proves(claim(pr.Grad(det(X), X), C.T))
