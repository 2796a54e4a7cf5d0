"""Names: how theta_hat, W_1, dX, A_prev and sigma2 are spelled on the page."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from .binding import ATOM, POWER, Tex

NAMES = {
    "phi": r"\varphi",
    "varphi": r"\varphi",
    "epsilon": r"\varepsilon",
    "eps": r"\varepsilon",
    "varepsilon": r"\varepsilon",
    "lamda": r"\lambda",
    "ell": r"\ell",
    "loglik": r"\ell",
    "sigma2": r"\sigma^2",
    "tau2": r"\tau^2",
    "df": r"\mathrm{df}",
    "relu": r"\operatorname{ReLU}",
    "elu": r"\operatorname{ELU}",
    "gelu": r"\operatorname{GELU}",
    "bce": r"\operatorname{BCE}",
    "mse": r"\operatorname{MSE}",
}
"""Display names, by the name of the symbol; a book may add its own."""

GREEK = re.findall(
    r"\w+",
    "alpha beta gamma delta zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau"
    " upsilon chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega",
)
ACCENTS = ("bar", "hat", "tilde", "dot", "ddot", "vec")
RAISED = {"star": r"\star", "opt": r"\star", "prime": r"\prime", "plus": "+"}
WORDS = {"max": r"\max", "min": r"\min"}

_LETTER = "|".join(["[A-Za-z]", *GREEK, *(name for name in NAMES if name.isalpha())])
_PLAIN = re.compile(rf"({_LETTER})(bar|hat|tilde)?(\d*)")
_DIFFERENTIAL = re.compile(rf"d({_LETTER})(_\w+)?")
_WIDE_INDEX = re.compile(r"(\w+)_\{([^{}\\]+)\}")
_SINGLE = re.compile(r"[A-Za-z0-9]|\\[a-z]+")


class Name(NamedTuple):
    """A spelled symbol: its letter with accents, its lower and its upper indices."""

    letter: str
    lower: tuple[str, ...] = ()
    upper: str = ""

    def tex(self, *indices: str) -> Tex:
        """The name, with further lower indices after its own."""
        lower = subscript(*self.lower, *indices)
        text = self.letter + (f"_{{{lower}}}" if lower else "")
        text += f"^{{{self.upper}}}" if self.upper else ""
        return Tex(text, POWER if "^" in text else ATOM)


def subscript(*indices: str) -> str:
    """Indices side by side where that is clear (ij), else with commas (i,10)."""
    clear = all(_SINGLE.fullmatch(index) for index in indices)
    digits = sum(index.isdigit() for index in indices)
    return (" " if clear and digits in (0, len(indices)) else ",").join(indices)


def letter(name: str, bold: bool = False) -> str:
    """A letter, italic or bold, or a word, upright."""
    shown = NAMES.get(name) or (f"\\{name}" if name in GREEK else name)
    if bold:
        return rf"\mathbf{{{shown}}}" if shown.isalnum() else rf"\boldsymbol{{{shown}}}"
    return rf"\mathrm{{{shown}}}" if shown.isalnum() and len(shown) > 1 else shown


def spell(name: str, bold: bool = False) -> Name:
    """Read the name of a symbol as a book would write it."""
    if name in NAMES:
        return Name(letter(name, bold))
    if wide_index := _WIDE_INDEX.fullmatch(name):
        core = spell(wide_index[1], bold)
        return core._replace(lower=(*core.lower, wide_index[2]))
    if "\\" in name or "{" in name:
        return Name(rf"\boldsymbol{{{name}}}" if bold else name)
    if _DIFFERENTIAL.fullmatch(name):
        core = spell(name[1:], bold)
        return core._replace(letter=rf"\mathrm{{d}}{core.letter}")
    head, *marks = name.split("_")
    if head not in NAMES and (plain := _PLAIN.fullmatch(head)):
        head = plain[1]
        marks = [mark for mark in plain.groups()[1:] if mark] + marks
    wide = len(head) > 1 and head not in GREEK and head not in NAMES
    return _decorated(letter(head, bold), marks, wide)


def _decorated(core: str, marks: list[str], wide: bool) -> Name:
    """A letter with its accents, lower indices and raised marks."""
    lower: list[str] = []
    upper = ""
    for mark in marks:
        if mark in ACCENTS:
            accent = f"wide{mark}" if wide and mark in ("hat", "tilde") else mark
            core = rf"\{accent}{{{core}}}"
        elif mark in RAISED:
            upper += RAISED[mark]
        elif mark:
            lower.append(index_name(mark))
    return Name(core, tuple(lower), upper)


def index_name(mark: str) -> str:
    """A lower index: a letter, a number, a Greek letter or a word."""
    if mark in WORDS or mark in NAMES or mark in GREEK:
        return WORDS.get(mark) or letter(mark)
    return mark if mark.isdigit() or len(mark) == 1 else rf"\text{{{mark}}}"


def symbol_name(e: Any) -> str:
    """The name of a symbol, a matrix symbol or an indexed base."""
    return str(getattr(e, "label", None) or e.name)
