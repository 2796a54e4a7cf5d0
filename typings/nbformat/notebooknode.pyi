"""A node of a notebook: a mapping whose keys are attributes as well."""

from typing import Any

class NotebookNode(dict[str, Any]):
    def __getattr__(self, key: str) -> Any: ...
    def __setattr__(self, key: str, value: Any) -> None: ...
