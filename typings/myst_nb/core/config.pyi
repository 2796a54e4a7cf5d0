"""What the press sets of MyST-NB's configuration."""

from collections.abc import Mapping
from typing import Self

class NbParserConfig:
    execution_mode: str
    def copy(
        self, *, custom_formats: Mapping[str, object], execution_mode: str
    ) -> Self: ...
