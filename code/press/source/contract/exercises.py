"""Exercises: each says what it is, has a hint, a solution, and an answer in a cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

FENCE = re.compile(
    r"^(?P<fence>`{3,}|:{3,})\{exercise\}[^\n]*\n(?P<body>.*?)^(?P=fence)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
OPTION = re.compile(r"^:([\w-]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
HINT = re.compile(r"^[`:]{3,}\{hint\}", re.MULTILINE)
NEEDED = ("label", "kind", "difficulty", "minutes")


@dataclass(frozen=True)
class Exercise:
    """What a chapter's source says of an exercise."""

    line: int
    options: dict[str, str]
    has_hint: bool

    @property
    def label(self) -> str:
        """Its name; empty where it has none."""
        return self.options.get("label", "")


def exercises(text: str) -> Iterator[Exercise]:
    """All exercises of a chapter."""
    for found in FENCE.finditer(text):
        line = 1 + text.count("\n", 0, found.start())
        options = dict(OPTION.findall(found["body"]))
        yield Exercise(line, options, bool(HINT.search(found["body"])))


def incomplete(text: str) -> Iterator[tuple[int, str]]:
    """(line, complaint) of each exercise that lacks something."""
    for exercise in exercises(text):
        for name in NEEDED:
            if not exercise.options.get(name):
                yield exercise.line, f"an exercise without its {name}: add :{name}: …"
        if not exercise.has_hint:
            what = "an exercise without a hint: put a {hint} into it"
            yield exercise.line, what
        if exercise.label:
            yield from unanswered(exercise, text)


def unanswered(exercise: Exercise, text: str) -> Iterator[tuple[int, str]]:
    """Complaints of an exercise whose solution or answer is missing."""
    label = re.escape(exercise.label)
    if not re.search(rf"\{{solution(-start)?\}} {label}\s", text):
        yield exercise.line, f"{exercise.label} has no solution: write one below it"
    given = re.search(rf"\banswer\(\s*\"{label}\"", text)
    if not given and exercise.options.get("answer") != "in words":
        yield (
            exercise.line,
            f'no cell answers it: call answer("{exercise.label}", …) in its solution, '
            "or say :answer: in words",
        )
