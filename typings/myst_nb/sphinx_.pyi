"""What the press extends of MyST-NB's parser."""

from typing import Protocol

from docutils import nodes
from myst_parser.config.main import MdParserConfig
from sphinx.environment import BuildEnvironment
from sphinx.parsers import Parser as SphinxParser

class _Settings(Protocol):
    execution_mode: str
    def copy(self, *, custom_formats: dict[str, object]) -> _Settings: ...

class SphinxEnvType(BuildEnvironment):
    myst_config: MdParserConfig
    mystnb_config: _Settings

class Parser(SphinxParser):
    env: SphinxEnvType
    def parse(self, inputstring: str, document: nodes.document) -> None: ...

class HideCodeCellNode(nodes.Element): ...
