from typing import Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

class ExerciseDirective(SphinxDirective):
    option_spec: ClassVar[dict[str, Any]]
    def run(self) -> list[nodes.Node]: ...
