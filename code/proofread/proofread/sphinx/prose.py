"""Where a relation may stand that was typed by hand.

In a proof, in an exercise, and in a theorem with its proof or a citation beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Literal

from docutils import nodes
from sphinx.addnodes import pending_xref

Place = Literal["proof", "theorem", "exercise", "text"]
PLACES: tuple[Place, ...] = ("proof", "theorem", "exercise", "text")
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
        if isinstance(parent, proofs):
            return "proof"
        if parent.get("realtype") in STATED:
            return "theorem"
    return "text"


def is_backed(node: nodes.Element) -> bool:
    """Whether the theorem around a node cites a work, or its proof follows it."""
    proofs, _ = boxes()
    around = (p for p in ancestors(node) if p.get("realtype") in STATED)
    theorem = next(around, None)
    if theorem is None or theorem.parent is None:
        return False
    if any(x.get("refdomain") == "cite" for x in theorem.findall(pending_xref)):
        return True
    for after in theorem.parent.children[theorem.parent.index(theorem) + 1 :]:
        if isinstance(after, proofs):
            return True
        if isinstance(after, nodes.Element) and after.get("realtype") in STATED:
            return False
    return False


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
