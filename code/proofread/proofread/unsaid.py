"""Names that do not say what kind of number they stand for, or say complex."""

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
    """Raise ValueError at a number, family or function that is not said to be real.

    Of a name that may stand for anything a reader of the page knows nothing, and a
    check would have to choose.  Every check reads every name as real: what is said to
    be complex would be shown of real numbers alone.
    """
    nodes = nodes_of(claim)
    labels = {label for q in nodes for label in labels_of(q)}
    unsaid = [q for q in nodes - labels if _is_name(q) and not _says(q)]
    if unsaid:
        q = min(unsaid, key=str)
        name = q.base if isinstance(q, sp.Indexed) else q
        raise ValueError(f"{typed(name)} {_complex() if q.is_complex else _how(q)}")


def _is_name(q: Any) -> bool:
    named = isinstance(q, (sp.Symbol, sp.Indexed, AppliedUndef))
    return named and not isinstance(q, (sp.Dummy, sp.Idx))


def _says(q: Any) -> bool:
    return bool(q.is_extended_real)


def _complex() -> str:
    how = "write a + I*b, with a and b real"
    return (
        f"stands for a complex number, and every name is checked as a real one: {how}"
    )


def _how(q: Any) -> str:
    """How to say it."""
    kinds = "real=True, positive=True or integer=True"
    kinds += ", as functions(…) does" if isinstance(q, AppliedUndef) else ""
    return f"does not say what it stands for: give it {kinds}"
