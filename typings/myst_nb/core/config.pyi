"""What the press sets of MyST-NB's configuration."""

from typing import Self

class NbParserConfig:
    execution_mode: str
    def copy(
        self, *, custom_formats: dict[str, object], execution_mode: str
    ) -> Self: ...
