"""Showing a statement where it stands, or collecting those of a whole chapter."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

from ..bundle import MIME, Bundle, Counterexample, as_json
from ..claim import Claim
from ..errors import ClaimError
from ..places import locate

P = ParamSpec("P")


@dataclass
class Record:
    """What a run of a chapter stated, and what of it failed."""

    folder: Path | None = None
    checking: bool = True
    claims: list[Claim] = field(default_factory=list)
    bundles: list[Bundle] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    errors: list[ClaimError] = field(default_factory=list)


@dataclass(frozen=True)
class Statement:
    """A claim or derivation that stands, already shown where it was made."""

    key: str
    bundle: Bundle = field(repr=False)

    def _ipython_display_(self) -> None:
        """Already shown where it was made."""


_record: ContextVar[Record | None] = ContextVar("record", default=None)


@contextmanager
def recording(record: Record) -> Iterator[Record]:
    """Collect statements and errors in `record` instead of showing and raising."""
    token = _record.set(record)
    try:
        yield record
    finally:
        _record.reset(token)


def failure(
    key: str, reader: str, what: str, counterexample: Counterexample | None = None
) -> ClaimError:
    """The error of a statement, with the file and line where it stands."""
    record = _record.get()
    place = locate(key, record.folder if record else None)
    return ClaimError(key, reader, what, place=place, counterexample=counterexample)


def noted(state: Callable[P, Any]) -> Callable[P, Any]:
    """A statement whose error goes to whoever records, and else is raised."""

    @wraps(state)
    def stated(*args: P.args, **options: P.kwargs) -> Any:
        try:
            return state(*args, **options)
        except ClaimError as error:
            record = _record.get()
            if record is None:
                raise
            record.errors.append(error)
            return None

    return stated


def run(claims: list[Claim], build: Callable[[], Bundle]) -> Statement | None:
    """Check and show a statement, or note its claims and bundle for whoever records."""
    record = _record.get()
    if record is None:
        return _shown(build())
    record.claims += claims
    if not record.checking:
        return None
    start = time.perf_counter()
    bundle = build()
    if claims:
        record.seconds[bundle.key] = time.perf_counter() - start
    record.bundles.append(bundle)
    return Statement(bundle.key, bundle)


def _shown(bundle: Bundle) -> Statement:
    """The statement, displayed where there is a notebook to display it in."""
    if _in_notebook():
        from IPython.display import display

        data: Any = {
            MIME: as_json(bundle),
            "text/latex": jupyter_latex(bundle),
            "text/plain": f"{bundle.key}: {bundle.verdict}",
        }
        display(data, raw=True)
    return Statement(bundle.key, bundle)


def jupyter_latex(bundle: Bundle) -> str:
    """The statement as Jupyter shows it."""
    under = [f"{c.lead} ${c.latex}$" for c in bundle.conditions]
    words = "; ".join([*under, f"**{bundle.verdict}**"])
    return f"$$ {bundle.latex} $$\n\n{words}"


def _in_notebook() -> bool:
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        return False
    return get_ipython() is not None
