"""Where the book's random numbers come from; nothing else in it makes a generator.

A rerun may ask whether a result hangs on its seed, or on the last digits of a number:
the environment variable SEED_SHIFT moves every seed, and PERTURBATION, a small number
such as 1e-12, changes all data and draws by at most that share of themselves.
"""

import os
from collections.abc import Callable
from functools import wraps
from typing import Any

import numpy as np
from numpy.random import PCG64, Generator


def generator(seed: int) -> Generator:
    """Return a generator of the same numbers for the same seed, in every run.

    Under SEED_SHIFT it is one of other numbers, under PERTURBATION one whose real
    draws are slightly off.
    """
    bits = PCG64([seed, shift]) if (shift := _seed_shift()) else PCG64(seed)
    return _Perturbed(bits) if _perturbation() else Generator(bits)


def of_this_seed(holds) -> bool:
    """Return whether what a text says of its own draws holds; True under SEED_SHIFT.

    To be asserted. Other seeds may decide otherwise; the last digits may not.
    """
    return bool(_seed_shift() or holds)


def perturbed(values: Any) -> Any:
    """Return real numbers or arrays slightly off under PERTURBATION, all else as it is.

    The same shares each time, so that a rerun gives the same bytes.
    """
    share = _perturbation()
    if not share or not np.issubdtype(np.asarray(values).dtype, np.floating):
        return values
    signs = Generator(PCG64(0)).uniform(-1, 1, np.shape(values))
    return values * (1 + share * signs)


class _Perturbed(Generator):
    """A generator all of whose methods return slightly other real numbers."""

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        is_draw = callable(found) and not name.startswith("_")
        return _slightly_off(found) if is_draw else found


def _slightly_off(draw: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(draw)
    def drawn(*arguments: Any, **options: Any) -> Any:
        return perturbed(draw(*arguments, **options))

    return drawn


def _seed_shift() -> int:
    return int(os.environ.get("SEED_SHIFT", "0"))


def _perturbation() -> float:
    return float(os.environ.get("PERTURBATION", "0"))
