"""The color and the dash of each method, the same in every figure of the book.

Two methods that figures compare differ in both, so that whoever sees no colors, and a
print in gray, tells them apart.
"""

from typing import Any

from .style import BLUE, GOLD, GREEN, INK, MUTED, ORANGE, PURPLE, RED

METHODS: dict[str, tuple[str, Any]] = {
    "gradient descent": (ORANGE, "-"),
    "heavy ball": (BLUE, "--"),
    "nesterov": (PURPLE, "-."),
    "minibatches": (GREEN, ":"),
    "adagrad": (GOLD, (0, (7, 2))),
    "rmsprop": (RED, (0, (3, 1, 1, 1, 1, 1))),
    "adam": (INK, (0, (9, 2, 2, 2))),
    "newton": (MUTED, (0, (1, 3))),
    "forward difference": (BLUE, "-"),
    "central difference": (ORANGE, "--"),
    "complex step": (INK, ":"),
}


def method(name: str) -> dict[str, Any]:
    """Return color and dash of a method, as Matplotlib's `plot` takes them.

    Raises KeyError for a method that the table does not hold.
    """
    color, dash = METHODS[name.lower()]
    return {"color": color, "linestyle": dash}
