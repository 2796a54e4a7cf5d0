"""Chapters come to Sphinx with the outputs that the press keeps for them."""

from pathlib import Path

import nbformat
from docutils import nodes
from myst_nb.core.config import NbParserConfig as Settings
from myst_nb.core.read import is_myst_markdown_notebook
from myst_nb.sphinx_ import Parser
from nbformat import NotebookNode

from ..executed.cache import Memory
from ..executed.reading import read_chapter
from ..source.malformed import MalformedError
from ..source.project import project_of
from .said import fill

HERE = f"{__name__}.read_with_outputs"
SVG = "image/svg+xml"
NARROW = "narrow"  # what a figure's metadata calls its drawing for a phone


class OutputsParser(Parser):
    """MyST-NB's parser, which runs nothing: outputs are those of the last run.

    A page is read anew when its outputs are.
    """

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill the document from a chapter and what its cells put out."""
        env, settings = self.env, self.env.mystnb_config
        path = Path(env.doc2path(env.docname))
        if has_cells(inputstring, path):
            env.mystnb_config = self._with_outputs(settings, path)
        try:
            super().parse(inputstring, document)
        finally:
            env.mystnb_config = settings

    def _with_outputs(self, settings: Settings, path: Path) -> Settings:
        """MyST-NB's settings that read this chapter with its outputs, if they are kept.

        Where it is called by others than the press, it runs the chapter itself.
        """
        env, memory = self.env, Memory(project_of(self.env.srcdir))
        if memory.is_unchanged(env.docname, path):
            env.note_dependency(str(memory.path(env.docname)))
            given: dict[str, object] = {"path": path, "kept": memory.path(env.docname)}
            given["extensions"] = sorted(env.myst_config.enable_extensions)
            given["narrow"] = env.temp_data[NARROW] = dict[str, str]()
            formats = {path.suffix: (HERE, given, False)}
            return settings.copy(custom_formats=formats, execution_mode="off")
        if settings.execution_mode == "off":
            what = "it changed while the book was made: make it again"
            raise MalformedError(path, None, what)
        return settings


def read_with_outputs(
    text: str,
    path: Path,
    kept: Path,
    extensions: list[str],
    narrow: dict[str, str],
) -> NotebookNode:
    """The chapter at path, whose text this is, with the outputs of its last run.

    narrow: takes the drawings for phones, each by the one for pages.
    """
    chapter = read_chapter(path.stem, path, extensions)
    assert chapter is not None, text[:80]
    chapter.take_outputs(nbformat.read(kept, as_version=4))
    fill(chapter)
    for cell in chapter.code_cells:
        for output in cell.outputs:
            if drawn := narrow_drawing(output):
                narrow[output.data[SVG]] = drawn
    return chapter.notebook


def narrow_drawing(output: NotebookNode) -> str:
    """The drawing for a phone that an output brings along; empty where it has none."""
    return output.get("metadata", {}).get(SVG, {}).get(NARROW, "")


def has_cells(text: str, path: Path) -> bool:
    """Whether a page is a notebook."""
    return path.suffix == ".ipynb" or is_myst_markdown_notebook(text)
