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

PROVED = ("theorem", "lemma", "proposition", "corollary")  # the others are supposed


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
    """Whether the theorem around a node is proved below it, or cites who proves it.

    In itself or in the next paragraph.  What is supposed needs neither.
    """
    proofs, _ = boxes()
    theorem = next(p for p in ancestors(node) if p.get("realtype") in STATED)
    if theorem["realtype"] not in PROVED:
        return True
    after = theorem.parent.children[theorem.parent.index(theorem) + 1 :]
    below = [each for each in after if isinstance(each, nodes.Element)]
    if any(map(cites, (theorem, *below[:1]))):
        return True
    others = (k for k, each in enumerate(below) if each.get("realtype") in STATED)
    return any(isinstance(each, proofs) for each in below[: next(others, None)])


def cites(node: nodes.Element) -> bool:
    """Whether a work is cited within a node."""
    references = node.findall(pending_xref)
    return any(each.get("refdomain") == "cite" for each in references)


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
