"""Limits of explicit expressions."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..work import LIMIT, spend_on
from .jets import Jet
from .reader import Undecided


def limit(value: Any, variable: Any, target: Any, side: str) -> Any:
    """The limit of an explicit expression: by l'Hôpital for jets, else SymPy's own."""
    spend_on(value, LIMIT)
    if not value.has(Jet):
        return sp.limit(value, variable, target, side)
    top, bottom = sp.together(value).as_numer_denom()
    for _ in range(6):
        at = {variable: target}
        t, b = (sp.expand(q.xreplace(at)) for q in (top, bottom))
        if b != 0:
            return t / b
        if sp.simplify(t) != 0:
            raise Undecided("the limit is infinite")
        top, bottom = sp.diff(top, variable), sp.diff(bottom, variable)
    raise Undecided("no limit after six derivatives")
