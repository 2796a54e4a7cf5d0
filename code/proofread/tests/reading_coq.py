"""A statement read back and measured beside the tree that it was written from."""

import re
from typing import Any

import numpy as np
import sympy as sp
from coq_text import STEP, Worth, parsed

from proofread.claim import Claim
from proofread.kernel.generic import is_named_slope
from proofread.kernel.theorem import written
from proofread.kernel.writer import Writer
from proofread.measuring.moving import Start
from proofread.node import is_matrix
from proofread.nodes import (
    AppliedScalarFunction,
    Differential,
    Grad,
    Jacobian,
    MatrixDifferential,
)
from proofread.points import Kind, Point

CLOSE = 1e-7
DERIVATIVES = (Grad, Jacobian, Differential, MatrixDifferential, sp.Derivative, sp.Subs)
KNOWN = {
    "exp": np.exp,
    "log": np.log,
    "sin": np.sin,
    "cos": np.cos,
    "tanh": np.tanh,
    "sinh": np.sinh,
    "cosh": np.cosh,
}


class Differs(AssertionError):
    """The statement is not what the tree says."""


def read_back(claim: Claim) -> None:
    """Raise where the statement is not what the tree says, at one of its points."""
    write, says = written(claim)
    start = Start(claim, Point(Kind.NEAR, 1))
    read = start.read(start.values)
    for case in claim.cases(start.sizes):
        worth = Worth(_values(write, start, read, case))
        _compare(claim, write, says, worth, read.within(case))
    _defined(claim, write)


def _compare(claim: Claim, write: Writer, says: str, worth: Worth, read: Any) -> None:
    kind, left, right = parsed(says)
    if kind != "=":
        raise Differs(says)
    sides = [worth(left), worth(right)]
    stated = _derivative(claim)
    if stated is None:
        pairs = zip(sides, claim.sides, strict=True)
        _all_equal((value, read(side)) for value, side in pairs)
    else:
        changes = [np.imag(side) / STEP for side in sides]
        for side, change in zip(stated, changes, strict=True):
            _all_equal([(change, _change(claim, worth, write, read(side)))])
        _all_equal([(np.real(sides[0]), np.real(sides[1]))])
    for told in write.hypotheses:
        _holds(told, worth)


def _derivative(claim: Claim) -> Any:
    """The sides of a claim of a derivative, that one first."""
    for one, other in (claim.sides, claim.sides[::-1]):
        if isinstance(one, DERIVATIVES) and not is_named_slope(one):
            return one, other
    return None


def _change(claim: Claim, worth: Worth, write: Writer, value: Any) -> Any:
    """What a derivative's value makes of the direction."""
    by = [
        s
        for s in claim.sides
        if isinstance(s, (Grad, Jacobian)) and not is_named_slope(s)
    ]
    if not by:
        return value
    d = worth.names[write.names.given["direction", by[0].args[1]]]
    return np.sum(value * d) if isinstance(by[0], Grad) else value @ d


def _all_equal(pairs: Any) -> None:
    for a, b in pairs:
        a, b = np.asarray(a, complex), np.asarray(b, complex)
        scale = 1 + np.max(np.abs(b))
        if (
            a.size != b.size
            or not np.max(np.abs(a - b.reshape(a.shape))) < CLOSE * scale
        ):
            raise Differs(f"{a} is not {b}")


def _holds(told: str, worth: Worth) -> None:
    """A hypothesis at the point, where it is one of numbers or matrices."""
    e = parsed(told) if not told.startswith("forall") else None
    if e is None:
        return
    if e[0] == "=" and told != "eps * eps = 0":
        left, right = worth(e[1]), None
        right = np.eye(len(left)) if e[2] == ("%:M", ("number", 1)) else worth(e[2])
        if callable(left):
            return
        _all_equal([(left, right)])
    elif e[0] == "\\is a GRing.unit":
        assert abs(worth(e[1])) > 0


def _defined(claim: Claim, write: Writer) -> None:
    """That every name which is defined in the tree is so in the theorem."""
    told = {words.split(" = ")[0] for words in write.hypotheses}
    names = {n for k, n in write.names.given.items() if _is_defined(claim, k)}
    alone = names & set(write.types) - told
    if alone:
        raise Differs(f"{alone} are defined in the tree alone")
    needed = sum(not hasattr(g, "op") or g.op == "=" for g in claim.given)
    others = [t for t in write.hypotheses if not re.search(r"unit|^forall", t)]
    if len(others) < needed + sum(name in told for name in write.types):
        raise Differs("a hypothesis is lost")


def _is_defined(claim: Claim, key: Any) -> bool:
    """Whether a name stands for something, and is not what a derivative is by."""
    known = isinstance(key, (sp.Symbol, sp.MatrixSymbol, sp.IndexedBase))
    defined = known and claim.definitions.behind(key) is not None
    return defined and key not in _moved(claim)


def _moved(claim: Claim) -> set[Any]:
    return {s.args[1] for s in claim.sides if isinstance(s, (Grad, Jacobian))}


def _values(write: Writer, start: Start, read: Any, case: Any) -> dict[str, Any]:
    """What the variables of the theorem are at a point of the claim."""
    rng = np.random.default_rng(5)
    names: dict[str, Any] = {"eps": STEP * 1j}
    for key, name in write.names.given.items():
        if key in case:
            names[name] = int(case[key]) - 1
        elif key in start.sizes:
            names[name] = start.sizes[key]
        elif isinstance(key, tuple):
            names[name] = _function(key, start, rng, read)
        elif isinstance(key, sp.IndexedBase):
            names[name] = lambda *at, base=key: read(base[tuple(i + 1 for i in at)])
        elif isinstance(key, (sp.Symbol, sp.MatrixSymbol)):
            names[name] = np.asarray(read(key)) if is_matrix(key) else read(key)
        elif key == "sqrt":
            names[name] = np.emath.sqrt
    return names


def _function(key: Any, start: Start, rng: Any, read: Any) -> Any:
    if key[0] == "direction":
        return rng.normal(size=np.shape(read(key[1])))
    if key[0] == "function":
        _, name, order = key
        found = (
            v for k, v in read.values.items() if getattr(k, "__name__", "") == name
        )
        f = KNOWN.get(name) or next(found)
        return f if order == 0 else _slope(f)
    f = read.values[key[:2]]
    if key[0] is not AppliedScalarFunction:
        return _map(f[: read.count(_components(key, start.claim))], len(key) == 2)
    return (lambda x: f(*x.ravel())) if len(key) == 2 else _gradient(f)


def _components(key: Any, claim: Claim) -> Any:
    """How many components a generic map has."""
    nodes = claim.definitions.atoms(sp.Tuple(*claim.expressions()), key[0])
    return next(e.args[2] for e in nodes if e.args[0] == key[1])


def _map(components: Any, itself: bool) -> Any:
    """A generic map, or its Jacobian."""
    if itself:
        return lambda x: np.array([[g(*x.ravel())] for g in components])
    return lambda x: np.array([_gradient(g)(x).ravel() for g in components])


def _slope(f: Any) -> Any:
    return lambda x: np.imag(f(np.real(x) + STEP * 1j)) / STEP


def _gradient(f: Any) -> Any:
    def at(x: Any) -> Any:
        steps = np.eye(x.size) * STEP * 1j
        slopes = [np.imag(f(*(np.real(x).ravel() + d))) / STEP for d in steps]
        return np.reshape(slopes, x.shape)

    return at
