"""A notebook's text says what its page says: equations of claims, and what is typed.

Jupyter knows no roles, and sets no marks beneath formulas.
"""

import re
from typing import Any

from ..typeset.statements import Statements

CLAIM = re.compile(r"\{claim\}`([^`]+)`")
TYPED = "*typed by hand, not checked*"


def complete(notebook: dict[str, Any], told: Statements, page: str) -> None:
    """Put equations into the places of their roles, and marks below typed lines."""
    typed = [displayed(latex) for latex in told.typed_by_hand(page)]
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            text = with_equations("".join(cell["source"]), told)
            for line in typed:
                text = line.sub(marked, text, count=1)
            cell["source"] = text.splitlines(keepends=True)


def with_equations(text: str, told: Statements) -> str:
    """The text with the equation that each {claim} sets; what is unknown stays."""

    def equation(found: re.Match[str]) -> str:
        latex = told.equation(found[1])
        return f"${latex}$" if latex else found[0]

    return CLAIM.sub(equation, text)


def displayed(latex: str) -> re.Pattern[str]:
    """Finds a formula between $$ that is not marked yet, however it is indented."""
    tokens = r"\s+".join(map(re.escape, latex.split()))
    return re.compile(rf"^([ \t]*)(.*\$\$\s*{tokens}\s*\$\$)(?!\s*\*typed)", re.M)


def marked(found: re.Match[str]) -> str:
    """A display and, in a paragraph of its own, that it is typed."""
    return f"{found[0]}\n\n{found[1]}{TYPED}\n"
