"""Named distributions and the random symbols that follow them.

A distribution gives its density and its support; nothing else about it is taken for
granted, so that a mean or a variance is always a claim and never an input.
"""

from __future__ import annotations

from typing import Any

import sympy as sp

from .nodes import MatrixNode, ScalarNode, is_matrix


class Distribution(sp.Basic):
    """A distribution on the line: `density(t)`, `support` and whether it is discrete."""

    discrete = False
    notation = ""

    def __new__(cls, *parameters: Any):
        return sp.Basic.__new__(cls, *map(sp.sympify, parameters))

    support: Any = (-sp.oo, sp.oo)

    def density(self, t: sp.Expr) -> sp.Expr:
        """Probability density, or probability mass when discrete, at t."""
        raise NotImplementedError


class Normal(Distribution):
    """Normal(mean, variance)."""

    notation = r"\mathcal{N}"

    def density(self, t):
        mean, variance = self.args
        return sp.exp(-((t - mean) ** 2) / (2 * variance)) / sp.sqrt(
            2 * sp.pi * variance
        )


class Laplace(Distribution):
    """Laplace(location, scale)."""

    notation = r"\operatorname{Laplace}"

    def density(self, t):
        location, scale = self.args
        return sp.exp(-sp.Abs(t - location) / scale) / (2 * scale)


class Exponential(Distribution):
    """Exponential(rate)."""

    notation = r"\operatorname{Exp}"
    support = (sp.S.Zero, sp.oo)

    def density(self, t):
        (rate,) = self.args
        return rate * sp.exp(-rate * t)


class Gamma(Distribution):
    """Gamma(shape, rate)."""

    notation = r"\operatorname{Gamma}"
    support = (sp.S.Zero, sp.oo)

    def density(self, t):
        shape, rate = self.args
        return rate**shape * t ** (shape - 1) * sp.exp(-rate * t) / sp.gamma(shape)


class Beta(Distribution):
    """Beta(a, b)."""

    notation = r"\operatorname{Beta}"
    support = (sp.S.Zero, sp.S.One)

    def density(self, t):
        a, b = self.args
        normalizer = sp.gamma(a) * sp.gamma(b) / sp.gamma(a + b)
        return t ** (a - 1) * (1 - t) ** (b - 1) / normalizer


class Uniform(Distribution):
    """Uniform(low, high)."""

    notation = r"\mathcal{U}"

    @property
    def support(self):
        return self.args

    def density(self, t):
        low, high = self.args
        return 1 / (high - low)


class Bernoulli(Distribution):
    """Bernoulli(p): 1 with probability p, else 0."""

    notation = r"\operatorname{Bernoulli}"
    discrete = True
    support = (sp.S.Zero, sp.S.One)

    def density(self, t):
        (p,) = self.args
        return p**t * (1 - p) ** (1 - t)


class Binomial(Distribution):
    """Binomial(n, p)."""

    notation = r"\operatorname{Binomial}"
    discrete = True

    @property
    def support(self):
        return (sp.S.Zero, self.args[0])

    def density(self, t):
        n, p = self.args
        return sp.binomial(n, t) * p**t * (1 - p) ** (n - t)


class Poisson(Distribution):
    """Poisson(rate)."""

    notation = r"\operatorname{Poisson}"
    discrete = True
    support = (sp.S.Zero, sp.oo)

    def density(self, t):
        (rate,) = self.args
        return rate**t * sp.exp(-rate) / sp.factorial(t)


class Finite(Distribution):
    """Finite(values, probabilities): two IndexedBases of one length."""

    discrete = True


class RandomVariable(sp.Symbol):
    """A random number: `x = RandomVariable("x", Normal(mu, variance))`."""

    distribution: Distribution

    def __new__(cls, name: str, distribution: Distribution):
        made = sp.Symbol.__xnew__(cls, name, real=True)
        made.distribution = distribution
        return made

    def _hashable_content(self):
        return (*super()._hashable_content(), self.distribution)

    def __getnewargs_ex__(self):
        return (self.name, self.distribution), {}


class RandomSample(sp.IndexedBase):
    """n independent draws: `x = RandomSample("x", n, Normal(mu, variance))`, then x[k]."""

    def __new__(cls, name: Any, n: Any, distribution: Distribution):
        made = super().__new__(cls, sp.Symbol(str(name), real=True), shape=(n,))
        made.distribution = distribution
        return made

    @property
    def func(self):
        return lambda label, shape: RandomSample(label, shape[0], self.distribution)

    def _hashable_content(self):
        return (*super()._hashable_content(), self.distribution)


class RandomVector(sp.MatrixSymbol):
    """A column of n independent draws from one distribution."""

    def __new__(cls, name: Any, n: Any, distribution: Distribution):
        made = super().__new__(cls, str(name), n, 1)
        made.distribution = distribution
        return made

    @property
    def func(self):
        return lambda name, n, one: RandomVector(name, n, self.distribution)

    def _hashable_content(self):
        return (*super()._hashable_content(), self.distribution)


class Expectation(ScalarNode):
    """Expectation(e): the mean of e over every random symbol in it."""

    def __new__(cls, e: Any):
        if is_matrix(e):
            return MatrixExpectation(e)
        return sp.Basic.__new__(cls, sp.sympify(e))


class MatrixExpectation(MatrixNode):
    """The mean of a random vector or matrix, entry by entry."""

    @property
    def shape(self):
        return self.args[0].shape


class Variance(ScalarNode):
    """Variance(e): the mean squared distance of e from its mean."""

    is_extended_nonnegative = True


class Covariance(ScalarNode):
    """Covariance(a, b): a number for two numbers, a matrix for two random columns."""

    def __new__(cls, a: Any, b: Any):
        if is_matrix(a):
            return MatrixCovariance(a, b)
        return sp.Basic.__new__(cls, sp.sympify(a), sp.sympify(b))


class MatrixCovariance(MatrixNode):
    """MatrixCovariance(a, b): entry (i, j) is the covariance of a_i and b_j."""

    @property
    def shape(self):
        return (self.args[0].rows, self.args[1].rows)
