"""Chapters come to Sphinx with the outputs that the press keeps for them."""

from pathlib import Path

import nbformat
from docutils import nodes
from myst_nb.core.read import is_myst_markdown_notebook
from myst_nb.sphinx_ import Parser
from nbformat import NotebookNode
from sphinx.errors import ExtensionError

from ..executed.cache import Memory
from ..executed.reading import read_chapter
from ..source.project import project_of

HERE = f"{__name__}.read_with_outputs"


class OutputsParser(Parser):
    """MyST-NB's parser, which runs nothing: outputs are those of the last run.

    A page is read anew when its outputs are.
    """

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill the document from a chapter and what its cells put out."""
        env, settings = self.env, self.env.mystnb_config
        path = Path(env.doc2path(env.docname))
        if not has_cells(inputstring, path):
            super().parse(inputstring, document)
            return
        memory = Memory(project_of(env.srcdir))
        if memory.is_unchanged(env.docname, path):
            env.note_dependency(str(memory.path(env.docname)))
            given: dict[str, object] = {"path": path, "kept": memory.path(env.docname)}
            given["extensions"] = sorted(env.myst_config.enable_extensions)
            reader = (HERE, given, False)
            env.mystnb_config = settings.copy(custom_formats={path.suffix: reader})
        elif settings.execution_mode == "off":
            raise ExtensionError(
                f"{path} changed while the book was made: make it again"
            )
        try:
            super().parse(inputstring, document)
        finally:
            env.mystnb_config = settings


def read_with_outputs(
    text: str, path: Path, kept: Path, extensions: list[str]
) -> NotebookNode:
    """The chapter at path, whose text this is, with the outputs of its last run."""
    chapter = read_chapter(path.stem, path, extensions)
    assert chapter is not None, text[:80]
    chapter.take_outputs(nbformat.read(kept, as_version=4))
    return chapter.notebook


def has_cells(text: str, path: Path) -> bool:
    """Whether a page is a notebook."""
    return path.suffix == ".ipynb" or is_myst_markdown_notebook(text)
