"""Names and brackets: the smallest pieces of typesetting.

`Tex` is LaTeX that knows how tightly it binds, so that whoever puts it into something
larger can tell whether it needs brackets.
"""

from __future__ import annotations

import re
from typing import NamedTuple

SUM, LOOSE, PRODUCT, OPEN, POWER, ATOM = range(6)
"""How tightly a formula binds: a + b (or −a), arg max f, a b, log x, x², x.

LOOSE and OPEN reach to the right as far as they can: LOOSE over a sum, OPEN over a product.
"""


class Tex(str):
    """LaTeX with the level at which it binds."""

    level: int

    def __new__(cls, text: str, level: int = ATOM):
        made = super().__new__(cls, text)
        made.level = level
        return made


NAMES = {
    "phi": r"\varphi",
    "epsilon": r"\varepsilon",
    "eps": r"\varepsilon",
    "lamda": r"\lambda",
    "ell": r"\ell",
    "sigma2": r"\sigma^2",
    "tau2": r"\tau^2",
    "relu": r"\operatorname{ReLU}",
    "gelu": r"\operatorname{GELU}",
    "elu": r"\operatorname{ELU}",
    "df": r"\mathrm{df}",
    "loglik": r"\ell",
    "bce": r"\operatorname{BCE}",
    "mse": r"\operatorname{MSE}",
}
"""Display names a book may add to, by the name of the symbol."""

GREEK = (
    "alpha beta gamma delta zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
).split()
ACCENTS = {"bar": "bar", "hat": "hat", "tilde": "tilde", "dot": "dot", "vec": "vec"}
RAISED = {"star": r"\star", "opt": r"\star", "prime": r"\prime", "T": r"\top"}
WORDS = {"max": r"\max", "min": r"\min"}
_LETTER = "|".join(["[A-Za-z]", *GREEK, *(name for name in NAMES if name.isalpha())])
_PLAIN = re.compile(rf"({_LETTER})(bar|hat|tilde)?(\d*)")
_DIFFERENTIAL = re.compile(rf"d([A-Z]|[a-z]|{_LETTER})(_\w+)?")


class Name(NamedTuple):
    """A spelled symbol: its letter with accents, its lower and its upper indices."""

    letter: str
    lower: tuple[str, ...] = ()
    upper: str = ""

    def tex(self, *indices: str) -> Tex:
        """The name with further lower indices after its own."""
        lower = subscript(*self.lower, *indices)
        text = self.letter + (f"_{{{lower}}}" if lower else "")
        text += f"^{{{self.upper}}}" if self.upper else ""
        return Tex(text, POWER if "^" in text else ATOM)


def subscript(*indices: str) -> str:
    """Indices side by side where that is clear (ij), with commas where it is not (i,10)."""
    clear = all(re.fullmatch(r"[A-Za-z0-9]|\\[a-z]+", index) for index in indices)
    digits = sum(index.isdigit() for index in indices)
    return (" " if clear and digits in (0, len(indices)) else ",").join(indices)


def letter(name: str, bold: bool = False) -> str:
    """One letter or word, upright or bold as its kind asks."""
    shown = NAMES.get(name) or (f"\\{name}" if name in GREEK else name)
    if bold:
        return rf"\mathbf{{{shown}}}" if shown.isalnum() else rf"\boldsymbol{{{shown}}}"
    return rf"\mathrm{{{shown}}}" if shown.isalnum() and len(shown) > 1 else shown


def spell(name: str, bold: bool = False) -> Name:
    """Read a symbol's name as a book would write it: theta_hat, W_1, dX, A_prev, sigma2."""
    if "\\" in name or "{" in name:
        return Name(rf"\boldsymbol{{{name}}}" if bold else name)
    if name not in NAMES and (inner := _DIFFERENTIAL.fullmatch(name)):
        core = spell(name[1:], bold)
        return core._replace(letter=rf"\mathrm{{d}}{core.letter}") if inner else core
    head, *marks = [name] if name in NAMES else name.split("_")
    if head not in NAMES and (plain := _PLAIN.fullmatch(head)):
        head = plain[1]
        marks = [mark for mark in plain.groups()[1:] if mark] + marks
    return _decorated(letter(head, bold), marks, wide=len(head) > 1 and head not in GREEK)


def _decorated(core: str, marks: list[str], wide: bool) -> Name:
    lower, upper = [], ""
    for mark in marks:
        if mark in ACCENTS:
            accent = {"hat": "widehat", "tilde": "widetilde"}.get(mark, mark)
            core = rf"\{accent if wide else ACCENTS[mark]}{{{core}}}"
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


_TALL = re.compile(r"\\(frac|sum|prod|int|begin|binom|left|lim|max_|min_|operatorname\*)")
_NESTED = re.compile(r"[(\[]|\\[lr]Vert|\\[lr]vert")


def bracket(text: str, pair: str = "()") -> Tex:
    """The text between brackets of a fitting size."""
    if _TALL.search(_without_scripts(text)):
        return Tex(rf"\left{pair[0]}{text}\right{pair[1]}")
    if _NESTED.search(_without_scripts(text)):
        return Tex(rf"\bigl{pair[0]}{text}\bigr{pair[1]}")
    return Tex(f"{pair[0]}{text}{pair[1]}")


def fenced(left: str, text: str, right: str) -> Tex:
    """The text between two bars or angles of a fitting size."""
    if _TALL.search(_without_scripts(text)):
        return Tex(rf"\left{left} {text} \right{right}")
    return Tex(f"{left} {text} {right}")


def _without_scripts(text: str) -> str:
    """The text less its flat indices and exponents, which ask for no taller bracket."""
    return re.sub(r"(?<!sum)(?<!prod)[_^]\{[^{}]*\}", "", text)
