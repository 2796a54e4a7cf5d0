"""What a cell says is told as plain values, and shown to who runs it."""

from fractions import Fraction

import numpy as np
import pytest
import sympy as sp
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from proofread import answer, say
from proofread.said import ANSWER, MIME


@pytest.fixture
def shell():
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (np.float64(0.5), 0.5),
        (np.array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
        (sp.Integer(3), 3),
        (sp.Float(0.25), 0.25),
        ({"ridge": (1.5, "wide")}, {"ridge": [1.5, "wide"]}),
        (True, True),
    ],
)
def test_values_are_told_as_json_has_them(shell, value, told):
    with capture_output() as captured:
        say(a=value)
    (output,) = captured.outputs
    assert output.data[MIME] == {"a": told}
    assert output.data["text/plain"] == f"a = {told}"


def test_without_a_notebook_nothing_is_shown(capsys):
    say(a=1)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("value", "error", "told"),
    [
        (Fraction(1, 2), TypeError, "a is a Fraction"),
        (sp.Rational(1, 2), TypeError, "a is a Half"),
        ([1.0, [None]], TypeError, r"a\[1\]\[0\] is a NoneType"),
        (np.nan, ValueError, "a is nan"),
    ],
)
def test_what_cannot_be_printed_is_refused_by_name(value, error, told):
    with pytest.raises(error, match=told):
        say(a=value)


x = sp.Symbol("x", real=True)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3 * x**2, "3 x^{2}"),
        (sp.Matrix([1, x]), sp.latex(sp.Matrix([1, x]))),
        (np.pi, "3.142"),
        (sp.log(2), r"\log 2"),
        ([[1, 2], [3, 4]], None),
    ],
)
def test_an_answer_is_shown_as_the_page_prints_it_and_given_back(shell, value, shown):
    if shown is None:
        with pytest.raises(TypeError, match="no expression, number or matrix"):
            answer("ex-one", value)
        return
    with capture_output() as captured:
        assert answer("ex-one", value) == sp.sympify(value)
    (output,) = captured.outputs
    assert output.data[ANSWER]["exercise"] == "ex-one"
    assert sp.sympify(output.data[ANSWER]["tree"], locals=vars(sp)) == sp.sympify(value)
    if "Matrix" not in str(type(value)):
        assert output.data["text/markdown"] == f"**Answer.** ${shown}$"
