"""What the press reads of a bibliography."""

from collections.abc import Mapping, Sequence

class Person:
    prelast_names: list[str]
    last_names: list[str]
    def __init__(self, string: str = ...) -> None: ...

class Entry:
    fields: Mapping[str, str]
    persons: Mapping[str, Sequence[Person]]
    def __init__(
        self,
        type_: str,
        fields: Mapping[str, str] | None = ...,
        persons: Mapping[str, Sequence[Person]] | None = ...,
    ) -> None: ...

class BibliographyData:
    entries: Mapping[str, Entry]
