"""A Sphinx extension that sets formulas of single letters as MathML, mark by mark.

With `hand_set_pieces`, a page may break them before their relation.
"""

from __future__ import annotations

from typing import Any

from docutils.nodes import SkipNode


def markup(latex: str, drop: str) -> str:
    marks = (c for c in latex if not c.isspace() and c != drop)
    made = (f"<mi>{c}</mi>" if c.isalpha() else f"<mo>{c}</mo>" for c in marks)
    return f"<math>{''.join(made)}</math>"


def write(self: Any, node: Any) -> None:
    drop = self.builder.app.config.hand_set_drop
    made = markup(node.astext(), drop)
    if self.builder.app.config.hand_set_pieces:
        made = made.replace("<mo>=", "</math><wbr><math><mo>=")
    self.body.append(made)
    raise SkipNode


def setup(app: Any) -> None:
    app.add_config_value("hand_set_drop", "", "env", (str,))
    app.add_config_value("hand_set_pieces", False, "env", (bool,))
    app.add_html_math_renderer("hand", (write, None), (write, None))
