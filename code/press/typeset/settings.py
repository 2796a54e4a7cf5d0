"""What Sphinx is told of a book: its settings, as Jupyter Book reads them."""

import importlib.util
import os
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from jupyter_book.config import get_final_config

from ..source.malformed import MalformedError, read_mapping, read_text
from ..source.project import Project
from .arrival import check_settings
from .works import check_works


@dataclass(frozen=True)
class Settings:
    """written: as in _config.yml; sphinx: what Sphinx is told; latex: of the PDF."""

    written: dict[str, Any]
    sphinx: dict[str, Any]
    latex: dict[str, Any]

    @property
    def extensions(self) -> list[str]:
        """The extensions of MyST that chapters are written in."""
        return self.sphinx["myst_enable_extensions"]

    @property
    def timeout(self) -> int:
        """Seconds that a cell may take."""
        return self.sphinx["nb_execution_timeout"]


def settings_of(project: Project) -> Settings:
    """What Jupyter Book would tell Sphinx, and what it would change in LaTeX.

    Raises MalformedError where a setting is unknown, of the wrong kind, or arrives
    nowhere, and where a work that the book cites cannot be read.
    """
    overrides = {
        "external_toc_path": project.toc.as_posix(),
        "nb_execution_mode": "off",  # chapters have run before Sphinx begins
        "nb_render_markdown_format": "myst",  # what a cell writes may hold formulas
        "html_baseurl": os.environ.get("BOOK_URL", ""),
    }
    written = read_mapping(project.config)
    check_settings(project.config, written, overrides)
    settings, meta = get_final_config(
        user_yaml=project.config,
        cli_config=overrides | {"latex_individualpages": False},
        sourcedir=project.book,
        raise_on_invalid=True,
    )
    settings.pop("comments_config", None)  # of an extension the book does not load
    check_extensions(project.config, settings["extensions"])
    check_works(project.book / name for name in settings.get("bibtex_bibfiles", []))
    return Settings(written, settings, meta["latex_doc_overrides"])


def check_extensions(config: Path, names: list[str]) -> None:
    """Every extension of Sphinx is installed, or MalformedError says which is not."""
    for name in names:
        parents = name.split(".")[:-1]
        if all(map(_is_there, accumulate(parents, "{}.{}".format))) and _is_there(name):
            continue
        lines = read_text(config).splitlines()
        line = next((n for n, said in enumerate(lines, 1) if name in said), None)
        what = f"there is no extension {name}: mend its name, or add its package"
        raise MalformedError(config, line, f"{what} to requirements.in")


def _is_there(name: str) -> bool:
    return importlib.util.find_spec(name) is not None
