from collections.abc import Iterable, Iterator

from pybtex.database import Entry

class BaseLabelStyle:
    def format_labels(self, sorted_entries: Iterable[Entry]) -> Iterator[str]: ...
