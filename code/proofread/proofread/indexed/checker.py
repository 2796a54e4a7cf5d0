"""The checker: accepts a proof in index notation, or refuses it.

It shares no code with the search.  `docs/indexed.md` says what it accepts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..claim import Claim
from ..node import is_matrix
from ..nodes import Entry, Partial, Slope
from .checking import derivatives, facts, meaning, plainer, sums
from .checking.domains import require_domains
from .checking.ranges import name_of
from .checking.ring import same_function
from .checking.terms import Refused, dims
from .checking.values import NO_NUMBER, risks
from .checking.world import World
from .proof import Proof, Step

__all__ = ["Refused", "check"]
RULES: dict[str, Callable[[Any, Any, World], set[Any] | bool]] = {
    "definition": meaning.means,
    "where": facts.where,
    "linearity": sums.linearity,
    "split": sums.split,
    "count": sums.count,
    "nest": sums.nest,
    "rename": sums.rename,
    "ring": lambda old, new, world: same_function(old, new, world.nonzero),
    "delta": sums.delta,
    "derive": derivatives.derive,
    "order of derivatives": derivatives.order,
    "hypothesis": facts.hypothesis,
    "inverse": facts.inverse,
    "plain": plainer.plain,
    "logarithm": plainer.logarithm,
    "root": plainer.root,
}
# What these bring in is the term itself, or is compared with it part by part.
SAFE = ("where", "rename", "ring", "order of derivatives")
BOTH_WAYS = ("linearity", "split", "count")
ANY_RANGE = ("definition", "where", "rename")


def check(claim: Claim, proof: Proof) -> list[list[Any]]:
    """The lines from either side, if the proof shows the claim for every size.

    Both end in one line.  Raises Refused where a step does not follow.
    """
    try:
        left, right = _lines(claim, proof)
    except Refused:
        raise
    except Exception as error:
        raise Refused(f"{claim.key}: {error!r}") from error
    if left[-1] != right[-1]:
        raise Refused(f"the sides end in different lines: {left[-1]} and {right[-1]}")
    return [left, right]


def _lines(claim: Claim, proof: Proof) -> list[list[Any]]:
    """Every line from either side."""
    if claim.relation != "=" or claim.oracle or claim.prover:
        raise Refused(f"{claim.key} is no equation, or has an oracle or a prover")
    world = World(claim, proof)
    require_domains(world)
    starts = _starts(claim, proof, world)
    made: list[list[Any]] = []
    sides = (("left", proof.left), ("right", proof.right))
    for line, (side, steps) in zip(starts, sides, strict=True):
        lines = [line]
        for n, step in enumerate(steps, 1):
            try:
                lines.append(_after(lines[-1], step, world))
            except Exception as error:
                where = f"{side} side, step {n}, {step.rule}"
                raise Refused(f"{where}: {error}") from error
        made.append(lines)
    return made


def _starts(claim: Claim, proof: Proof, world: World) -> list[Any]:
    """The two sides as numbers: the entry compared, where they are matrices."""
    shapes = [dims(e) for e in claim.sides]
    shapes = [() if shape == (1, 1) else shape for shape in shapes]
    free = proof.free
    if shapes[0] != shapes[1] or len(free) != len(shapes[0]):
        raise Refused(f"sides of shapes {shapes}, compared at {free}")
    for k, n in zip(free, shapes[0], strict=True):
        if not (k == n == 1) and (
            k not in proof.indices or not world.ranges.holds(k, n)
        ):
            raise Refused(f"{k} does not run over 1, …, {n}")
    if len(free) == 2 and free[0] == free[1]:
        raise Refused(f"{free} is one index twice")
    return [Entry(e, *free) if free else e for e in claim.sides]


def _after(line: Any, step: Step, world: World) -> Any:
    """The line after a step."""
    old, new, rule = step.old, step.new, step.rule
    if rule not in RULES:
        raise Refused("no such rule")
    _require_sound(step, world)
    risky = rule not in SAFE if step.backward else rule in BOTH_WAYS
    if risky and not risks(new) <= risks(old):
        raise Refused(f"{new} may lack a value where {old} has one")
    turned = step.backward and rule != "ring"
    proven = RULES[rule](*((new, old) if turned else (old, new)), world)
    if not proven:
        raise Refused(f"{old} = {new} does not follow")
    held = proven if isinstance(proven, set) else set[Any]()
    after, found = _replaced(line, step, held, frozenset(), world)
    if not found:
        raise Refused(f"{old} is not in the line")
    return after


def _require_sound(step: Step, world: World) -> None:
    """Refuse what is no number, does not fit, or holds an index that was not there."""
    old, new = step.old, step.new
    if dims(new) or dims(old) not in ((), (1, 1)) or new.has(*NO_NUMBER):
        raise Refused(f"{new} is no number")
    world.ranges.require(new)
    if step.rule not in ANY_RANGE:
        world.ranges.require(old)
    if extra := world.ranges.free(new) - world.ranges.free(old):
        raise Refused(f"{extra} is not free in {old}")


def _replaced(e: Any, step: Step, held: Any, by: Any, world: World) -> tuple[Any, bool]:
    """A term with new for old outside of matrices, and whether old was there.

    held: what no derivative around an old may be by.  by: what those are by.
    """
    if e == step.old:
        if not by.isdisjoint(held):
            raise Refused(f"{step.old} is derived by a name that this rests on")
        return step.new, True
    by = by | _varied(e)
    inner = _open(e, world)
    made = [_replaced(a, step, held, by, world) for a in inner]
    if not any(found for _, found in made):
        return e, False
    parts = [a for a, _ in made]
    if isinstance(e, Slope):
        after = Slope(e.args[0].func(*parts), e.args[1])
    else:
        after = e.func(*parts, *e.args[len(parts) :])
    if after in NO_NUMBER:
        raise Refused(f"{e} has no value any more")
    return after, True


def _varied(e: Any) -> set[Any]:
    """What a node varies in its first argument."""
    if isinstance(e, Partial):
        return {name_of(e.args[1])}
    return set(e.variables) if isinstance(e, sp.Subs) else set()


def _open(e: Any, world: World) -> tuple[Any, ...]:
    """The parts of a term in which a step may replace."""
    if is_matrix(e):
        return ()
    if isinstance(e, sp.Sum):
        return e.args[:1] if world.ranges.agrees(e) else ()
    if isinstance(e, Slope):
        return e.args[0].args if isinstance(e.args[0], AppliedUndef) else ()
    if isinstance(e, (Partial, sp.Subs)):
        return e.args[:1]
    closed = isinstance(e, (sp.KroneckerDelta, sp.Piecewise))
    opened = isinstance(e, (sp.Add, sp.Mul, sp.Pow, sp.Function))
    return e.args if opened and not closed else ()
