from docutils import nodes
from sphinx.application import Sphinx

def get_node_number(app: Sphinx, node: nodes.Node, typ: str) -> str: ...
