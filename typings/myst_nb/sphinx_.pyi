"""What the press extends of MyST-NB's parser."""

from docutils import nodes
from myst_nb.core.config import NbParserConfig
from myst_parser.config.main import MdParserConfig
from sphinx.environment import BuildEnvironment
from sphinx.parsers import Parser as SphinxParser

class SphinxEnvType(BuildEnvironment):
    myst_config: MdParserConfig
    mystnb_config: NbParserConfig

class Parser(SphinxParser):
    env: SphinxEnvType
    def parse(self, inputstring: str, document: nodes.document) -> None: ...

class HideCodeCellNode(nodes.Element): ...
