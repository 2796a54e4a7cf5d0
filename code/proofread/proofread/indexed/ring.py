"""Equality of rational functions of letters."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable
from typing import Any

import sympy as sp

from .signs import is_positive

PRIME = 2**61 - 1


def letters(e: Any, known: dict[Any, Any]) -> Any:
    """The term with a symbol for whatever is no sum, product or whole power."""
    if e.is_Number:
        return e
    if isinstance(e, (sp.Add, sp.Mul)):
        return e.func(*[letters(a, known) for a in e.args])
    if isinstance(e, (sp.Pow, sp.exp)):
        return _power(e, known)
    return known.setdefault(e, sp.Dummy())


def _power(e: Any, known: dict[Any, Any]) -> Any:
    base, exponent = e.as_base_exp()
    if exponent.is_Integer:
        return letters(base, known) ** exponent
    if not (exponent.is_number or is_positive(base)):
        return known.setdefault(e, sp.Dummy())
    terms = sp.Add.make_args(sp.expand(exponent))
    return sp.Mul(*[_power_of_term(base, t, known) for t in terms])


def _power_of_term(base: Any, term: Any, known: dict[Any, Any]) -> Any:
    times, rest = term.as_coeff_Mul()
    if rest == 1:  # a number: its whole part, and a fraction of one letter
        whole = sp.floor(times)
        part = times - whole
        root = known.setdefault(sp.Pow(base, sp.Rational(1, part.q)), sp.Dummy())
        return letters(base, known) ** whole * root**part.p
    if times.is_Rational and times.q == 1:
        return known.setdefault(base**rest, sp.Dummy()) ** times
    return known.setdefault(base**term, sp.Dummy())


def multiplied_out(e: Any) -> Any:
    """The term with every product of sums multiplied out, whole powers too."""
    known: dict[Any, Any] = {}
    made = sp.expand(letters(e, known))
    return made.xreplace({v: k for k, v in known.items()})


def fraction(e: Any) -> Any:
    """The term as one fraction in lowest terms, what is below it factored."""
    known: dict[Any, Any] = {}
    over, under = sp.fraction(sp.cancel(sp.together(letters(e, known))))
    made = sp.expand(over) / sp.factor(under)
    return made.xreplace({v: k for k, v in known.items()})


def factored(e: Any) -> Any:
    """The term as a product of what does not factor further."""
    known: dict[Any, Any] = {}
    made = sp.factor(letters(e, known))
    return made.xreplace({v: k for k, v in known.items()})


def is_zero(e: Any) -> bool:
    """Whether a term is the rational function 0 of its letters."""
    whole = (q for q in e.atoms(sp.Pow) if q.exp.is_Add and q.exp.is_integer)
    e = e.xreplace({q: sp.Mul(*(q.base**a for a in q.exp.args)) for q in whole})
    known: dict[Any, Any] = {}
    e = letters(e, known)
    if _is_not_zero(e, known.values()):
        return False
    over, _ = sp.together(e).as_numer_denom()
    return bool(sp.expand(over) == 0)


def _is_not_zero(e: Any, names: Iterable[Any]) -> bool:
    """Whether whole numbers for the letters, modulo a prime, give what is not zero.

    That is quick and sure: what has such a value is not 0, whatever it is worth
    multiplied out.
    """
    draw = random.Random(0)
    try:
        return _modulo(e, {name: draw.randrange(PRIME) for name in names}) != 0
    except ValueError:  # 0 below a fraction, for these numbers; or a decimal
        return False


def _modulo(e: Any, at: dict[Any, int]) -> int:
    if e.is_Symbol:
        return at[e]
    if isinstance(e, sp.Rational):
        return e.p * pow(e.q, -1, PRIME) % PRIME
    if isinstance(e, sp.Pow):
        return pow(_modulo(e.base, at), int(e.exp), PRIME)
    if isinstance(e, (sp.Add, sp.Mul)):
        parts = [_modulo(a, at) for a in e.args]
        return (sum(parts) if e.is_Add else math.prod(parts)) % PRIME
    raise ValueError(f"{e} is no whole number or fraction")
