"""That what a theorem assumes can hold: the statement that something satisfies it.

What is defined is defined so, eps is 0, and the tactic of `witness.v` offers sizes,
rational numbers, matrices and functions for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

HEAD = """\
From mathcomp Require Import all_ssreflect ssralg ssrint rat matrix mxalgebra zmodp.
From kernel Require Import notions witness.
Import GRing.Theory.
Local Open Scope ring_scope.
Local Notation R := [comUnitRingType of rat].
"""
THEOREM = re.compile(
    r"^Theorem ([\w']+)\n(.*?) :\n  (?:[^\n]+\n)+?Proof\.", re.MULTILINE | re.DOTALL
)
RING = "R : comUnitRingType"
KIND = re.compile(r"nat|R|'[^=]*|\(?'[^=]* -> .*|R -> .*|nat -> .*")
NO_KIND = re.compile(r" = |\\in|\\is|forall")
DEFINES = re.compile(r"([\w']+) = (.*)")


def witnesses(file: str) -> dict[str, str]:
    """What to show of each theorem of a file that assumes something, by its name."""
    found = {name: statement(binders) for name, binders in THEOREM.findall(file)}
    return {name: told for name, told in found.items() if told}


def statement(binders: str) -> str:
    """That there is all that a theorem speaks of; empty where nothing is assumed."""
    kinds: dict[str, str] = {}
    assumed: list[str] = []
    for names, told in _bracketed(binders):
        if KIND.fullmatch(told) and not NO_KIND.search(told):
            kinds |= dict.fromkeys(names, told)
        else:
            assumed.append(told)
    if not assumed:
        return ""
    defined = _defined(kinds, assumed)
    rest = [told for told in assumed if told not in defined.values()]
    free = (f"exists ({n} : {kind}), " for n, kind in kinds.items() if n not in defined)
    ordered = (f"exists {n} : {kinds[n]}, {told} /\\ " for n, told in defined.items())
    return "".join([*free, *ordered]) + " /\\ ".join(f"({t})" for t in rest or ["True"])


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
        if says and says[1] in kinds and not _speaks(says[2], says[1]):
            found.setdefault(says[1], told)
    ordered: dict[str, str] = {}
    while found:
        ready = [n for n in found if not any(_needs(found, n, o) for o in found)]
        ordered |= {n: found.pop(n) for n in ready}
        if not ready:  # a circle: its equations are conditions like others
            return ordered
    return ordered


def _needs(found: dict[str, str], name: str, other: str) -> bool:
    return other != name and _speaks(found[name].partition(" = ")[2], other)


def _speaks(told: str, name: str) -> bool:
    """Whether a name stands in words of Coq, where *m is no name."""
    return re.search(rf"(?<![\w'*]){re.escape(name)}(?![\w'])", told) is not None
