"""Numbers that a cell found, named for the text to show.

After say(accuracy=0.931) the text around the cells may hold @{accuracy:.0%}, and a
reader finds 93% there: what stands in a sentence is what the run found.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import numpy as np
import sympy as sp

from .chapters.standing import ipython

MIME = "application/vnd.proofread.said+json"
Said = bool | int | float | str | list["Said"] | dict[str, "Said"]


def say(**values: Any) -> None:
    """Give numbers, words, and lists, arrays and dictionaries of these, their names.

    Raises TypeError for what is none of them, ValueError for what is not finite.
    """
    told = {name: _plain(value, name) for name, value in values.items()}
    if shell := ipython():
        shown = "\n".join(f"{name} = {value}" for name, value in told.items())
        shell.display_pub.publish(data={MIME: told, "text/plain": shown})


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
