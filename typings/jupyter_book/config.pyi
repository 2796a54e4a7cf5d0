"""What the press calls of Jupyter Book."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

class _Error(Protocol):
    message: str
    absolute_path: Iterable[str | int]

class _Validator(Protocol):
    schema: dict[str, Any]
    def iter_errors(self, instance: object) -> Iterable[_Error]: ...

def get_validator() -> _Validator: ...
def yaml_to_sphinx(
    yaml: dict[str, Any],
) -> tuple[dict[str, Any], dict[str, Any], list[str]]: ...
def get_final_config(
    *,
    user_yaml: Path,
    cli_config: dict[str, Any],
    sourcedir: Path,
    raise_on_invalid: bool,
) -> tuple[dict[str, Any], dict[str, Any]]: ...
