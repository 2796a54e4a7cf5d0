"""Laws of the singular value decomposition, held to LAPACK and to scikit-learn."""

from itertools import islice

import numpy as np
import pytest
from numpy.linalg import matrix_rank, norm, svd
from numpy.testing import assert_allclose
from scipy.linalg import svdvals
from sklearn.utils.extmath import randomized_svd as reference

from mlmath.svd import (
    alternating_least_squares,
    low_rank,
    randomized_svd,
    svd_by_eigenvalues,
    truncated_svd,
)


def with_singular_values(rng, s, shape):
    U, _ = np.linalg.qr(rng.normal(size=(shape[0], len(s))))
    V, _ = np.linalg.qr(rng.normal(size=(shape[1], len(s))))
    return U @ np.diag(s) @ V.T


def test_the_eigenvalue_route_rebuilds_the_matrix(rng):
    A = rng.normal(size=(7, 4))
    U, s, Vt = svd_by_eigenvalues(A)
    assert_allclose((U * s) @ Vt, A, atol=1e-12)
    assert_allclose(U.T @ U, np.eye(4), atol=1e-11)


@pytest.mark.parametrize("condition", [1e2, 1e4, 1e6])
def test_the_eigenvalue_route_loses_twice_the_digits(rng, condition):
    A = with_singular_values(rng, [1, 1 / condition], (6, 2))
    _, s, _ = svd_by_eigenvalues(A)
    eps = np.finfo(float).eps
    assert abs(s[1] * condition - 1) < 20 * eps * condition**2
    assert abs(svdvals(A)[1] * condition - 1) < 20 * eps * condition


def test_a_matrix_with_a_zero_column_is_refused(rng):
    A = rng.normal(size=(5, 3)) * [1, 1, 0]
    with pytest.raises(ValueError, match="rank deficient"):
        svd_by_eigenvalues(A)


def test_low_rank_error_is_the_discarded_energy(rng):
    A, k = rng.normal(size=(6, 4)), 2
    assert_allclose(
        norm(A - low_rank(A, k)) ** 2, norm(np.asarray(svdvals(A))[k:]) ** 2
    )
    assert_allclose(norm(A - low_rank(A, k), 2), svdvals(A)[k])
    assert matrix_rank(low_rank(A, k)) == k


def test_truncated_factors_are_orthonormal(rng):
    U, s, Vt = truncated_svd(rng.normal(size=(5, 8)), 3)
    assert_allclose(U.T @ U, np.eye(3), atol=1e-14)
    assert_allclose(Vt @ Vt.T, np.eye(3), atol=1e-14)
    assert np.all(np.diff(s) <= 0)


def test_randomized_values_are_those_of_lapack_and_scikit_learn(rng):
    A = with_singular_values(rng, 0.5 ** np.arange(20), (60, 40))
    _, s, _ = randomized_svd(A, 5, rng)
    assert_allclose(s, svd(A)[1][:5], rtol=1e-9)
    assert_allclose(s, reference(A, 5, random_state=0)[1], rtol=1e-6)


def test_alternating_least_squares_never_rises_and_reaches_the_best_rank(rng):
    A = with_singular_values(rng, [4, 2, 0.5, 0.1], (9, 7))
    errors = [
        norm(A - L @ R) for L, R in islice(alternating_least_squares(A, 2, rng), 60)
    ]
    assert np.all(np.diff(errors) < 1e-10)
    assert_allclose(errors[-1], norm(A - low_rank(A, 2)), rtol=1e-8)


def test_a_low_rank_matrix_is_completed_from_some_of_its_entries(rng):
    A = rng.normal(size=(30, 2)) @ rng.normal(size=(2, 20))
    seen = rng.random(A.shape) < 0.6
    *_, (L, R) = islice(alternating_least_squares(A, 2, rng, seen), 300)
    assert_allclose(L @ R, A, atol=1e-5)
