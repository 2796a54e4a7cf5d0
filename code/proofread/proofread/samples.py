"""What a statement's formulas are worth at a few points, as its bundle carries it.

Who reads a statement back from page or print has no tree.  These are the names that
its formulas are written with, what each was worth, and what each formula came to.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

DOUBLE = np.dtype("<f8")


class NameKind(StrEnum):
    """What a name names."""

    NUMBER = "number"
    POSITIVE = "positive number"
    WHOLE = "whole number"
    ENTRIES = "entries"
    MATRIX = "matrix"
    FUNCTION = "function of numbers"
    FIELD = "number for a matrix"
    MAP = "column for a column"


@dataclass(frozen=True)
class Numbers:
    """Real numbers in a shape: the doubles row by row, in base 64."""

    shape: tuple[int, ...]
    doubles: str

    @classmethod
    def of(cls, value: Any) -> Numbers:
        """The numbers of a value; TypeError or ValueError where it holds no such."""
        found = np.real_if_close(np.asarray(value), tol=1e6)
        if found.dtype == object or np.iscomplexobj(found):
            raise ValueError("no real numbers")
        made = np.ascontiguousarray(found, dtype=DOUBLE)
        return cls(np.shape(value), base64.b64encode(made.tobytes()).decode("ascii"))

    def array(self) -> np.ndarray[Any, Any]:
        """The numbers as an array."""
        held = np.frombuffer(base64.b64decode(self.doubles), DOUBLE)
        return held.reshape(self.shape)


@dataclass(frozen=True)
class Named:
    """A name as it is printed when it stands alone, and its value at each point.

    shape: of a matrix or of entries, in LaTeX; of a map its number of components.
    arguments: of a function, the plain names it is a function of, in LaTeX.
    domain: between which numbers a search for it looks, if it is known.
    random: it follows a distribution, which is printed.  values: none where the name
    is defined; of a function the constants of the smooth function it stands for.
    """

    latex: str
    kind: NameKind
    shape: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    domain: tuple[float, ...] = ()
    random: bool = False
    values: tuple[Numbers, ...] = ()


@dataclass(frozen=True)
class Said:
    """What one formula says: a relation, or a property by its name, and of what.

    terms: of each side, or of what has the property, the values at each point; none
    for a side that has no number.
    """

    relation: str
    terms: tuple[tuple[Numbers, ...], ...]


@dataclass(frozen=True)
class Sample:
    """A statement at a few points.

    lines: the equation, or each line of a derivation.  conditions: in their order.
    """

    names: tuple[Named, ...]
    lines: tuple[Said, ...]
    conditions: tuple[Said, ...]
