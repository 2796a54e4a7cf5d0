"""Numbers made of vectors and matrices: products, norms, spectra."""

from __future__ import annotations

from .base import ScalarNode


class Dot(ScalarNode):
    """Inner product xᵀy of two columns, or <X, Y> = tr XᵀY of two matrices."""


class Norm(ScalarNode):
    """Vector norm: Norm(x) is Euclidean, Norm(x, p) the p-norm for p = 1, 2, oo."""

    is_extended_nonnegative = True


class SquaredNorm(ScalarNode):
    """Sum of the squared entries of a vector or matrix."""

    is_extended_nonnegative = True


class FrobeniusNorm(ScalarNode):
    """Square root of the sum of the squared entries."""

    is_extended_nonnegative = True


class SpectralNorm(ScalarNode):
    """Largest singular value."""

    is_extended_nonnegative = True


class SpectralRadius(ScalarNode):
    """Largest modulus of an eigenvalue of a square matrix."""

    is_extended_nonnegative = True


class Eigenvalue(ScalarNode):
    """Eigenvalue(A, k): the k-th largest eigenvalue of a symmetric matrix, k from 1."""


class SingularValue(ScalarNode):
    """SingularValue(A, k): the k-th largest singular value, k from 1."""

    is_extended_nonnegative = True


class ConditionNumber(ScalarNode):
    """Largest over smallest singular value."""

    is_extended_nonnegative = True
