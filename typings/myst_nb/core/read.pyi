"""What the press calls of MyST-NB's reader."""

from pathlib import Path

from myst_parser.config.main import MdParserConfig
from nbformat import NotebookNode

class MystMetadataParsingError(Exception): ...

def is_myst_markdown_notebook(text: str) -> bool: ...
def read_myst_markdown_notebook(
    text: str,
    config: MdParserConfig | None = None,
    *,
    add_source_map: bool = False,
    path: Path | None = None,
) -> NotebookNode: ...
