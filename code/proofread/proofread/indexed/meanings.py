"""What the nodes are called that a step takes apart."""

from __future__ import annotations

import sympy as sp

from .. import nodes as nd

MEANT: dict[type, str] = {
    sp.Transpose: "the transpose",
    sp.MatAdd: "a sum of matrices",
    sp.Add: "a sum of matrices",
    sp.MatMul: "the product",
    sp.Mul: "the product",
    sp.MatPow: "a power of a matrix",
    sp.Identity: "the identity matrix",
    sp.ZeroMatrix: "the zero matrix",
    sp.OneMatrix: "a matrix of ones",
    sp.HadamardProduct: "the entrywise product",
    nd.Diag: "a diagonal matrix",
    nd.DiagonalOf: "the diagonal",
    nd.Column: "a column",
    nd.Row: "a row",
    nd.BasisVector: "a basis vector",
    nd.Components: "a vector by its components",
    nd.Elementwise: "a function of every entry",
    nd.Grad: "the gradient",
    nd.Jacobian: "the Jacobian",
    nd.HessianMatrix: "the Hessian",
    nd.MatrixExpectation: "a mean, entry by entry",
    nd.Variance: "the variance",
    nd.Covariance: "the covariance",
    nd.MatrixCovariance: "covariances, entry by entry",
    nd.Differential: "the differential",
    nd.MatrixDifferential: "the differential",
    sp.Sum: "a sum of matrices",
    sp.Trace: "the trace",
    nd.Rank: "the rank, as the trace of a projector",
    nd.Dot: "the inner product",
    nd.SquaredNorm: "the squared norm",
    nd.FrobeniusNorm: "the Frobenius norm",
    nd.Norm: "the norm",
    nd.Divergence: "how far two positive numbers are apart",
    sp.Subs: "the value at a place",
    sp.Derivative: "the derivative",
}
BY_ENTRIES = "a matrix, by its entries"
DETERMINANTS: dict[type, str] = {
    sp.MatMul: "a product",
    sp.Transpose: "a transpose",
    sp.Inverse: "an inverse",
    sp.MatPow: "a power",
    nd.Diag: "a diagonal matrix",
    nd.MatrixExponential: "an exponential",
}
DERIVED: dict[type, str] = {
    sp.Add: "the sum rule",
    sp.Mul: "the product rule",
    sp.Sum: "the sum rule",
    sp.Pow: "the power rule",
    sp.Determinant: "a determinant by an entry is that entry's cofactor",
    nd.Entry: "an entry by an entry",
    sp.Indexed: "an entry by an entry",
}
