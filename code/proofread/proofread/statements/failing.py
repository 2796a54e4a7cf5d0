"""Whatever goes wrong in a statement is an error of that statement."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from ..emergency import Stuck, emergency_stop
from ..errors import ClaimError
from ..judgments import told
from .recording import failure

P = ParamSpec("P")
T = TypeVar("T")


def fails_by_name(state: Callable[P, T]) -> Callable[P, T]:
    """A function of a key that raises nothing but ClaimError, with file, line and key.

    What was raised inside is the cause.  What takes a minute at a stretch is one too.
    An interrupt and the end of another time limit, no Exception, pass through.
    """

    @wraps(state)
    def stated(*args: P.args, **options: P.kwargs) -> T:
        key = str(args[0] if args else options.get("key", ""))
        try:
            with emergency_stop("stating it"):
                return state(*args, **options)
        except ClaimError:
            raise
        except Stuck as error:
            what = f"{error}: restate it, or state smaller sizes"
            raise failure(key, "engine", what) from None
        except Exception as error:
            raise failure(key, "engine", told(error)) from error

    return stated
