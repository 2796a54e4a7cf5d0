"""Whole exponents as naturals: sums of sizes and places, less others."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .rules import Unreached
from .writer import Writer

REASON = "a power that is no whole number"


def natural(write: Writer, e: Any) -> str:
    """A whole number that is nowhere negative; raises Unreached of any other."""
    weights, constant = _linear(sp.expand(e))
    if not _is_natural(write, sp.expand(e)):
        raise Unreached("a power that may be negative")
    texts: dict[int, list[str]] = {1: [], -1: []}
    for k, w in weights.items():
        name, start = _letter(write, k)
        constant += w * start
        texts[1 if w > 0 else -1].append(name if abs(w) == 1 else f"{abs(w)} * {name}")
    if constant != 0:
        texts[1 if constant > 0 else -1].append(str(abs(constant)))
    more, less = (" + ".join(texts[sign]) for sign in (1, -1))
    if not less:
        return more if len(texts[1]) == 1 and "*" not in more else f"({more})"
    return f"({more} - {_bracket(less)})"


def _linear(e: Any) -> tuple[dict[Any, Any], Any]:
    """The whole coefficients of a term's letters, and its constant."""
    letters = sorted(e.free_symbols, key=str)
    try:
        poly = sp.Poly(e, *letters) if letters else None
    except sp.PolynomialError as error:
        raise Unreached(REASON) from error
    if poly is None or poly.total_degree() != 1:
        raise Unreached(REASON)
    weights = {k: poly.coeff_monomial(k) for k in letters}
    constant = poly.coeff_monomial(1)
    if not all(w.is_Integer for w in (*weights.values(), constant)):
        raise Unreached(REASON)
    return weights, constant


def _bracket(told: str) -> str:
    return f"({told})" if "+" in told or "*" in told else told


def _letter(write: Writer, k: Any) -> tuple[str, int]:
    """A size, or a place with the number that its first value stands for."""
    if k in write.bound:
        return write.bound[k], write.starts.get(k, 1)
    if isinstance(k, sp.Idx):
        return write.index(k), 1
    if not (k.is_integer and k.is_nonnegative):
        raise Unreached(REASON)
    return write.size(k), 0


def _is_natural(write: Writer, e: Any) -> bool:
    """Whether a linear term is nowhere negative within the ranges of its places."""
    for k in sorted(e.free_symbols, key=str):
        if k in write.ends or isinstance(k, sp.Idx):
            high = write.ends.get(k, getattr(k, "upper", None))
            low = write.starts.get(k, 1)
            e = sp.expand(e.subs(k, high if e.coeff(k) < 0 else low))
    for n in sorted(e.free_symbols, key=str):
        if n.is_positive:
            e = sp.expand(e.subs(n, n + 1))
    constant = e.subs(dict.fromkeys(e.free_symbols, 0))
    return constant >= 0 and all(e.coeff(n) >= 0 for n in e.free_symbols)
