"""What a statement shows: one JSON object that the page, the ledger and print read.

Deterministic: it holds no times and no paths.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy as sp

from . import nodes as nd
from .claim import ORDERED, Claim
from .distributions import (
    Covariance,
    Expectation,
    MatrixCovariance,
    MatrixExpectation,
    RandomSample,
    RandomVariable,
    RandomVector,
    Variance,
)
from .measuring import Measurement
from .printing import displayed, distributed, latex, relation_latex
from .proving import Proof
from .scope import free_indices

MIME = "application/vnd.proofread.claim+json"
VERSION = 1

DERIVATIVES = (
    sp.Derivative,
    nd.Grad,
    nd.Jacobian,
    nd.Differential,
    nd.MatrixDifferential,
)
METHODS: tuple[tuple[tuple[type, ...], str], ...] = (
    ((nd.ArgMax, nd.ArgMin), "golden section"),
    (
        (nd.MatrixArgMax, nd.MatrixArgMin, nd.Maximum, nd.Minimum),
        "quasi-Newton search",
    ),
    ((sp.Limit,), "extrapolation to the limit"),
    (
        (Expectation, MatrixExpectation, Variance, Covariance, MatrixCovariance),
        "quadrature",
    ),
    ((sp.Integral,), "quadrature"),
    ((nd.HessianMatrix,), "differences of complex steps"),
    (DERIVATIVES, "complex step"),
    (
        (nd.Eigenvalue, nd.SingularValue, nd.SpectralNorm, nd.SpectralRadius),
        "LAPACK",
    ),
)


def measured_by(claim: Claim) -> str:
    """How the numeric reader measured the claim, in two words."""
    if claim.oracle:
        return "an independent computation"
    if claim.relation == "~":
        return "slope on log-log axes"
    tree = sp.Tuple(*claim.sides)
    for kinds, name in METHODS:
        if claim.definitions.atoms(tree, *kinds):
            return name
    return "random points" if claim.relation in ORDERED else "evaluation"


def conditions(claim: Claim, inline: Iterable[tuple[Any, Any]]) -> list[dict]:
    """What is set under the equation: for all, where, given, equality."""
    rows = []
    free = sorted(free_indices(sp.Tuple(*claim.sides)), key=str)
    if free:
        names = ", ".join(map(latex, free))
        rows.append(("for all", rf"{names}"))
    rows += [("where", f"{latex(a)} = {latex(b)}") for a, b in inline]
    kinds = (RandomVariable, RandomVector, sp.Indexed)
    randoms = claim.definitions.atoms(sp.Tuple(*claim.sides), *kinds)
    bases = {getattr(r, "base", r) for r in randoms}
    laws = (RandomVariable, RandomVector, RandomSample)
    rows += [
        ("where", distributed(b)) for b in sorted(bases, key=str) if isinstance(b, laws)
    ]
    rows += [("given", latex(g)) for g in claim.given]
    rows += [
        ("equality", f"{latex(a)} = {latex(b)}") for a, b in claim.equality.items()
    ]
    return [{"kind": kind, "latex": text} for kind, text in rows]


def proof_entry(claim: Claim, proof: Proof, note: str | None = None) -> dict:
    """The bundle's account of the proof."""
    sizes = {} if proof.for_all else {str(s): n for s, n in claim.proof_sizes().items()}
    return {"sizes": sizes, "method": proof.method, "note": note}


def measurement_entry(claim: Claim, found: Measurement) -> dict:
    """The bundle's account of the measurement."""
    return {
        "sizes": {str(s): n for s, n in claim.measured_sizes().items()},
        "points": claim.points,
        "residual": float(f"{found.residual:.1e}"),
        "tolerance": claim.tolerance,
        "method": measured_by(claim),
    }


def skeleton(kind: str, key: str, **parts: Any) -> dict:
    """A bundle with every entry present."""
    empty = {
        "version": VERSION,
        "key": key,
        "kind": kind,
        "numbered": True,
        "title": None,
        "topic": None,
        "latex": "",
        "lines": [],
        "conditions": [],
        "uses": [],
        "verdict": kind,
        "proof": None,
        "measurement": None,
        "measured_only": None,
        "message": "",
        "counterexample": None,
        "fingerprint": "",
    }
    return {**empty, **parts}


def claim_entries(claim: Claim, inline: Iterable[tuple[Any, Any]]) -> dict:
    """What a bundle says of a claim before anything is checked."""
    return {
        "numbered": claim.numbered,
        "title": claim.title,
        "topic": claim.topic,
        "latex": claim_latex(claim),
        "conditions": conditions(claim, inline),
        "uses": list(claim.uses),
        "fingerprint": claim.identity,
    }


def claim_latex(claim: Claim) -> str:
    """The claim as displayed; an order is written as Landau's."""
    if claim.relation == "~":
        return rf"{latex(claim.lhs)} = \mathcal{{O}}\left({latex(claim.rhs)}\right)"
    return displayed(claim.lhs, claim.relation, claim.rhs)


def aligned(lines: list[dict]) -> str:
    """A derivation as one environment, each line with its reason at the right."""
    rows = []
    for line in lines:
        reason = rf" && \text{{{line['reason']}}}" if line["reason"] else ""
        rows.append(f"{line['left'] or ''} &{line['relation']} {line['right']}{reason}")
    return r"\begin{aligned} " + r" \\ ".join(rows) + r" \end{aligned}"


def plain(bundle: dict) -> str:
    """One line of text for a terminal."""
    return f"{bundle['key']}: {bundle['verdict']}"


def jupyter_latex(bundle: dict) -> str:
    """The statement as Jupyter shows it."""
    under = [f"{c['kind']} ${c['latex']}$" for c in bundle["conditions"]]
    words = "; ".join([*under, f"**{bundle['verdict']}**"])
    return f"$$ {bundle['latex']} $$\n\n{words}"


def relation_of(op: str) -> str:
    """The sign of a relation in LaTeX."""
    return relation_latex(op)
