"""Laws of the eigenvalue iterations, held to LAPACK's answers."""

from itertools import islice

import numpy as np
import pytest
from numpy.linalg import eigvals, eigvalsh, norm
from numpy.testing import assert_allclose

from mlmath.eigen import (
    gershgorin_disks,
    inverse_iteration,
    power_iteration,
    qr_iteration,
    rayleigh_quotient_iteration,
)


def spectrum_to_matrix(rng, eigenvalues):
    Q, _ = np.linalg.qr(rng.normal(size=(len(eigenvalues),) * 2))
    return Q @ np.diag(eigenvalues) @ Q.T


def after(steps, iterates):
    return next(islice(iterates, steps, None))


@pytest.fixture
def A(rng):
    return spectrum_to_matrix(rng, [5.0, -3.0, 2.0, 1.0])


def test_power_iteration_finds_the_dominant_eigenpair(A, rng):
    eigenvalue, v = after(80, power_iteration(A, rng.normal(size=4)))
    assert_allclose(eigenvalue, 5, rtol=1e-12)
    assert_allclose(A @ v, eigenvalue * v, atol=1e-10)


def test_power_iteration_gains_the_ratio_of_the_two_largest(A, rng):
    residuals = [
        norm(A @ v - w * v)
        for w, v in islice(power_iteration(A, rng.normal(size=4)), 30)
    ]
    assert_allclose(residuals[-1] / residuals[-2], 3 / 5, rtol=1e-2)


@pytest.mark.parametrize(("shift", "nearest"), [(1.9, 2), (-2.5, -3), (0.8, 1)])
def test_inverse_iteration_finds_the_nearest_eigenvalue(A, rng, shift, nearest):
    eigenvalue, _ = after(60, inverse_iteration(A, rng.normal(size=4), shift))
    assert_allclose(eigenvalue, nearest, rtol=1e-10)


def test_rayleigh_quotient_iteration_triples_its_digits(A, rng):
    errors = [
        np.min(np.abs(w - eigvalsh(A)))
        for w, _ in islice(rayleigh_quotient_iteration(A, rng.normal(size=4)), 8)
    ]
    assert errors[-1] < 1e-13


def test_rayleigh_quotient_iteration_ends_at_an_exact_eigenpair():
    found = list(
        islice(rayleigh_quotient_iteration(np.diag([2.0, 1.0]), np.array([1.0, 0])), 9)
    )
    assert_allclose(found[-1][0], 2)


def test_qr_iteration_keeps_the_spectrum_and_tends_to_triangular(rng):
    basis = rng.normal(size=(4, 4)) + 3 * np.eye(4)
    A = basis @ np.diag([8.0, 4.0, 2.0, 1.0]) @ np.linalg.inv(basis)
    T, Q = after(120, qr_iteration(A))
    assert_allclose(Q @ T @ Q.T, A, atol=1e-9)
    assert_allclose(np.tril(T, -1), 0, atol=1e-8)
    assert_allclose(np.sort(np.diag(T)), [1, 2, 4, 8], rtol=1e-7)


def test_every_eigenvalue_lies_in_a_gershgorin_disk(rng):
    A = rng.normal(size=(6, 6))
    centers, radii = gershgorin_disks(A)
    distance = np.abs(eigvals(A)[:, None] - centers)
    assert np.all(np.any(distance <= radii + 1e-12, axis=1))
