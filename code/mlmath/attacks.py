"""Theorems tried on random cases: a sentence that says "every" is attacked."""

from collections.abc import Callable

from numpy.random import Generator

from .generators import generator

TRIES = 200


def attack(
    theorem: str, holds: Callable[[Generator], bool], tries: int = TRIES
) -> None:
    """Try a theorem on random cases, each drawn anew by `holds`.

    theorem: its label.  holds: draws a case that satisfies the hypotheses, and returns
    whether the conclusion is true of it.  Raises AssertionError at the first that is
    not, with the seed that draws it again.
    """
    for seed in range(tries):
        if not holds(generator(seed)):
            raise AssertionError(f"{theorem} fails for what generator({seed}) draws")
