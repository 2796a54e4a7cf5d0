"""The theorem of a claim: what it quantifies over, what it assumes, what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sympy as sp

from ..claim import Claim
from ..node import is_matrix
from . import arrays, functions, generic, means, powers, scalars
from .derivatives import says_derivative, stated
from .hypotheses import assume_given
from .inside import resolved
from .names import identifier
from .rules import Unreached
from .writer import Writer

RULES = (
    arrays,
    functions,
    generic,
    means,
    powers,
    scalars,
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
    write, says = written(claim)
    return Theorem(
        name or theorem_name(claim),
        claim.identity,
        tuple(_binders(write)),
        tuple(f"({n} : {told})" for told, n in write.hypotheses.items()),
        says,
    )


def written(claim: Claim) -> tuple[Writer, str]:
    """What a claim says in Coq, and the writer that knows its names."""
    if claim.relation != "=":
        raise Unreached(f"the relation {claim.relation}")
    claim, inside = resolved(claim)
    write = Writer(claim)
    assume_given(write)
    told = [stated(write, node, value) for node, value in inside.items()]
    says = _all(*told, _says(write, claim.lhs, claim.rhs))
    if write.summed & set(write.free.values()):
        raise Unreached("a letter that is bound in one place and free in another")
    return write, says


def _all(*told: str) -> str:
    """That all of it holds."""
    if len(told) == 1:
        return told[0]
    return " /\\\n  ".join(f"({one})" for one in told)


def theorem_name(claim: Claim) -> str:
    """The key of a claim as an identifier, with the number of its line."""
    line = f"-line-{claim.number}" if claim.number else ""
    return identifier(claim.key + line)


def _says(write: Writer, left: Any, right: Any) -> str:
    if says_derivative(left):
        return stated(write, left, right)
    if says_derivative(right):
        return stated(write, right, left)
    if any(map(is_array, (left, right))):
        return f"{write.matrix(left)} = {write.matrix(right)}"
    return f"{write.number(left)} = {write.number(right)} :> R"


def is_array(e: Any) -> bool:
    """Whether a side is a matrix, or a sum of matrices."""
    return is_matrix(e) or (isinstance(e, sp.Sum) and is_matrix(e.function))


def _binders(write: Writer) -> list[str]:
    sizes = [f"({' '.join(write.sizes)} : nat)"] if write.sizes else []
    free = {n: r for n, r in write.places.items() if n in write.free}
    return [
        *sizes,
        *(f"({name} : {kind})" for name, kind in write.types.items()),
        *(f"({name} : 'I_{n})" for name, n in free.items()),
    ]
