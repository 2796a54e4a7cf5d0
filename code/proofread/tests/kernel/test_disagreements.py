"""What a proof says and measuring refutes stops the build, wherever it is planted.

What is refuted on purpose and stands among the theorems is stopped by the gate: see the
tests of pages.
"""

import re

import pytest
from sympy import Derivative, MatrixSymbol, Symbol, Trace, Transpose, symbols

from proofread import claim
from proofread.bundle import ProofLine
from proofread.claim import Claim
from proofread.errors import ClaimError
from proofread.judgments import Judgment
from proofread.kernel.chapter import Chapter
from proofread.kernel.collect import told
from proofread.kernel.command import Asked, write
from proofread.nodes import Dot, Grad, SquaredNorm
from proofread.proving import Proof
from proofread.statements import verdicts

n = symbols("n", integer=True, positive=True)
A, B = MatrixSymbol("A", n, n), MatrixSymbol("B", n, n)
x, y = MatrixSymbol("x", n, 1), MatrixSymbol("y", n, 1)
t = Symbol("t", real=True)
LINES = (ProofLine("a", ""), ProofLine("b", "definition of the product"))
FALSE = {
    "order": (A * B, B * A),
    "transpose": (Dot(A * x, y), Dot(x, A * y)),
    "half": (Grad(SquaredNorm(x), x), x),
    "sign": (Derivative(1 / (1 + t**2), t), 2 * t / (1 + t**2) ** 2),
    "trace": (Trace(A * Transpose(A)), Trace(A * A)),
}


@pytest.mark.parametrize("key", FALSE)
def test_steps_to_what_is_false_stop_the_build(key, monkeypatch):
    """As if the index reader and its checker had both erred."""
    holds = Proof(Judgment.HOLDS, "index notation", for_all=True, lines=LINES)
    monkeypatch.setattr(verdicts, "prove", lambda claim: holds)
    monkeypatch.setattr(verdicts, "every_size", lambda claim: LINES)
    with pytest.raises(ClaimError) as refused:
        claim(key, *FALSE[key])
    assert refused.value.reader == "numeric"
    assert refused.value.counterexample is not None


PLANTED = {
    "a transpose is lost": (r"\^T", ""),
    "a side is lost": (r"= \(dot .*\) :> R", "= (dot (A *m x) y) :> R"),
    "a hypothesis too many": (r"\(x : 'cV", "(no : False) (x : 'cV"),
    "another identity": (r"adjoint: \w+", "adjoint: 0123456789abcdef"),
    "no proof": ("Proof. prove. Qed", "Admitted"),
}


@pytest.mark.parametrize("what", PLANTED)
def test_a_theorem_that_is_not_its_claims_fails_the_comparison(what, tmp_path, capsys):
    true = Claim("adjoint", Dot(A * x, y), Dot(x, Transpose(A) * y))
    chapter = Chapter("part/chapter", [told(true)])
    assert write([chapter], Asked(tmp_path)) == 0
    assert write([chapter], Asked(tmp_path, check=True)) == 0
    file = tmp_path / "part" / "chapter.v"
    text = file.read_text("utf-8")
    planted = re.sub(PLANTED[what][0], lambda _: PLANTED[what][1], text)
    assert planted != text
    file.write_text(planted, "utf-8")
    assert write([chapter], Asked(tmp_path, check=True)) == 1
    assert "chapter.v is not what its chapter says" in capsys.readouterr().err
