"""Showing a statement where it stands, and telling whoever runs the chapter."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field

from ..bundle import MIME, Bundle, Counterexample, as_json
from ..chapters.places import Place
from ..chapters.standing import here, ipython
from ..claim import Claim
from ..errors import ClaimError, counterexample_lines


@dataclass(frozen=True)
class Statement:
    """A claim or derivation that stands, already shown where it was made."""

    key: str
    bundle: Bundle = field(repr=False)

    def _ipython_display_(self) -> None:
        """Already shown where it was made."""


@dataclass(frozen=True)
class Made:
    """A statement that stands, as told to whoever listens.

    claims: what was checked, a derivation's line by line; none for a definition.
    """

    statement: Statement
    claims: tuple[Claim, ...]
    place: Place
    seconds: float


Listener = Callable[[Made], None]
_listeners: list[Listener] = []


@contextmanager
def heard_by(listener: Listener) -> Generator[None]:
    """Every statement that stands is told to this function, in whatever thread."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)


def failure(
    key: str, reader: str, what: str, counterexample: Counterexample | None = None
) -> ClaimError:
    """The error of a statement, with the file and line where it stands."""
    return ClaimError(key, reader, what, place=here(), counterexample=counterexample)


def run(claims: list[Claim], build: Callable[[], Bundle]) -> Statement:
    """Check a statement, show it, and tell whoever listens."""
    start = time.perf_counter()
    statement = _shown(build())
    seconds = time.perf_counter() - start
    for listener in _listeners:
        listener(Made(statement, tuple(claims), here(), seconds))
    return statement


def _shown(bundle: Bundle) -> Statement:
    """The statement, displayed where there is a notebook to display it in."""
    if shell := ipython():
        data: dict[str, object] = {
            MIME: as_json(bundle),
            "text/latex": jupyter_latex(bundle),
            "text/plain": "\n".join(
                [f"{bundle.key}: {in_words(bundle)}", *_why(bundle)]
            ),
        }
        shell.display_pub.publish(data=data)
    return Statement(bundle.key, bundle)


def jupyter_latex(bundle: Bundle) -> str:
    """The statement as Jupyter shows it: mathematics throughout, words within it."""
    conditions = [rf"\text{{{c.lead} }}{c.latex}" for c in bundle.conditions]
    under = [r";\ ".join(conditions)] if conditions else []
    words = [line.strip() for line in (in_words(bundle), *_why(bundle))]
    texts = [rf"\text{{{line}}}".replace("_", r"\_") for line in words]
    rows = r" \\ ".join([bundle.latex, *under, *texts])
    return rf"$$ \begin{{gathered}} {rows} \end{{gathered}} $$"


def in_words(bundle: Bundle) -> str:
    """The verdict, at what sizes it was proved, and the residual."""
    sizes = bundle.proof.sizes if bundle.proof else {}
    at = ", ".join(f"{name} = {size}" for name, size in sizes.items())
    words = f"{bundle.verdict} ({at})" if at else str(bundle.verdict)
    found = bundle.measurement
    return f"{words}; residual {found.residual:.1e}" if found else words


def _why(bundle: Bundle) -> list[str]:
    """What a refutation says, and where it found the sides to differ."""
    said = bundle.message.splitlines()
    return [*said, *counterexample_lines(bundle.counterexample)]
