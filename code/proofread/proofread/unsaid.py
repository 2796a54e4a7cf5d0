"""Names that do not say what kind of number they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sympy as sp
from sympy.core.function import AppliedUndef

from .declaration import labels_of
from .spelled import typed
from .taken import nodes_of

if TYPE_CHECKING:
    from .claim import Claim


def refuse_unsaid(claim: Claim) -> None:
    """Raise ValueError at a number, family or function of which no kind is said.

    Of a name that may stand for anything a reader of the page knows nothing, and a
    check would have to choose.
    """
    nodes = nodes_of(claim)
    labels = {label for q in nodes for label in labels_of(q)}
    unsaid = [q for q in nodes - labels if _is_name(q) and not _says(q)]
    if unsaid:
        q = min(unsaid, key=str)
        name = q.base if isinstance(q, sp.Indexed) else q
        raise ValueError(
            f"{typed(name)} does not say what it stands for: give it {_how(q)}"
        )


def _is_name(q: Any) -> bool:
    named = isinstance(q, (sp.Symbol, sp.Indexed, AppliedUndef))
    return named and not isinstance(q, (sp.Dummy, sp.Idx))


def _says(q: Any) -> bool:
    return any((q.is_complex, q.is_extended_real))


def _how(q: Any) -> str:
    """How to say it."""
    kinds = "real=True, positive=True, integer=True or complex=True"
    return f"{kinds}, as functions(…) does" if isinstance(q, AppliedUndef) else kinds
