"""That what a theorem assumes can hold: the statement that something satisfies it.

What is defined is defined so, eps is 0, and of the rest `values.py` tells some, which
the tactic of `witness.v` shows to satisfy all that is assumed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .values import RANDOM, Assumed, speaks

HEAD = """\
From mathcomp Require Import all_ssreflect ssralg ssrint rat matrix mxalgebra zmodp.
From kernel Require Import notions witness{more}.
Import GRing.Theory.
Local Open Scope ring_scope.
Local Notation R := [comUnitRingType of {numbers}].
"""
RATIONAL = HEAD.format(more="", numbers="rat")
REAL = HEAD.format(more=" reals", numbers="real")
THEOREM = re.compile(
    r"^Theorem ([\w']+)\n(.*?) :\n  (?:[^\n]+\n)+?Proof\.", re.MULTILINE | re.DOTALL
)
RING = "R : comUnitRingType"
KIND = re.compile(
    r"nat|R|comUnitAlgType R|Random|Random -> R|'[^=]*|\(?'[^=]* -> .*|R -> .*"
)
NO_KIND = re.compile(r" = |\\in|\\is|forall")
DEFINES = re.compile(r"([\w']+) = (.*)")


@dataclass(frozen=True)
class Name:
    """A name that a theorem speaks of: its type, and the equation that defines it."""

    name: str
    kind: str
    told: str = ""

    @property
    def opening(self) -> str:
        """That there is such a thing."""
        if self.told:
            return f"exists {self.name} : {self.kind}, {self.told} /\\ "
        return f"exists ({self.name} : {self.kind}), "


@dataclass(frozen=True)
class Witness:
    """What to show of a theorem, and what to try, one after the other.

    head: what stands before it, and says of which numbers it speaks.
    """

    says: str
    tries: tuple[str, ...]
    head: str = RATIONAL

    @property
    def tactic(self) -> str:
        """The first of what is tried that shows it."""
        return f"first [ {' | '.join(self.tries)} ]"


def witnesses(file: str) -> dict[str, Witness]:
    """What to show of each theorem of a file that assumes something, by its name."""
    found = {name: witness(binders) for name, binders in THEOREM.findall(file)}
    return {name: told for name, told in found.items() if told}


def witness(binders: str) -> Witness | None:
    """That there is all that a theorem speaks of; None where nothing is assumed."""
    kinds: dict[str, str] = {}
    assumed: list[str] = []
    for names, told in _bracketed(binders):
        if KIND.fullmatch(told) and not NO_KIND.search(told):
            kinds |= dict.fromkeys(names, told)
        else:
            assumed.append(told)
    if not assumed:
        return None
    defined = _defined(kinds, assumed)
    names = _ordered(kinds, defined)
    rest = [told for told in assumed if told not in defined.values()]
    says = "".join(n.opening for n in names) + " /\\ ".join(
        f"({t})" for t in rest or ["True"]
    )
    known = Assumed(kinds, assumed, [n for n in kinds if n not in defined])
    if known.of_reals:
        tried = _try(names, known.real_proposal(), "all_hold_of_reals")
        return Witness(says, (tried,), REAL)
    every = known.proposals()
    return Witness(says, tuple(_try(names, values, "all_hold") for values in every))


def _try(names: list[Name], values: dict[str, str], tactic: str) -> str:
    """Each name with its value, and that what is assumed holds of them."""
    steps: list[str] = []
    for n in names:
        value = DEFINES.fullmatch(n.told)
        told = value[2] if value else values[n.name]
        steps.append(f"pose {n.name} : {n.kind} := {told}; exists {n.name}")
        if value:
            steps.append("split; [reflexivity |]")
    return f"solve [ {'; '.join([*steps, tactic])} ]"


def _ordered(kinds: dict[str, str], defined: dict[str, str]) -> list[Name]:
    """Names in an order in which values may speak of others: random ones late."""
    random = {n for n, kind in kinds.items() if RANDOM.search(kind)}
    late: set[str] = set()
    for n, told in defined.items():
        if any(speaks(told, other) for other in random | late):
            late.add(n)
    plain = [n for n in kinds if n not in random and n not in defined]
    early = [n for n in defined if n not in late]
    last = [n for n in defined if n in late]
    in_order = [*plain, *early, *(n for n in kinds if n in random), *last]
    return [Name(n, kinds[n], defined.get(n, "")) for n in in_order]


def _bracketed(binders: str) -> Iterator[tuple[list[str], str]]:
    for line in binders.splitlines():
        inside = line.strip()[1:-1]
        if inside != RING:
            names, _, told = inside.partition(" : ")
            yield names.split(), told


def _defined(kinds: dict[str, str], assumed: list[str]) -> dict[str, str]:
    """The equations that say what a variable is, each after those that it needs."""
    found = {"eps": "eps = 0"} if "eps" in kinds else {}
    for told in assumed:
        says = DEFINES.fullmatch(told)
        if says and says[1] in kinds and not speaks(says[2], says[1]):
            found.setdefault(says[1], told)
    ordered: dict[str, str] = {}
    while found:
        ready = [n for n in found if not any(_needs(found, n, o) for o in found)]
        ordered |= {n: found.pop(n) for n in ready}
        if not ready:  # a circle: its equations are conditions like others
            return ordered
    return ordered


def _needs(found: dict[str, str], name: str, other: str) -> bool:
    return other != name and speaks(found[name].partition(" = ")[2], other)
