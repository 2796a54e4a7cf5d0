"""{kernel}: the words of the theorems of Coq, how many there are, and what has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from docutils import nodes

from ..bundle import Kind
from ..kernel.coq import THEORY
from .pages import CollectedPage
from .second_counted import is_re_proved
from .tables import Cell, print_table, screen_table

CHAPTERS = ("Chapter", "Claims", "With a theorem", "Re-proved in this build")
CAUSES = ("Cause", "Claims and lines")


class KernelPage(CollectedPage):
    """Fills {kernel}."""

    kind = "kernel"

    def parts(self, of: str) -> Iterable[nodes.Node]:
        """The definitions as the theory has them, and two tables."""
        text = definitions()
        yield nodes.literal_block(text, text, language="coq")
        table = screen_table if self.on_screen else print_table
        yield table("Theorems of each chapter", CHAPTERS, [*self.chapters()])
        yield table("Why there is no theorem", CAUSES, [*self.causes()])

    def chapters(self) -> Iterable[list[Cell]]:
        """How many theorems each chapter has."""
        for page in self.domain.reading_order():
            kinds = (Kind.CLAIM, Kind.DERIVATION)
            shown = self.domain.shown.get(page, [])
            claims = [s.bundle for s in shown if s.bundle.kind in kinds]
            found = [self.domain.second_proofs.of(bundle) for bundle in claims]
            whole = sum(second is not None and second.is_whole for second in found)
            if claims:
                yield [
                    self.chapter(page),
                    len(claims),
                    whole,
                    sum(map(is_re_proved, found)),
                ]

    def causes(self) -> Iterable[list[Cell]]:
        """Each cause with its count, the most frequent first."""
        known = self.domain.second_proofs.lines.values()
        found = Counter(one.cause for lines in known for one in lines.values())
        del found[""]
        for cause, count in sorted(found.items(), key=lambda each: (-each[1], each[0])):
            yield [cause, count]


def definitions() -> str:
    """All that the theory defines for theorems to speak by, from its own file."""
    text = (THEORY / "notions.v").read_text(encoding="utf-8")
    return text.partition("Local Open Scope ring_scope.\n")[2].strip()
