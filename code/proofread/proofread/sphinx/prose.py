"""Where a relation may stand that was typed by hand: in a proof, or in an exercise."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Literal

from docutils import nodes

Place = Literal["proof", "exercise", "text"]
PLACES: tuple[Place, ...] = ("proof", "exercise", "text")
# What sphinx-proof calls the statements that are proved where they stand, or that say
# what holds by assumption; a remark, an example or a definition is running text.
STATED = (
    "theorem", "lemma", "proposition", "corollary", "conjecture", "axiom",
    "assumption", "property", "criterion", "algorithm",
)  # fmt: skip


def place_of(node: nodes.Element) -> Place:
    """The kind of prose around a display."""
    proofs, exercises = boxes()
    for parent in ancestors(node):
        if isinstance(parent, exercises):
            return "exercise"
        if isinstance(parent, proofs) or parent.get("realtype") in STATED:
            return "proof"
    return "text"


def ancestors(node: nodes.Element) -> Iterator[nodes.Element]:
    """The elements around a node, from the inside."""
    while node.parent is not None:
        node = node.parent
        yield node


@cache
def boxes() -> tuple[tuple[type[nodes.Element], ...], tuple[type[nodes.Element], ...]]:
    """The nodes of proofs and of exercises; none of a package that is not installed."""
    proofs = exercises = ()
    with suppress(ImportError):
        from sphinx_proof.nodes import proof_node

        proofs = (proof_node,)
    with suppress(ImportError):
        from sphinx_exercise.nodes import (
            exercise_enumerable_node,
            exercise_node,
            solution_node,
        )

        exercises = (exercise_enumerable_node, exercise_node, solution_node)
    return proofs, exercises
