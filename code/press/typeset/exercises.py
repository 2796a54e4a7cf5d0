"""Exercises that say what they ask of their reader; hints; boxes of what is false."""

from typing import Any, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx_exercise.directive import ExerciseDirective

from .folded import folded

DIFFICULTIES = ("", "a warm-up", "easy", "takes thought", "hard", "a project")
HARDEST = len(DIFFICULTIES) - 1


def use_exercises(app: Sphinx) -> None:
    """Read exercises by the directive of this module."""
    app.setup_extension("sphinx_exercise")  # first: its own is replaced
    app.add_directive("exercise", Exercise, override=True)


def difficulty(text: str) -> int:
    """A whole number from 1 to 5."""
    value = directives.positive_int(text)
    if not 1 <= value <= HARDEST:
        raise ValueError(f"from 1 to {HARDEST}, not {value}")
    return value


def in_words(text: str) -> str:
    """That the answer is no number, formula, vector or matrix."""
    return directives.choice(text, ("in words",))


class Exercise(ExerciseDirective):
    """An exercise that says of what kind it is, how hard, and how long it takes."""

    option_spec: ClassVar[dict[str, Any]] = {
        **ExerciseDirective.option_spec,
        "kind": directives.unchanged_required,
        "difficulty": difficulty,
        "minutes": directives.positive_int,
        "answer": in_words,
    }

    def run(self) -> list[nodes.Node]:
        """The exercise, with what it is beneath its title and its hint folded."""
        found = super().run()
        for exercise in cast(list[nodes.Element], found):
            fold_hints(exercise)
            if facts := self.facts():
                content = next(iter(exercise.findall(nodes.section)))
                content.insert(0, nodes.paragraph("", facts, classes=["facts"]))
        return found

    def facts(self) -> str:
        """Its kind, difficulty and minutes in a line."""
        hard, minutes = self.options.get("difficulty"), self.options.get("minutes")
        told = [self.options.get("kind")]
        told += [f"{DIFFICULTIES[hard]} ({hard} of {HARDEST})"] if hard else []
        told += [f"about {minutes} min"] if minutes else []
        return " · ".join(part for part in told if part)


def fold_hints(exercise: nodes.Element) -> None:
    """A hint opens when it is asked for."""
    for hint in list(exercise.findall(nodes.hint)):
        hint.replace_self(folded("", *hint.children, title="Hint", classes=["hint"]))


def box_refutations(app: Sphinx, doctree: nodes.document) -> None:
    """A box "Break it" holds the cell below it, which shows what is false."""
    for box in list(doctree.findall(nodes.admonition)):
        below = box.next_node(descend=False, siblings=True)
        is_cell = getattr(below, "attributes", {}).get("nb_element") == "cell_code"
        if "break-it" in box["classes"] and below is not None and is_cell:
            box.parent.remove(below)
            box += below
