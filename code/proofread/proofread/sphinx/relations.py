"""What a formula typed by hand says: is it numbered, does it state a relation?"""

from __future__ import annotations

import re

NUMBERING = re.compile(
    r"\\tag\b|\\begin\{(equation|align|alignat|gather|multline|flalign|eqnarray)\}"
)
GROUP = re.compile(r"\{[^{}]*\}")
NOT_RELATIONS = re.compile(
    r"\\(?:left|right|[bB]igg?[lmr]?)\s*[<>]"  # brackets
    r"|\\(?:text|textrm|textbf|textit|mathrm|operatorname|label|tag|begin|end)\*?\s*\{[^{}]*\}"
    r"|[_^]\s*(?:\\[a-zA-Z]+\b\s*)?\{[^{}]*\}"
)
COMMANDS = (
    "le|leq|leqslant|ge|geq|geqslant|lt|gt|ll|gg|ne|neq|approx|sim|simeq|cong|equiv|propto|doteq"
    "|triangleq|coloneqq|eqqcolon|to|rightarrow|longrightarrow|Rightarrow|Longrightarrow|mapsto"
    "|longmapsto|leftarrow|gets|Leftarrow|iff|implies|impliedby|Leftrightarrow|leftrightarrow"
    "|prec|preceq|succ|succeq|asymp|lesssim|gtrsim|stackrel|overset|xrightarrow|not"
)
RELATION = re.compile(rf"[=<>≤≥≈∼∝≡≠→⇒]|\\(?:{COMMANDS})(?![a-zA-Z])")


def states_relation(latex: str) -> bool:
    """Whether a formula states something: x = y does, a sum from i = 1 does not."""
    previous, text = "", latex
    while text != previous:
        previous, text = text, NOT_RELATIONS.sub(" ", text)
        if text == previous:
            text = innermost_plain(text)
    return bool(RELATION.search(text))


def innermost_plain(latex: str) -> str:
    """The formula without inner groups that hold no relation."""
    return GROUP.sub(lambda group: group[0] if RELATION.search(group[0]) else "", latex)
