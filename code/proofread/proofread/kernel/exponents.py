"""Whole exponents as naturals: sums of sizes and places, less others."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .rules import Unreached
from .writer import Writer

REASON = "a power that is no whole number"


def natural(write: Writer, e: Any) -> str:
    """A whole number that is nowhere negative; raises Unreached of any other."""
    least = _least(write, sp.expand(e))
    if not _is_natural(least):
        _assume_positive(write, least)
    return _sum(write, *_linear(sp.expand(e)))


def _assume_positive(write: Writer, least: Any) -> None:
    """Assume that sizes are not 0, where that tells that a term is not negative."""
    sizes = [n for n in sorted(least.free_symbols, key=str) if n.is_positive]
    if not _is_natural(sp.expand(least.subs({n: n + 1 for n in sizes}))):
        raise Unreached("a power that may be negative")
    for n in sizes:
        write.assume(f"(0 < {write.size(n)})%N", "positive")


def _sum(write: Writer, weights: dict[Any, Any], constant: Any) -> str:
    """A sum with whole coefficients, what they have in common in front."""
    for k, w in weights.items():
        constant += w * _letter(write, k)[1]
    common = sp.gcd_list([*weights.values(), constant])
    if common == 1 or len(weights) + (constant != 0) == 1:
        return _added(write, weights, constant)
    parts = {k: w / common for k, w in weights.items()}
    return f"({common} * {_added(write, parts, constant / common)})"


def _added(write: Writer, weights: dict[Any, Any], constant: Any) -> str:
    texts: dict[int, list[str]] = {1: [], -1: []}
    for k, w in weights.items():
        name, _ = _letter(write, k)
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


def _least(write: Writer, e: Any) -> Any:
    """What a linear term is at least, within the ranges of its places."""
    for k in sorted(e.free_symbols, key=str):
        if k in write.ends or isinstance(k, sp.Idx):
            high = write.ends.get(k, getattr(k, "upper", None))
            low = write.starts.get(k, 1)
            e = sp.expand(e.subs(k, high if e.coeff(k) < 0 else low))
    return e


def _is_natural(e: Any) -> bool:
    """Whether a linear term of sizes is nowhere negative."""
    constant = e.subs(dict.fromkeys(e.free_symbols, 0))
    return constant >= 0 and all(e.coeff(n) >= 0 for n in e.free_symbols)
