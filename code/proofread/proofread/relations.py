"""The relations between two sides: which a claim may state, and how they print."""

from __future__ import annotations

REVERSED = {"<=": ">=", "<": ">", ">=": "<=", ">": "<"}
NEGATED = {"<=": ">", "<": ">=", ">=": "<", ">": "<="}
ORDERED = tuple(REVERSED)
RELATIONS = ("=", *ORDERED, "~")
SIGNS = {
    "=": "=",
    "==": "=",
    "!=": r"\ne",
    "<=": r"\le",
    "<": "<",
    ">=": r"\ge",
    ">": ">",
    "~": r"\sim",
    "∝": r"\propto",
}
"""LaTeX of every relation that is printed: of claims, conditions and lines."""
