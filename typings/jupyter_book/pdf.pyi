from typing import Any

def update_latex_documents(
    latex_documents: Any, latexoverrides: dict[str, Any]
) -> list[tuple[Any, ...]]: ...
