"""How a claim can fail, and how the engine says so."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import sympy as sp

from .bundle import Counterexample
from .chapters.places import Place
from .claim import Claim
from .measuring import Disagreement
from .plain import plain, plainly
from .printing import latex


class ClaimError(Exception):
    """A claim that does not stand, with where it is and what shows it.

    place: where the statement stands; chapter, line: its file and line (in a notebook
    the cell's line).  reader: "symbolic", "numeric", or "engine" where the claim is
    malformed.  counterexample: where the two sides differ, or None.
    """

    def __init__(
        self,
        key: str,
        reader: str,
        what: str,
        *,
        place: Place,
        counterexample: Counterexample | None = None,
    ) -> None:
        self.key, self.reader, self.what = key, reader, what
        self.place, self.chapter, self.line = place, place.file, place.line
        self.counterexample = counterexample
        super().__init__(str(self))

    def __str__(self) -> str:
        reader = f"claim {self.key!r}, {self.reader} reader"
        text = f"{self.place}: {reader}: {plainly(self.what)}"
        return "\n".join([text, *counterexample_lines(self.counterexample)])

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: what is wrong with the claim, and no engine inside."""
        return [f"{type(self).__name__}: {self}"]


def counterexample_lines(found: Counterexample | None) -> list[str]:
    """A counterexample as indented lines of plain text."""
    if not found:
        return []
    rows = [(f"size {name}", str(size)) for name, size in found.sizes.items()]
    rows += [*found.values, ("left side", found.left), ("right side", found.right)]
    rows += [("residual", f"{found.residual:.2g}")]
    told = [f"    {name} = {value}" for name, value in rows]
    if found.did_you_mean:
        return [*told, f"    did you mean {plain(found.did_you_mean)}?"]
    return told


def shown(value: Any) -> str:
    """A number or a small array as a reader wants to see it."""
    if _is_function(value):
        return "a random smooth function"
    a: np.ndarray[Any, Any] = np.asarray(value)
    if np.iscomplexobj(a):
        a = np.real_if_close(a, tol=1e6)
    if a.ndim == 0:
        return f"{a[()]:.5g}" if np.isfinite(a) else "no finite value"
    flat = a.ravel()
    entries = ", ".join(f"{v:.3g}" for v in flat[:6]) + (", …" if flat.size > 6 else "")
    if a.ndim == 1 or 1 in a.shape:
        return f"({entries})"
    return f"{a.shape[0]} by {a.shape[1]}: ({entries})"


def describe(claim: Claim, found: Disagreement, meant: str | None) -> Counterexample:
    """Where the two sides of a claim differ; meant: LaTeX of what holds."""
    sizes = {_name(s): n for s, n in found.sizes.items()}
    indices = [(_name(i), str(v)) for i, v in found.case.items()]
    told = {*sizes, *(name for name, _ in indices)}
    shown_names = (n for n in found.values if not _is_bound(n, claim))
    named = ((_name(n), found.values[n]) for n in shown_names)
    values = [(n, shown(v)) for n, v in named if n not in told and n[:1] != "_"]
    return Counterexample(
        sizes=sizes,
        values=tuple(sorted(values + indices)),
        left=shown(found.left),
        right=shown(found.right),
        residual=found.residual,
        did_you_mean=meant,
    )


def _is_function(value: Any) -> bool:
    """Whether a value is a function, or the components of one."""
    parts = cast("list[Any]", value) if isinstance(value, list) else [value]
    return callable(parts[0])


def _is_bound(name: Any, claim: Claim) -> bool:
    """Whether a symbol is bound, as the variable of a limit: it has no one value."""
    free = set[Any]().union(*[e.free_symbols for e in claim.expressions()])
    return isinstance(name, sp.Symbol) and name not in free


def _name(of: Any) -> str:
    """A name as it is printed, in text; an entry's is that of its base."""
    label = cast(Any, of[1] if isinstance(of, tuple) else of)
    name = getattr(label, "__name__", None)
    return plain(latex(sp.Symbol(name) if name else label))
