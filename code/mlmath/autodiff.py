"""Derivatives of programs, exact but for rounding: forward by duals, back by a tape.

A program here is a Python function made of the operations of `operations`, with any
loops and branches; it changes no array in place. Duals and nodes hold arrays or one
another, so derivatives nest.
"""

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np

from .operations import Traced, level_of, plain

LEVELS = itertools.count()  # each derivative in progress has a number of its own


class Dual(Traced):
    """A value and its rate of change along one direction. Claims: dual-product."""

    def __init__(self, level: int, value: Any, tangent: Any) -> None:
        self.level, self.value, self.tangent = level, value, tangent

    def follow(self, name: str, value: Any, links: list) -> "Dual":
        """The value, with what the linear maps make of all rates of change."""
        first, *others = [push(a.tangent) for a, (push, _) in links]
        return Dual(self.level, value, sum(others, first))


class Node(Traced):
    """A value on a tape: which operation made it, and of which nodes."""

    def __init__(self, level: int, value: Any, tape: list, name="", parents=()) -> None:
        self.level, self.value, self.tape = level, value, tape
        self.name, self.parents = name, parents
        tape.append(self)

    def follow(self, name: str, value: Any, links: list) -> "Node":
        """The value, with the transposed maps that lead back from it."""
        parents = [(a, pull) for a, (_, pull) in links]
        return Node(self.level, value, self.tape, name, parents)


def push_forward(f: Callable, x: Any, v: Any) -> tuple[Any, Any]:
    """Return f(x) and how fast it changes along v, in one run of f on duals.

    x, v: one shape; ValueError if not. Claims: forward-meets-reverse.
    Source: Griewank and Walther (2008), section 3.1.
    """
    if plain(x).shape != plain(v).shape:
        raise ValueError(f"x has shape {plain(x).shape}, v has {plain(v).shape}")
    level = next(LEVELS)
    y = f(Dual(level, _value(x), _value(v)))
    return (y.value, y.tangent) if level_of(y) == level else (y, 0.0 * y)


def record(f: Callable, *points: Any) -> tuple[list[Node], Any]:
    """Return the nodes of the points, and f of them: a node, which has the tape."""
    level, tape = next(LEVELS), []
    inputs = [Node(level, _value(x), tape) for x in points]
    return inputs, f(*inputs)


def adjoints(y: Node, g: Any) -> dict[Node, Any]:
    """Return the gradient of <g, y> by each node that y is made of, in its shape."""
    found = {y: g}
    for node in reversed(y.tape):  # what uses a node was made after it, so is done
        for parent, pull in node.parents if node in found else ():
            sent = pull(found[node])
            found[parent] = found[parent] + sent if parent in found else sent
    return found


def pull_back(f: Callable, *points: Any) -> tuple[Any, Callable[[Any], list]]:
    """Return f(points), and the map from g to the gradients of <g, f> by the points.

    g: the shape of f(points). Claims: forward-meets-reverse.
    Source: Griewank and Walther (2008), section 3.2.
    """
    inputs, y = record(f, *points)
    depends = level_of(y) == inputs[0].level

    def pulled(g: Any) -> list:
        found = adjoints(y, g) if depends else {}
        return [found.get(node, 0.0 * node.value) for node in inputs]

    return (y.value if depends else y), pulled


def gradients(f: Callable, *points: Any) -> list:
    """Return the gradients of f by the points, each in its shape.

    Raises ValueError unless f returns one number.
    """
    y, pulled = pull_back(f, *points)
    if plain(y).shape:
        raise ValueError(f"f must return one number; its shape is {plain(y).shape}")
    return pulled(1.0)


def hessian_vector(f: Callable, x: Any, v: Any) -> Any:
    """Return the Hessian of f times v: a dual through the tape, no Hessian formed.

    x, v: one shape, which the result has. Claims: hessian-vector-exact.
    Source: Pearlmutter (1994).
    """
    return push_forward(lambda x: gradients(f, x)[0], x, v)[1]


def _value(x: Any) -> Any:
    return x if isinstance(x, Traced) else np.asarray(x) + 0.0
