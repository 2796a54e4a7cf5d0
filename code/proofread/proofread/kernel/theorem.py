"""The theorem of a claim: what it quantifies over, what it assumes, what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..claim import Claim
from . import (
    arrays,
    forward,
    functions,
    generic,
    laws,
    means,
    powers,
    reverse,
    scalars,
    sums,
)
from .derivatives import Part, says_derivative, stated
from .hypotheses import assume_given
from .inside import resolved
from .names import identifier
from .rules import Unreached
from .writer import Writer

RULES = (
    arrays,
    forward,
    functions,
    generic,
    laws,
    means,
    powers,
    reverse,
    scalars,
    sums,
)  # each registers what it knows of its nodes


@dataclass(frozen=True)
class Theorem:
    """A theorem as Coq has it; identity: that of the claim it was made of."""

    name: str
    identity: str
    binders: tuple[str, ...]
    hypotheses: tuple[str, ...]
    says: str

    @property
    def text(self) -> str:
        """The statement, without its proof."""
        lines = ["(R : comUnitRingType)", *self.binders, *self.hypotheses]
        head = f"Theorem {self.name}"
        return "\n    ".join([head, *lines]) + f" :\n  {self.says}."


def theorem(claim: Claim, name: str = "") -> Theorem:
    """The theorem of a claim; raises Unreached where it has none."""
    write, parts = written(claim)
    return Theorem(
        name or theorem_name(claim),
        claim.identity,
        tuple(_binders(write)),
        tuple(f"({n} : {told})" for told, n in write.hypotheses.items()),
        _all(parts),
    )


def written(claim: Claim) -> tuple[Writer, list[Part]]:
    """What a claim says in Coq, part by part, and the writer that knows its names."""
    if claim.relation != "=":
        raise Unreached(f"the relation {claim.relation}")
    claim, inside = resolved(claim)
    write = Writer(claim)
    assume_given(write)
    parts = [part for e, value in inside.items() for part in stated(write, e, value)]
    parts += _says(write, claim.lhs, claim.rhs)
    if write.summed & set(write.free.values()):
        raise Unreached("a letter that is bound in one place and free in another")
    return write, parts


def _all(told: list[Part]) -> str:
    """That all of it holds."""
    first, *more = dict.fromkeys(part.says for part in told)
    if not more:
        return first
    return " /\\\n  ".join(f"({says})" for says in (first, *more))


def theorem_name(claim: Claim) -> str:
    """The key of a claim as an identifier, with the number of its line."""
    line = f"-line-{claim.number}" if claim.number else ""
    return identifier(claim.key + line)


def _says(write: Writer, left: Any, right: Any) -> list[Part]:
    if says_derivative(left):
        return stated(write, left, right)
    if says_derivative(right):
        return stated(write, right, left)
    if all(map(arrays.is_array, (left, right))):
        says = f"{write.matrix(left)} = {write.matrix(right)}"
    else:
        says = f"{write.number(left)} = {write.number(right)} :> R"
    return [Part(left, right, says)]


def _binders(write: Writer) -> list[str]:
    sizes = [f"({' '.join(write.sizes)} : nat)"] if write.sizes else []
    free = {n: r for n, r in write.places.items() if n in write.free}
    return [
        *sizes,
        *(f"({name} : {kind})" for name, kind in write.types.items()),
        *(f"({name} : 'I_{n})" for name, n in free.items()),
    ]
