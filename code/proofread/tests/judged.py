"""What tests ask of a true statement of a node, and of a false one."""

from __future__ import annotations

from typing import Any

from proofread.bundle import Bundle
from proofread.claim import Claim
from proofread.indexed import proves
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.proving import prove
from proofread.reading.checking import fault
from proofread.reading.statement import Statement
from proofread.sphinx.renderings import in_bundle


def holds_for_every_size(*said: Any) -> bool:
    """Whether the index reader proves a statement, and it holds when measured."""
    tried = Claim("true", *said)
    return proves(tried) and measure(tried).judgment is Judgment.HOLDS


def falls(*said: Any) -> bool:
    """Whether a statement is refuted when measured, and no reader proves it."""
    tried = Claim("false", *said)
    proved = proves(tried) or prove(tried).judgment is Judgment.HOLDS
    return not proved and measure(tried).judgment is Judgment.FAILS


def is_proved_and_read_back(bundle: Bundle) -> bool:
    """Whether a statement is proved, and what it prints is read as it was proved."""
    if bundle.verdict.value != "proved" or bundle.sample is None:
        return False
    return fault(Statement(bundle), in_bundle(bundle)) == ""
