"""Names that mean what they print: none looks like what has a meaning of its own.

Refused are, by explicit list, the printed names of constants and functions, what would
be read as a power, and a definition of anything but a fresh name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import sympy as sp
from sympy.core.function import AppliedUndef, FunctionClass
from sympy.matrices.expressions.matexpr import MatrixElement

from .declaration import declared, labels_of
from .distributions import Random
from .nodes import Column, Entry
from .printing import NAMES, latex
from .reading.layout import PRIME, Letter, Mark, Sign, Word
from .reading.tex import layout
from .scope import reach
from .spelled import APPLIED, GENERIC, Spelled, spelled, typed

if TYPE_CHECKING:
    from .claim import Claim

PLAIN = (sp.Symbol, sp.MatrixSymbol, sp.IndexedBase, sp.Idx)
DEFINABLE = (sp.Symbol, sp.MatrixSymbol, sp.Indexed, *APPLIED)
VARIABLES = (sp.Symbol, sp.Idx, sp.MatrixSymbol)

LETTERS: dict[Mark, str] = {
    Letter("e", "upright"): "Euler's number",
    Letter("i", "upright"): "the imaginary unit",
    Letter("d", "upright"): "the d of a differential",
    Letter("E", "upright"): "the expected value",
    Letter("E", "double"): "the expected value",
    Letter("H", "upright"): "the entropy",
    Letter("B", "upright"): "the beta function",
    Letter("O", "script"): "Landau's order",
    Letter("I", "bold"): "the identity matrix",
    Letter("0", "bold"): "the matrix of zeros",
    Letter("1", "bold"): "the matrix of ones",
}
"""What letters mean, with indices and without."""
ALONE: dict[Mark, str] = dict.fromkeys(
    (Letter("π"), Letter("π", "upright")), "the number π"
)
"""What letters mean without indices."""
LOWERED: dict[Mark, str] = {Letter("e", "bold"): "a unit vector"}
"""What letters mean with an index below."""
FUNCTIONS = """
    sin cos tan cot sec csc arcsin arccos arctan asin acos atan sinh cosh tanh coth
    asinh acosh atanh arsinh arcosh artanh exp log ln lg lb sqrt erf erfc sign sgn abs
    Re Im arg max min sup inf lim argmax argmin det tr trace diag vec rank Var Cov Pr
    pi nan oo infty const quantile
"""
WORDS = frozenset(FUNCTIONS.casefold().split())
"""Functions, and what is upright where it is no name, in small letters or not."""
OF_SYMPY = {name for name in dir(sp) if isinstance(getattr(sp, name), FunctionClass)}
STAYING = {"beta", "gamma"}  # SymPy's functions of these names print as Β and Γ


def refuse_taken(claim: Claim) -> None:
    """Raise ValueError at a name that is none, or looks like something else."""
    nodes = nodes_of(claim)
    held = dict(_held(nodes))
    looks = {name: spelled(name) for name in sorted(_names(nodes), key=str)}
    plain = {look.letter for look in looks.values() if not look.upper}
    indexed = {spelled(q.base).letter for q in nodes if isinstance(q, sp.Indexed)}
    indexed |= {spelled(_unbold(q)).letter for q in nodes if _is_entry(q)}
    for name, look in looks.items():
        what = _meaning(name, look, held) or _power(name, look, plain)
        if isinstance(name, sp.Symbol) and look.lower and look.letter in indexed:
            what = f"an entry of {look.letter}"
        if what:
            raise ValueError(f"the name {typed(name)} prints as {what}: rename it")
    refuse_defining(*(name for name, _ in claim.where))
    for name, value in claim.where:
        known = reach(value, claim.definitions)
        if _family(name) in {_family(q) for q in known if isinstance(q, DEFINABLE)}:
            raise ValueError(f"where: {name} is defined by itself: say what it is")


def refuse_defining(*names: Any) -> None:
    """Raise ValueError where what is to be defined is no fresh name.

    A family is defined once and at variables, and so is a function: defined at a number
    it would be defined everywhere.
    """
    families = [_family(name) for name in names]
    for name, family in zip(names, families, strict=True):
        if what := _undefinable(name):
            text = f"where: {name} {what}: define a fresh name, or claim an equation"
            raise ValueError(text)
        if families.count(family) > 1:
            raise ValueError(f"where: {name} is defined twice: define it once")


def _undefinable(name: Any) -> str:
    """Why something cannot be defined, if so."""
    if isinstance(name, Random):
        return "follows a distribution"
    if not isinstance(name, DEFINABLE) or isinstance(name, sp.Dummy):
        return "has a meaning already"
    at = _places(name)
    if all(isinstance(k, VARIABLES) for k in at) and len(set(at)) == len(at):
        return ""
    return "is not taken at different variables, as f(x) and z[k] are"


def _family(name: Any) -> Any:
    """What is defined by a definition of a name."""
    if isinstance(name, GENERIC):
        return name.func, name.args[0]
    return name.func if isinstance(name, AppliedUndef) else getattr(name, "base", name)


def _is_entry(q: Any) -> bool:
    """Whether a node is an entry of a named matrix, which prints without bold."""
    return isinstance(q, (MatrixElement, Entry)) and q.args[0].is_symbol


def _unbold(entry: Any) -> Any:
    return sp.Symbol(entry.args[0].name)


def _places(name: Any) -> tuple[Any, ...]:
    """What a family or a function is taken at."""
    if isinstance(name, sp.Indexed):
        return tuple(name.indices)
    if isinstance(name, GENERIC):
        return name.args[1:2]
    return name.args if isinstance(name, AppliedUndef) else ()


def nodes_of(claim: Claim) -> set[Any]:
    """All that a claim is written with, distributions and cases of equality too."""
    sharp = [q for pair in claim.equality.items() for q in pair]
    found, pending = set[Any](), [*claim.expressions(), *sharp]
    while pending:
        for q in set(sp.preorder_traversal(pending.pop())) - found:
            pending += [q.distribution] if isinstance(q, Random) else []
            found.add(q)
    return found


def _names(nodes: set[Any]) -> set[Any]:
    """What looks like a name: a matrix's column too, which is its letter made small."""
    labels = {label for q in nodes for label in labels_of(q)}
    names = {q for q in nodes - labels if isinstance(q, (*PLAIN, *APPLIED))}
    parts = {q for q in nodes if isinstance(q, Column) and q.args[0].is_symbol}
    return {q for q in names | parts if not isinstance(q, sp.Dummy)}


def _held(nodes: Iterable[Any]) -> Iterator[tuple[tuple[Mark, bool], str]]:
    """The letters of the constants and functions that a claim holds.

    Each with whether it is that of a function.
    """
    for q in nodes:
        if isinstance(q, (sp.NumberSymbol, sp.core.numbers.ImaginaryUnit)):
            letter = Letter(str(layout(latex(q))[0]).split()[-1])
            yield (letter, False), f"{q}, which the claim holds"
        elif isinstance(q, sp.exp):
            yield (Letter("e"), False), "Euler's number, which the claim holds"
        elif isinstance(q, sp.Function) and (word := declared(q).letter):
            yield (layout(word)[0], True), f"{q.func}, which the claim holds"


def _meaning(name: Any, look: Spelled, held: dict[tuple[Mark, bool], str]) -> str:
    """What a name looks like, if anything else."""
    letter, is_function = look.letter, isinstance(name, APPLIED)
    if isinstance(letter, Word) and _is_word(letter.text):
        return f"the function or constant {letter.text}"
    if is_function and (own := typed(name)[1:-1]) in OF_SYMPY - STAYING:
        return f"the function or constant {own}"
    if is_function and Sign(PRIME) in look.upper:
        return "a derivative"
    if look.lower and letter in LOWERED:
        return LOWERED[letter]
    alone = not (look.lower or look.upper or isinstance(name, sp.IndexedBase))
    if alone and (what := ALONE.get(letter) or held.get((letter, is_function))):
        return what
    return LETTERS.get(letter, "")


def _is_word(text: str) -> bool:
    """Whether a word is that of a function or constant; SymPy's are as they are."""
    return text.casefold() in WORDS or text in OF_SYMPY


def _power(name: Any, look: Spelled, plain: set[Mark]) -> str:
    """What a name with something above it looks like, if that is no name.

    A name such as sigma2 is one where no other name of the claim is sigma.
    """
    if not look.is_raised:
        return ""
    own = typed(name)[1:-1] in NAMES
    return "" if own and look.letter not in plain else f"a power of {look.letter}"
