"""The second proof in the ledger: what it has of a statement, and how many it has."""

from __future__ import annotations

from typing import Any

from ..bundle import Bundle, Kind
from . import second_told
from .domain import ProofreadDomain
from .second_proofs import SecondProof


def proved_again(bundle: Bundle, second: SecondProof | None) -> dict[str, Any]:
    """What Coq's kernel has of a statement; nothing of what is false or defined."""
    if bundle.kind in (Kind.DEFINITION, Kind.REFUTATION):
        return {"theorems": None, "re_proved": None, "second_proof": None}
    return {
        "theorems": len(second.theorems) if second else 0,
        "re_proved": is_re_proved(second),
        "second_proof": second_told.compared(bundle, second),
    }


def is_re_proved(second: SecondProof | None) -> bool:
    """Whether Coq's kernel proved the whole of a statement, as it stands."""
    return second is not None and second.is_whole and second.is_proved


def second_proofs(domain: ProofreadDomain) -> dict[str, int]:
    """How many statements have a second proof, and how many only one of two."""
    kinds = (Kind.CLAIM, Kind.DERIVATION)
    shown = [statement.bundle for statement in domain.statements(*kinds)]
    pairs = [(bundle, domain.second_proofs.of(bundle)) for bundle in shown]
    return {
        "with_theorem": sum(
            second is not None and second.is_whole for _, second in pairs
        ),
        "re_proved": sum(is_re_proved(second) for _, second in pairs),
        "index_reader_alone": sum(second_told.is_others_alone(*pair) for pair in pairs),
        "kernel_alone": sum(second_told.is_kernels_alone(*pair) for pair in pairs),
    }
