"""The cores of a machine, taken in turn by the processes of an audit.

A chapter whose claims take long gets every core that the others have done with.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Cores:
    """A pipe that holds a byte for each core that is free.

    count: how many there are.  free, given_back: the ends of the pipe, which a process
    inherits by number.
    """

    count: int
    free: int
    given_back: int

    @classmethod
    def of_this_machine(cls, count: int) -> Cores:
        """So many, all of them free."""
        cores = cls(count, *os.pipe())
        os.write(cores.given_back, bytes(count))
        return cores

    @property
    def ends(self) -> tuple[int, int]:
        """Both ends of the pipe."""
        return self.free, self.given_back

    @property
    def arguments(self) -> tuple[str, ...]:
        """As another process is told."""
        return str(self.count), str(self.free), str(self.given_back)

    @contextmanager
    def one(self) -> Generator[None]:
        """A core of one's own, as soon as one is free."""
        os.read(self.free, 1)
        try:
            yield
        finally:
            os.write(self.given_back, bytes(1))
