"""One line that says what is being done and how long it will still take."""

import re
import shutil
import sys
import time
from typing import TextIO

COLOR = re.compile(r"\x1b\[[0-9;]*m")


class Progress:
    """A line rewritten in place on a terminal; elsewhere one line a finished step."""

    def __init__(self, stream: TextIO = sys.stdout) -> None:
        self.stream = stream
        self.live = stream.isatty()
        self.last_drawn = 0.0

    def now(self, text: str) -> None:
        """Show what is under way; kept on the screen until the next line."""
        if self.live and time.monotonic() - self.last_drawn > 0.1:
            self.last_drawn = time.monotonic()
            width = shutil.get_terminal_size().columns - 1
            self.stream.write(f"\r\x1b[K{text[:width]}")
            self.stream.flush()

    def done(self, text: str) -> None:
        """Leave a line that stays."""
        if self.live:
            self.stream.write("\r\x1b[K")
        self.stream.write(f"{text}\n")
        self.stream.flush()


def in_words(seconds: float) -> str:
    """A duration as one says it: 8 s, 2 min 5 s."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def without_color(text: str) -> str:
    """What a program printed for a terminal, as plain text."""
    return COLOR.sub("", text)
