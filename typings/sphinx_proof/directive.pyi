from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

class ProofDirective(SphinxDirective):
    content: StringList
    def run(self) -> list[nodes.Node]: ...
