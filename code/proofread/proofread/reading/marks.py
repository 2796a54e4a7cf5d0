"""The commands of LaTeX that are one mark, and those that are none."""

from __future__ import annotations

from .layout import Letter, Mark, Sign

LETTERS = (
    r"\alpha \beta \gamma \delta \zeta \eta \theta \iota \kappa \lambda \mu \nu \xi \pi"
    r" \rho \sigma \tau \upsilon \chi \psi \omega \varepsilon \varphi"
)
SMALL = "αβγδζηθικλμνξπρστυχψωεφ"
CAPITALS = r"\Gamma \Delta \Theta \Lambda \Xi \Pi \Sigma \Upsilon \Phi \Psi \Omega"
LARGE = "ΓΔΘΛΞΠΣΥΦΨΩ"
FUNCTIONS = (
    r"\log \exp \sin \cos \tan \cot \sinh \cosh \tanh \arcsin \arccos \arctan"
    r" \det \lim \max \min \Pr"
)
OPERATORS = {
    "le": "≤", "ge": "≥", "ne": "≠", "sim": "∼", "approx": "≈", "succ": "≻",
    "succeq": "⪰", "propto": "∝", "to": "→", "mapsto": "↦", "dots": "…", "cdot": "⋅",
    "times": "×", "odot": "⊙", "otimes": "⊗", "circ": "∘", "star": "⋆", "partial": "∂",
    "nabla": "∇", "infty": "∞", "top": "⊤", "sum": "∑", "prod": "∏", "int": "∫",
    "lvert": "|", "rvert": "|", "lVert": "‖", "rVert": "‖", "Vert": "‖", "mid": "|",
    "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈",
    "rceil": "⌉", "{": "{", "}": "}", "prime": "′", "in": "∈",
}  # fmt: skip
COMMANDS: dict[str, Mark] = {
    **{name: Letter(c) for name, c in zip(LETTERS.split(), SMALL, strict=True)},
    **{
        name: Letter(c, "upright")
        for name, c in zip(CAPITALS.split(), LARGE, strict=True)
    },
    **{f"\\{name}": Sign(char) for name, char in OPERATORS.items()},
    r"\ell": Letter("l", "script"),
}
WORDS = frozenset(FUNCTIONS.split())
SAME: dict[str, Mark] = {
    **{char: Sign(char) for char in "+=<>/!,;:.()[]|"},
    "-": Sign("−"),
    "*": Sign("∗"),
    "'": Sign("′"),
}
SILENT = {
    r"\,", r"\;", r"\:", r"\!", r"\ ", "~", r"\quad", r"\qquad", r"\displaystyle",
    r"\bigl", r"\bigr", r"\Bigl", r"\Bigr", r"\big", r"\Big", r"\biggl", r"\biggr",
}  # fmt: skip
"""Spaces, and the sizes of what follows."""
SKIPPED = {r"\label": 1, r"\proofreadreason": 2}
"""What is no part of the mathematics, with the number of its arguments."""
