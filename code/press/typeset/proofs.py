"""Proofs in prose, whose first line may begin a list of steps."""

import re
from typing import cast

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx_proof.directive import ProofDirective
from sphinx_proof.domain import ProofDomain

BEGINS_LIST = re.compile(r"(?:\d+\.|[-*]) ")


class Proof(ProofDirective):
    """A proof, its word on a line of its own where steps follow at once.

    sphinx-proof writes the word before the first line, which then begins no list.
    """

    def run(self) -> list[nodes.Node]:
        """The proof; what it says keeps its line numbers."""
        steps = self.content
        if not BEGINS_LIST.match("".join(steps[:1])):
            return super().run()
        self.content = StringList([""], source="")
        found = super().run()
        for box in cast(list[nodes.Element], found):
            self.state.nested_parse(steps, 0, cast(nodes.Element, box[0]))
        return found


def use_proofs(app: Sphinx) -> None:
    """Read proofs by the directive of this module."""
    app.setup_extension("sphinx_proof")  # first: its own is replaced
    app.add_directive_to_domain(ProofDomain.name, "proof", Proof, override=True)
