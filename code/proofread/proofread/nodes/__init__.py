"""Inert mathematics: what SymPy lacks, or differentiates silently wrong, as trees.

A node only says what it means and never evaluates itself.  Each module holds a family:
its classes, and beside each what it is to the readers, the printer and the mutants.
`of_sympy` says the same of SymPy's own nodes.
"""

from . import of_sympy
from .arrays import Diag, DiagonalOf, Vec
from .cofactors import Cofactors
from .columns import Column, Row
from .conditional_means import ConditionalExpectation
from .covariances import Covariance, MatrixCovariance
from .derivatives import Grad, Jacobian
from .differentials import Differential, MatrixDifferential
from .divergences import Divergence
from .elementwise import Elementwise
from .entries import Entry, Partial
from .exponentials import MatrixExponential
from .extrema import Extremum, Maximum, Minimum
from .generic import (
    AppliedScalarFunction,
    AppliedVectorFunction,
    ScalarFunction,
    VectorFunction,
    name_of,
)
from .hessians import HessianMatrix
from .hypotheses import Property, Relation, equal, ge, gt, le, lt
from .indexed import BasisVector, Components
from .indicators import Indicator
from .information import Entropy, KullbackLeibler
from .matrix_norms import FrobeniusNorm, SpectralNorm
from .matrix_properties import (
    Diagonal,
    PositiveDefinite,
    PositiveSemidefinite,
    Symmetric,
)
from .means import Expectation, MatrixExpectation, Variance
from .names import functions, indices
from .norms import Dot, Norm, SquaredNorm
from .optima import (
    ArgMax,
    ArgMin,
    Extremizer,
    MatrixArgMax,
    MatrixArgMin,
    MatrixExtremizer,
)
from .order_statistics import OrderStatistic
from .orthonormal import Orthogonal
from .pseudoinverses import PseudoInverse, Rank
from .quantiles import Quantile
from .random_names import RandomSample, RandomVariable, RandomVector
from .slopes import Slope
from .spectra import ConditionNumber, Eigenvalue, SingularValue, SpectralRadius
from .triangular import LowerTriangular, UpperTriangular
from .vector_laws import Multinomial, MultivariateNormal
from .vector_properties import Simplex, Unit

__all__ = [
    "AppliedScalarFunction",
    "AppliedVectorFunction",
    "ArgMax",
    "ArgMin",
    "BasisVector",
    "Cofactors",
    "Column",
    "Components",
    "ConditionNumber",
    "ConditionalExpectation",
    "Covariance",
    "Diag",
    "Diagonal",
    "DiagonalOf",
    "Differential",
    "Divergence",
    "Dot",
    "Eigenvalue",
    "Elementwise",
    "Entropy",
    "Entry",
    "Expectation",
    "Extremizer",
    "Extremum",
    "FrobeniusNorm",
    "Grad",
    "HessianMatrix",
    "Indicator",
    "Jacobian",
    "KullbackLeibler",
    "LowerTriangular",
    "MatrixArgMax",
    "MatrixArgMin",
    "MatrixCovariance",
    "MatrixDifferential",
    "MatrixExpectation",
    "MatrixExponential",
    "MatrixExtremizer",
    "Maximum",
    "Minimum",
    "Multinomial",
    "MultivariateNormal",
    "Norm",
    "OrderStatistic",
    "Orthogonal",
    "Partial",
    "PositiveDefinite",
    "PositiveSemidefinite",
    "Property",
    "PseudoInverse",
    "Quantile",
    "RandomSample",
    "RandomVariable",
    "RandomVector",
    "Rank",
    "Relation",
    "Row",
    "ScalarFunction",
    "Simplex",
    "SingularValue",
    "Slope",
    "SpectralNorm",
    "SpectralRadius",
    "SquaredNorm",
    "Symmetric",
    "Unit",
    "UpperTriangular",
    "Variance",
    "Vec",
    "VectorFunction",
    "equal",
    "functions",
    "ge",
    "gt",
    "indices",
    "le",
    "lt",
    "name_of",
    "of_sympy",
]
