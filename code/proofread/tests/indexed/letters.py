"""Letters for proofs in index notation, and how one step is put to the checker."""

from __future__ import annotations

from typing import Any

import sympy as sp

from proofread import nodes as nd
from proofread.claim import Claim
from proofread.indexed.checker import check
from proofread.indexed.proof import Proof, Step

n, m, r = sp.symbols("n m r", integer=True, positive=True)
k, h, p, q = sp.symbols("k h p q", integer=True)
i, j = nd.indices("i j", n)
s, t = nd.indices("s t", m)
INDICES: dict[Any, Any] = {k: n, h: n, p: m, q: m}

A, B = sp.MatrixSymbol("A", n, m), sp.MatrixSymbol("B", m, n)
S, T, X = (sp.MatrixSymbol(name, n, n) for name in "STX")
x, y, w = (sp.MatrixSymbol(name, n, 1) for name in "xyw")
v = sp.MatrixSymbol("v", m, 1)
a, b, c = sp.symbols("a b c", real=True)
z = sp.IndexedBase("z", shape=(n,))
E, D, P = nd.Entry, sp.KroneckerDelta, nd.Partial


def over(f: Any, *indices: Any) -> Any:
    """The Sum over these indices, each over its range."""
    return sp.Sum(f, *((index, 1, INDICES[index]) for index in indices))


def step(
    rule: str,
    old: Any,
    new: Any,
    backward: bool = False,
    line: Any = None,
    **claim: Any,
) -> None:
    """Check a claim whose two sides are a line, old alone, by this step on either."""
    line = old if line is None else line
    used = sp.Tuple(line, old, new).atoms(sp.Symbol)
    known = {index: size for index, size in INDICES.items() if index in used}
    steps = (Step(rule, old, new, backward),)
    domain = dict.fromkeys((a, b, c), (0.5, 2.0)) | claim.pop("domain", {})
    check(
        Claim("one-step", line, line, domain=domain, **claim),
        Proof(known, (), steps, steps),
    )
