"""The estimate of a formula's width orders formulas as they are drawn."""

import pytest

from press.typeset.formulas import Typesetter
from press.typeset.width import width


def estimated(tex):
    return width(Typesetter({}).set(tex, True))


def test_a_wider_formula_is_estimated_wider():
    short, long = estimated("x + y"), estimated("x + y + z + w")
    assert short < long
    assert estimated(r"\frac{x + y}{z}") < 1.1 * short


@pytest.mark.parametrize(
    "tex",
    [
        r"\mathbf{X}^\top(\mathbf{y} - \mathbf{X}\boldsymbol{\beta}) = \mathbf{0}",
        r"\log\left(1 + \frac{r^2}{\nu s^2}\right) \le \sum_{i=1}^n x_i^2",
        r"\operatorname{Var}[x] = \mathbb{E}[x^2] - \mathbb{E}[x]^2",
    ],
)
def test_an_estimate_is_within_a_third_of_what_is_drawn(drawn, tex):
    assert estimated(tex) == pytest.approx(drawn(tex).shape[1] / 40, rel=1 / 3)
