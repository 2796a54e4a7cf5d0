"""A statement read back and measured beside the tree that it was written from."""

import re
from itertools import islice, product
from typing import Any

import numpy as np
import sympy as sp
from coq_text import STEP, Mean, Worth, parsed

from proofread.claim import Claim
from proofread.distributions import Bernoulli, Finite
from proofread.kernel.derivatives import Part
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
    RandomSample,
    RandomVariable,
    RandomVector,
)
from proofread.points import Kind, Point
from proofread.sizes import LARGEST
from proofread.work import OutOfWork

SMALLER = (4, 3, 2)
CLOSE = 1e-7
NEAR = 1e-5
RANDOM = (RandomVariable, RandomVector, RandomSample)
PLAIN = {"sqrt": np.emath.sqrt, "pi": np.pi}
DERIVATIVES = (Grad, Jacobian, Differential, MatrixDifferential, sp.Derivative, sp.Subs)
KNOWN = {
    "exp": np.exp,
    "log": np.log,
    "sin": np.sin,
    "cos": np.cos,
    "tanh": np.tanh,
    "sinh": np.sinh,
    "cosh": np.cosh,
    "Abs": lambda x: x * np.sign(np.real(x)),
    "sign": lambda x: np.sign(np.real(x)),
}


class Differs(AssertionError):
    """The statement is not what the tree says."""


def read_back(claim: Claim) -> None:
    """Raise where the statement is not what the tree says, at one of its points.

    A mean over more random numbers than can be gone through is taken of fewer.
    """
    write, parts = written(claim)
    for most in (LARGEST, *SMALLER):
        try:
            return _read_back(claim, write, parts, Point(Kind.NEAR, 1, most=most))
        except OutOfWork:
            if most == SMALLER[-1]:
                raise


def _read_back(claim: Claim, write: Writer, parts: list[Part], at: Point) -> None:
    start = Start(claim, at)
    read = start.read(start.values)
    for case in claim.cases(start.sizes):
        worth = Worth(_values(write, start, read, case))
        for part in parts:
            _compare(part, write, worth, read.within(case))
    _defined(claim, write)


def _compare(part: Part, write: Writer, worth: Worth, read: Any) -> None:
    kind, left, right = parsed(part.says)
    if kind != "=":
        raise Differs(part.says)
    sides, told = [worth(left), worth(right)], (part.left, part.right)
    if isinstance(part.left, DERIVATIVES) and not is_named_slope(part.left):
        for side, value in zip(sides, told, strict=True):
            change = _change(part, worth, write, read(value))
            _all_equal([(np.imag(side) / STEP, change)])
        _all_equal([(np.real(sides[0]), np.real(sides[1]))])
    else:
        _all_equal((side, read(value)) for side, value in zip(sides, told, strict=True))
    for told_too in write.hypotheses:
        _holds(told_too, worth)


def _change(part: Part, worth: Worth, write: Writer, value: Any) -> Any:
    """What a derivative's value makes of the direction."""
    if not isinstance(part.left, (Grad, Jacobian)):
        return value
    d = worth.names[write.names.given["direction", part.left.args[1]]]
    return np.sum(value * d) if isinstance(part.left, Grad) else value @ d


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
    elif e[0] == "%N":
        assert worth(e[1])


def _defined(claim: Claim, write: Writer) -> None:
    """That every name which is defined in the tree is so in the theorem."""
    told = {words.split(" = ")[0] for words in write.hypotheses}
    names = {n for k, n in write.names.given.items() if _is_defined(claim, k)}
    alone = names & set(write.types) - told
    if alone:
        raise Differs(f"{alone} are defined in the tree alone")
    needed = sum(not hasattr(g, "op") or g.op == "=" for g in claim.given)
    others = [t for t in write.hypotheses if not re.search(r"unit|^forall|%N$", t)]
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
    random = {k: n for k, n in write.names.given.items() if isinstance(k, RANDOM)}
    for key, name in write.names.given.items():
        if key in random:
            continue
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
        elif key in PLAIN:
            names[name] = PLAIN[key]
    if "mean" in write.names.given:
        names[write.names.given["mean"]] = Mean(_points(random, start, read))
    return names


def _points(random: dict[Any, str], start: Start, read: Any) -> Any:
    """Points and weights that have the first moments of the random names."""
    counts = {x: _draws(x, start) for x in random}
    total = sum(counts.values())
    laws = [_law(x.distribution, read, total) for x in random for _ in range(counts[x])]
    points: Any = []
    for each in product(*laws):
        values = iter(v for v, _ in each)
        at = {n: _as_value(x, [*islice(values, counts[x])]) for x, n in random.items()}
        points.append((np.prod([p for _, p in each]), at))
    return points


def _draws(x: Any, start: Start) -> int:
    if isinstance(x, RandomVariable):
        return 1
    n = x.shape[0]
    return int(n) if n.is_Integer else start.sizes[n]


def _law(law: Any, read: Any, draws: int) -> list[tuple[Any, Any]]:
    if isinstance(law, Bernoulli):
        p = read(law.args[0])
        return [(0, 1 - p), (1, p)]
    if isinstance(law, Finite):
        values, weights = law.args
        places = range(1, read.count(values.shape[0]) + 1)
        return [(read(values[k]), read(weights[k])) for k in places]
    center, spread = read(law.args[0]), np.sqrt(read(law.args[1]))
    three = [(-np.sqrt(3), 1 / 6), (0, 2 / 3), (np.sqrt(3), 1 / 6)]
    nodes = three if draws < 7 else [(-1, 1 / 2), (1, 1 / 2)]
    return [(center + spread * t, p) for t, p in nodes]


def _as_value(x: Any, values: list[Any]) -> Any:
    if isinstance(x, RandomVariable):
        return values[0]
    column = np.array(values)
    return column.reshape(-1, 1) if isinstance(x, RandomVector) else column


def _function(key: Any, start: Start, rng: Any, read: Any) -> Any:
    if key[0] == "direction":
        return rng.normal(size=np.shape(read(key[1])))
    if key[0] == "function":
        _, name, order = key
        found = (
            v for k, v in read.values.items() if getattr(k, "__name__", "") == name
        )
        f = KNOWN.get(name) or next(found)
        return (f, _slope(f), _bend(f))[order]
    f = read.values[key[:2]]
    if key[0] is not AppliedScalarFunction:
        return _map(f[: read.count(_components(key, start.claim))], len(key) == 2)
    if len(key) == 2:
        return lambda x: f(*x.ravel())
    return _gradient(f) if key[2] == 1 else _hessian(f)


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
    """The derivative, also where what it is taken at moves."""

    def at(x: Any) -> Any:
        moved = np.imag(x)
        here = np.imag(f(np.real(x) + STEP * 1j)) / STEP
        return here + 1j * moved * _bend(f)(np.real(x)) if np.any(moved) else here

    return at


def _bend(f: Any) -> Any:
    """The second derivative."""
    return lambda x: (_slope(f)(x + NEAR) - _slope(f)(x - NEAR)) / (2 * NEAR)


def _gradient(f: Any) -> Any:
    def at(x: Any) -> Any:
        steps = np.eye(x.size) * STEP * 1j
        slopes = [np.imag(f(*(np.real(x).ravel() + d))) / STEP for d in steps]
        made = np.reshape(slopes, x.shape)
        moved = np.imag(x)
        if not np.any(moved):
            return made
        return made + 1j * (_hessian(f)(np.real(x)) @ moved)

    return at


def _hessian(f: Any) -> Any:
    def at(x: Any) -> Any:
        steps = [np.reshape(d, x.shape) for d in np.eye(x.size) * NEAR]
        pairs = [(_gradient(f)(x + d), _gradient(f)(x - d)) for d in steps]
        return np.hstack([(a - b) / (2 * NEAR) for a, b in pairs])

    return at
