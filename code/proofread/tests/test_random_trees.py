"""Whatever is stated stands, or fails by name: nothing else is ever raised."""

from __future__ import annotations

import traceback

import pytest
from lengths import EVERYTHING
from random_trees import Typist

from proofread.emergency import Stuck, emergency_stop
from proofread.errors import ClaimError
from proofread.statements import claim, refute

TREES = 250
SEEDS = 80 if EVERYTHING else 8


def fault(typist: Typist) -> str:
    """What goes wrong with the next statement, other than its own failure."""
    sides, options = typist.statement()
    state = refute if typist.chance(0.2) else claim
    told = f"{state.__name__}('tree', *{_shown(sides)}, **{_shown(options)})"
    try:
        with emergency_stop(told):
            state("tree", *sides, **options)
    except ClaimError as error:
        return f"{told}\n    in the printer: {error}" if _while_printing(error) else ""
    except (Exception, Stuck) as error:
        return f"{told}\n    {type(error).__name__}: {error}"
    return ""


def _shown(arguments: object) -> str:
    try:
        return repr(arguments)
    except Exception as error:  # SymPy cannot tell some of the trees that it makes
        return f"<{error}>"


def _while_printing(error: ClaimError) -> bool:
    frames = traceback.extract_tb(error.__cause__ and error.__cause__.__traceback__)
    return any("/printing/" in frame.filename for frame in frames)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_random_statement_stands_or_fails_by_name(seed: int) -> None:
    typist = Typist(seed)
    faults = [found for _ in range(TREES) if (found := fault(typist))]
    assert not faults, "\n".join(faults)
