"""What Sphinx is told of a book: its settings, as Jupyter Book reads them."""

import os
from typing import Any

from jupyter_book.config import get_final_config

from ..source.project import Project


def sphinx_settings(project: Project) -> tuple[dict[str, Any], dict[str, Any]]:
    """What Jupyter Book would tell Sphinx, and what it would change in LaTeX."""
    overrides = {
        "external_toc_path": project.toc.as_posix(),
        "latex_individualpages": False,
        "nb_execution_mode": "off",  # chapters have run before Sphinx begins
        "html_baseurl": os.environ.get("BOOK_URL", ""),
    }
    settings, meta = get_final_config(
        user_yaml=project.config,
        cli_config=overrides,
        sourcedir=project.book,
        raise_on_invalid=True,
    )
    settings.pop("comments_config", None)  # of an extension the book does not load
    return settings, meta["latex_doc_overrides"]
