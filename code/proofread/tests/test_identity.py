"""One identity of a claim: every field counts, and every process agrees."""

import subprocess
import sys
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
import sympy as sp

from proofread import (
    Declaration,
    MatrixNode,
    Normal,
    RandomVariable,
    ScalarNode,
    declare,
)
from proofread.claim import Claim, Line, identity_of_statement
from proofread.identity import identity_of
from proofread.nodes import Symmetric

x, y = sp.symbols("x y", real=True)
n, m = sp.symbols("n m", integer=True, positive=True)
A = sp.MatrixSymbol("A", n, n)
BASE: dict[str, Any] = {"key": "k", "lhs": x * n, "rhs": x, "relation": "<="}
OTHER: dict[str, Any] = {
    "key": "l",
    "lhs": x + 1,
    "rhs": 2 * x,
    "relation": ">=",
    "where": ((y, x),),
    "uses": ("d",),
    "given": (Symmetric(A),),
    "sizes": {n: 2},
    "domain": {x: (0, 1)},
    "equality": {x: 0},
    "variable": x,
    "toward": sp.oo,
    "tolerance": 1e-7,
    "tolerance_reason": "why",
    "points": 7,
    "work": 7,
    "measured_only": "why",
    "oracle": lambda values, rng: values["x"],
    "prover": lambda claim, read: (True, "", True),
    "numbered": False,
    "title": "T",
    "topic": "t",
    "line": Line(1, "why"),
}
TWICE = """
import sympy as sp
from proofread.claim import Claim
t, u = sp.Dummy("t"), sp.Dummy("t")
x, f = sp.Symbol("x", positive=True), sp.Function("f")
names = {f"v{k}": k for k in range(9)}
claim = Claim("k", f(t) + u * x, sp.Integral(t, (t, 0, u)), oracle=print,
              domain={x: lambda rng, shape: rng.normal(size=shape) in names})
print(claim.identity)
"""


def test_every_field_of_a_claim_has_another_value_to_try():
    assert set(OTHER) == {f.name for f in fields(Claim)}


@pytest.mark.parametrize("name", sorted(OTHER))
def test_every_field_changes_the_identity(name):
    claim = Claim(**BASE)
    assert claim.changed(**{name: OTHER[name]}).identity != claim.identity


UNLIKE: dict[str, tuple[Any, Any]] = {
    "what is assumed of a symbol": (sp.Symbol("x", positive=True), x),
    "where an order is taken": (sp.S.Zero, sp.oo),
    "a number and its text": (sp.Integer(1), "1"),
    "a number to more digits": (sp.Float("0.1", 15), sp.Float("0.1", 30)),
    "two nameless symbols": (sp.Dummy("t") + (t := sp.Dummy("t")), t + t),
    "what is assumed of a function": (
        sp.Function("f")(x),
        sp.Function("f", real=True)(x),
    ),
    "what a random name follows": (
        RandomVariable("z", Normal(0, 1)),
        RandomVariable("z", Normal(0, 2)),
    ),
    "arrays": (np.array([1.0, 2.0]), np.array([1.0, 3.0])),
    "the type of an array": (np.array([1.0]), np.array([1], dtype=int)),
    "explicit matrices": (sp.Matrix([[1, 2]]), sp.Matrix([[1], [2]])),
    "what is called": (
        lambda rng, s: rng.normal(size=s),
        lambda rng, s: rng.uniform(size=s),
    ),
    "order of arguments": (lambda a, b: a, lambda b, a: a),
    "defaults": (lambda a, b=1: a, lambda a, b=2: a),
    "builtin functions": (abs, len),
    "NumPy's functions": (np.sin, np.cos),
    "bound methods": ([1].count, [2].count),
    "generators": (np.random.default_rng(1).normal, np.random.default_rng(2).normal),
    "sets": ({1, 2}, {1, 3}),
    "classes": (sp.Symbol, sp.Dummy),
}


@pytest.mark.parametrize("what", sorted(UNLIKE))
def test_what_is_not_the_same_has_not_the_same_identity(what):
    one, other = UNLIKE[what]
    assert identity_of(one) != identity_of(other)


def scaled(by):
    return lambda value: value * by


def test_what_a_function_closes_over_is_part_of_it():
    assert identity_of(scaled(2)) == identity_of(scaled(2)) != identity_of(scaled(3))


def test_a_chapters_function_is_told_with_the_globals_it_reads():
    def run(limit: int) -> Any:
        space: dict[str, Any] = {"limit": limit, "unread": limit}
        exec("f = lambda v: min(v, limit)", space)
        return space["f"]

    assert identity_of(run(2)) == identity_of(run(2)) != identity_of(run(3))


def test_a_function_that_names_itself_has_an_identity():
    space: dict[str, Any] = {}
    exec("def f(v):\n    return f(v - 1) if v else 0", space)
    assert identity_of(space["f"])


def test_where_a_nameless_symbol_comes_in_the_count_does_not_matter():
    made = [sp.Lambda(s := sp.Dummy("s"), s**2) for _ in range(2)]
    assert identity_of(made[0]) == identity_of(made[1])


def test_a_node_from_outside_is_told_by_what_is_declared_of_it():
    def node(times: int) -> Any:
        scaled = type("Scaled", (ScalarNode,), {"__module__": "outside"})
        declare(scaled, Declaration(numeric=lambda read, e: times * read(e.args[0])))
        return scaled(x)

    assert identity_of(node(2)) == identity_of(node(2)) != identity_of(node(3))


def test_a_node_from_outside_is_told_by_its_shape():
    def node(rows: int) -> Any:
        space: dict[str, Any] = {"Base": MatrixNode, "rows": rows}
        text = "class Tall(Base):\n    @property\n    def shape(self): return (rows, 1)"
        exec(text, space)
        return space["Tall"](x)

    assert identity_of(node(2)) == identity_of(node(2)) != identity_of(node(3))


def printed_by_a_process(seed: str) -> str:
    words = [sys.executable, "-c", TWICE]
    run = subprocess.run(
        words, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
    )
    return run.stdout


def test_two_processes_agree():
    assert printed_by_a_process("1") == printed_by_a_process("2")


def test_a_derivation_is_told_by_its_lines_and_reasons():
    claim = Claim(**BASE, line=Line(1, "expand"))
    second = claim.changed(line=Line(2, "collect"))
    other = claim.changed(line=replace(Line(2, "collect"), reason="cancel"))
    whole = identity_of_statement([claim, second])
    assert len({whole, identity_of_statement([claim, other]), claim.identity}) == 3
