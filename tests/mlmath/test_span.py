"""Laws of the basis found by projections, held to SciPy's."""

import numpy as np
import pytest
from numpy.linalg import matrix_rank
from numpy.testing import assert_allclose, assert_array_equal
from scipy.linalg import orth

from mlmath.span import orthonormal_basis


@pytest.fixture
def A(rng):
    """A matrix with 7 rows, 6 columns and rank 3."""
    return rng.normal(size=(7, 3)) @ rng.normal(size=(3, 6))


def test_the_basis_is_orthonormal_and_projects_as_the_reference_does(A):
    Q, _ = orthonormal_basis(A)
    reference = orth(A)
    assert_allclose(Q.T @ Q, np.eye(3), atol=1e-12)
    assert_allclose(Q @ Q.T, reference @ reference.T, atol=1e-10)


def test_the_places_are_of_the_first_columns_that_are_independent(A):
    _, needed = orthonormal_basis(A)
    ranks = [matrix_rank(A[:, : k + 1]) for k in range(6)]
    assert_array_equal(needed, np.flatnonzero(np.diff(ranks, prepend=0)))


def test_columns_that_are_nearly_parallel_give_a_basis_at_right_angles(rng):
    a = rng.normal(size=20)
    A = np.column_stack([a, a + 1e-9 * rng.normal(size=20)])
    Q, needed = orthonormal_basis(A)
    assert needed == [0, 1]
    assert_allclose(Q.T @ Q, np.eye(2), atol=1e-12)


def test_zero_columns_are_never_needed():
    Q, needed = orthonormal_basis(np.zeros((4, 3)))
    assert Q.shape == (4, 0)
    assert needed == []
