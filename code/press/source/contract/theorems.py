"""Theorems: each says what it supposes, is among the results, and is attacked."""

import re
from collections.abc import Iterator

from .cells import cells

FENCE = re.compile(
    r"^(?P<fence>`{3,}|:{3,})\{prf:(?P<kind>theorem|proposition|lemma|corollary)\}"
    r"[^\n]*\n(?P<body>.*?)^(?P=fence)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
LABEL = re.compile(r"^:label:[ \t]*(\S+)", re.MULTILINE)
GIVEN = re.compile(r"^[`:]{3,}\{given\}", re.MULTILINE)
RESULTS = re.compile(
    r"^(`{3,}|:{3,})\{results\}.*?^\1[ \t]*$", re.MULTILINE | re.DOTALL
)
REMEMBERED = {"theorem", "proposition"}  # what a reader takes along


def unfounded(text: str) -> Iterator[tuple[int, str]]:
    """(line, complaint) of each theorem that does not say all that it should."""
    results = "".join(found[0] for found in RESULTS.finditer(text))
    code = "".join(cell.code for cell in cells(text))
    for found in FENCE.finditer(text):
        line, kind = 1 + text.count("\n", 0, found.start()), found["kind"]
        label = LABEL.search(found["body"])
        if not GIVEN.search(found["body"]):
            yield line, f"a {kind} without its hypotheses: put a {{given}} into it"
        if not label:
            yield line, f"a {kind} without its label: add :label: …"
        elif kind in REMEMBERED and f"{{prf:ref}}`{label[1]}`" not in results:
            what = f"{label[1]} is not among the results: name it in {{results}}, by"
            yield line, f"{what} {{prf:ref}}`{label[1]}`, which repeats its hypotheses"
        if label and f'attack("{label[1]}"' not in code:
            what = f'{label[1]} is tried on no random case: attack("{label[1]}", holds)'
            yield line, f"{what} in a cell, from mlmath.attacks"
