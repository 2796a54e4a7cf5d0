"""Laws of both readers over the corpus of typical claims."""

import json
import os
import subprocess
import sys

import pytest
import sympy as sp
from corpus import CLAIMS

from proofread.judgments import Judgment
from proofread.measuring import holds, measure
from proofread.proving import prove

SLOW_PROOFS = {"momentum-rate", "ridge", "beta-mean"}
CALCULUS = ("diff", "integrate", "limit", "simplify", "summation", "series", "solve")


@pytest.mark.parametrize("key", CLAIMS)
def test_a_true_claim_is_measured(key):
    assert holds(CLAIMS[key])


@pytest.mark.parametrize("key", sorted(set(CLAIMS) - SLOW_PROOFS))
def test_a_true_claim_is_never_refuted_and_undecided_only_where_it_says_so(key):
    proof = prove(CLAIMS[key])
    unproved = Judgment.UNDECIDED if CLAIMS[key].measured_only else Judgment.HOLDS
    assert proof.judgment in (Judgment.HOLDS, unproved), proof.method


def test_measuring_calls_no_calculus_of_sympy(monkeypatch):
    def forbidden(*_, **__):
        raise AssertionError("the numeric reader called SymPy's calculus")

    for name in CALCULUS:
        monkeypatch.setattr(sp, name, forbidden)
    for owner in (sp.Derivative, sp.Integral, sp.Limit, sp.Sum, sp.Product):
        monkeypatch.setattr(owner, "doit", forbidden)
    monkeypatch.setattr(sp.Function, "fdiff", forbidden)
    assert all(map(holds, CLAIMS.values()))


def test_measuring_twice_gives_the_same_residual():
    for key in ("softmax-jacobian", "ridge", "normal-second-moment"):
        first, second = measure(CLAIMS[key]), measure(CLAIMS[key])
        assert first.residual == second.residual


SCRIPT = """
import json
from sympy import Derivative, MatMul, MatrixSymbol, Transpose, symbols
from proofread import claim, functions, refute
from proofread.bundle import as_json
n = symbols("n", integer=True, positive=True)
t = symbols("t", real=True)
f, g = functions("f g")
A, x = MatrixSymbol("A", n, n), MatrixSymbol("x", n, 1)
rule = Derivative(f(t), t) * g(t) + f(t) * Derivative(g(t), t)
made = [claim("product", Derivative(f(t) * g(t), t), rule),
        claim("transpose", Transpose(MatMul(A, x)), MatMul(x.T, A.T)),
        refute("false", Derivative(f(t) * g(t), t), f(t) * g(t))]
print(json.dumps([as_json(s.bundle) for s in made]))
"""


def test_bundles_are_the_same_bytes_in_every_process():
    outputs = {_bundles(seed) for seed in ("0", "1", "2")}
    assert len(outputs) == 1
    assert [b["verdict"] for b in json.loads(outputs.pop())] == [
        "proved",
        "proved",
        "refuted",
    ]


def _bundles(seed):
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", SCRIPT]
    return subprocess.check_output(command, env=environment)
