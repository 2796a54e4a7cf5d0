"""What a cell found, named for the text to show: numbers, and answers to exercises.

After say(accuracy=0.931) the text around the cells may hold @{accuracy:.0%}, and a
reader finds 93% there: what stands in a sentence is what the run found.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import numpy as np
import sympy as sp

from .chapters.standing import ipython
from .printing import latex

MIME = "application/vnd.proofread.said+json"
ANSWER = "application/vnd.proofread.answer+json"
DIGITS = 4  # of a number that is not exact
Said = bool | int | float | str | list["Said"] | dict[str, "Said"]


def say(**values: Any) -> None:
    """Give numbers, words, and lists, arrays and dictionaries of these, their names.

    Raises TypeError for what is none of them, ValueError for what is not finite.
    """
    told = {name: _plain(value, name) for name, value in values.items()}
    if shell := ipython():
        shown = "\n".join(f"{name} = {value}" for name, value in told.items())
        shell.display_pub.publish(data={MIME: told, "text/plain": shown})


def answer(exercise: str, value: Any) -> Any:
    """The value, shown as the answer to the exercise of this label.

    Return it into what the solution asserts, so that the answer shown is the one
    tested.  Raises TypeError for what is no expression, number or matrix.
    """
    found = sp.sympify(value)
    if not isinstance(found, (sp.Basic, sp.MatrixBase)):
        raise TypeError(f"answer: {value!r} is no expression, number or matrix")
    rounded = sp.N(found, DIGITS) if found.has(sp.Float) else found
    shown = latex(rounded)
    if shell := ipython():
        told = {"exercise": exercise, "latex": shown, "tree": sp.srepr(found)}
        text = f"**Answer.** ${shown}$"
        data = {ANSWER: told, "text/markdown": text, "text/plain": str(rounded)}
        shell.display_pub.publish(data=data)
    return found


def _plain(value: Any, name: str) -> Said:
    """The value as JSON holds it; name: where in what was said it stands."""
    if isinstance(value, Mapping):
        pairs = cast(Mapping[Any, Any], value).items()
        return {str(k): _plain(v, f"{name}[{k}]") for k, v in pairs}
    if isinstance(value, (np.ndarray, np.generic)):
        value = cast(Any, value).tolist()
    if isinstance(value, (list, tuple)):
        entries = cast(list[Any], value)
        return [_plain(v, f"{name}[{k}]") for k, v in enumerate(entries)]
    if isinstance(value, (bool, str)):
        return value
    return _number(value, name)


def _number(value: Any, name: str) -> Said:
    if isinstance(value, (int, sp.Integer)):
        return int(value)
    if not isinstance(value, (float, sp.Float)):
        kind = type(value).__name__
        raise TypeError(f"say: {name} is a {kind}: give a number, by float(…), or text")
    if not np.isfinite(float(value)):
        raise ValueError(f"say: {name} is {value}, which is no number to print")
    return float(value)
