"""Values of which what a theorem assumes may hold, by the kinds of what it assumes.

Nothing rests on what is proposed here: Coq shows that all that is assumed holds of it.
Sizes are 1, or 2 where one less has to have an inverse; a matrix is an identity, as far
as it goes, where its columns have to be orthonormal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import cycle

RANDOM = re.compile(r"\bRandom\b|comUnitAlgType")
HALF, SINE = Fraction(1, 2), Fraction(3, 5)
NUMBERS = (
    *((2, 3, 5, 7), (4, 9, 15), (3, 4, 16), (2, 3, 1), (HALF,)),
    *((1, 0, -1), (0, 1), (SINE,), (1,), (0,)),
)
FEW = ((0, 1), (1,), (0,))
ARRAY = re.compile(r"'(?:M|cV)\[.*?\]_(.*)")


class Assumed:
    """What a theorem speaks of, with types, and what it assumes of it.

    free: the names that no equation defines.
    """

    def __init__(
        self, kinds: Mapping[str, str], assumed: Sequence[str], free: Sequence[str]
    ) -> None:
        self.kinds, self.assumed, self.free = kinds, assumed, free
        self.draws = [n for n, kind in kinds.items() if _is_drawn(kind)]
        self.mean = next((n for n, k in kinds.items() if k == "Random -> R"), "E")

    def proposals(self) -> Iterator[dict[str, str]]:
        """Some values for free names, for each row of numbers they are made of."""
        for row in self._rows():
            numbers = cycle(map(number, row))
            yield {n: self._value(n, self.kinds[n], numbers) for n in self.free}

    @property
    def of_reals(self) -> bool:
        """Whether exp has its law and is undone by log: by no rational numbers."""
        return self._matches(INVERSE) is not None and self._says(" (x_ + y_) = ")

    def real_proposal(self) -> dict[str, str]:
        """Sizes of 1, the real exp and log, and 1/2 for whatever else there is."""
        return {n: self._real_value(n, self.kinds[n]) for n in self.free}

    def _real_value(self, name: str, kind: str) -> str:
        *domain, image = kind.split(" -> ")
        if kind == "nat":
            return "1%N"
        if kind == "R -> R":
            told = self._function(name)
            return REAL.get(told, told)
        told = "half" if image == "R" else "(const_mx half)"
        return f"(fun {'_ ' * len(domain)}=> {told})" if domain else told

    def _rows(self) -> tuple[tuple[Fraction | int, ...], ...]:
        """Numbers to try: few where powers are taken."""
        return FEW if self._matches(INVERSE) else NUMBERS

    def _value(self, name: str, kind: str, numbers: Iterator[str]) -> str:
        *domain, image = kind.split(" -> ")
        if name in self.draws:
            draw = self._draw(name)
            told = draw if image == "Random" else f"(const_mx {draw})"
        elif kind in CONSTANTS:
            return CONSTANTS[kind]
        elif kind == "nat":
            return "2%N" if self._says(f"({name}%:R + (- 1))") else "1%N"
        elif kind == "R -> R":
            return self._function(name)
        elif _is_square(image):
            told = "1%:M"
        elif self._adds_up_to_1(name):
            told = "1" if image == "R" else "(eye _ _)"
        elif image == "R":
            told = next(numbers)
        elif image.startswith("'I_"):
            return "ord0"
        else:
            told = f"(const_mx {next(numbers)})"
        return f"(fun {'_ ' * len(domain)}=> {told})" if domain else told

    def _says(self, words: str) -> bool:
        return any(words in told for told in self.assumed)

    def _matches(self, pattern: str) -> re.Match[str] | None:
        found = (re.fullmatch(pattern, told) for told in self.assumed)
        return next((match for match in found if match), None)

    def _adds_up_to_1(self, name: str) -> bool:
        """Whether a sum, a length or a product of an array and its own is 1."""
        sides = (told.partition(" = ") for told in self.assumed)
        ones = [left for left, _, right in sides if right in ONES]
        return any(speaks(left, name) for left in ones)

    def _function(self, f: str) -> str:
        """A function of which the laws hold that are assumed of it."""
        inverse = self._matches(INVERSE)
        circle = self._matches(CIRCLE)
        by_exp = self._matches(rf"forall x_, {f} x_ = \([\w']+ x_ ([+-]) .*")
        if inverse and f in inverse.groups():
            return "log_of" if f == inverse[1] else "exp_of"
        if self._says(f"{f} (x_ + y_) = {f} x_ * {f} y_"):
            return "(fun _ => 1)"
        if self._says(f"{f} (x_ * y_) = "):
            return "log_of"
        if any(re.search(rf"\({f} (.*)\) \* \({f} \1\) = ", t) for t in self.assumed):
            return "root"
        if circle and f in circle.groups():
            return "(fun _ => 0)" if f == circle[1] else "(fun _ => 1)"
        if by_exp:
            return "(fun _ => 1)" if by_exp[1] == "+" else "(fun _ => 0)"
        return "(fun x => x)"

    def _draw(self, x: str) -> str:
        """A random number: which coin it tosses, its mean and its deviation."""
        e, coin = self.mean, self.draws.index(x) % 2 + 1
        place = r"((?: [ij]_)?(?: 0)?)"
        one = self._matches(rf"(?:forall i_, )?{e} \({x}{place}\) = (.*)")
        mean = one[2] if one else "0"
        many = self._matches(
            rf"forall i_ j_, {e} \({x}{place} \* {x}{place}\) = (.*) \*\+ \(i_ == j_\)"
        )
        single = self._matches(rf"{e} \({x} \* {x}\) = (.*)")
        if many:
            spread = many[3].removeprefix(f"{mean} * {mean} + ")
        else:
            spread = f"({single[1]} - ({mean}) ^+ 2)" if single else "1"
        return f"(coin{coin} ({mean}) (root {spread}))"


ONES = ("1", "1%:M", "1 :> R")
INVERSE = r"forall x_, ([\w']+) \(([\w']+) x_\) = x_"
CIRCLE = r"forall x_, ([\w']+) x_ \^\+ 2 \+ ([\w']+) x_ \^\+ 2 = 1"
REAL = {"exp_of": "real_exp", "log_of": "real_log"}
CONSTANTS = {"comUnitAlgType R": "outcomes", "Random -> R": "average"}


def speaks(told: str, name: str) -> bool:
    """Whether a name stands in words of Coq, where *m and ^T are no names."""
    return re.search(rf"(?<![\w'*^]){re.escape(name)}(?![\w'])", told) is not None


def number(value: Fraction | int) -> str:
    """A rational number in Coq."""
    if value < 0:
        return f"(- {number(-value)})"
    if isinstance(value, int):
        return str(value) if value < 2 else f"{value}%:R"
    return f"({number(value.numerator)} / {number(value.denominator)})"


def _is_drawn(kind: str) -> bool:
    return RANDOM.search(kind) is not None and kind not in CONSTANTS


def _is_square(kind: str) -> bool:
    """Whether a type is that of matrices with as many rows as columns."""
    sizes = ARRAY.fullmatch(kind)
    if kind.startswith("'cV") or sizes is None:
        return False
    first, _, second = sizes[1].strip("()").partition(", ")
    return first == second or not second
