"""Statements as they are written in Coq, parsed, and what they are worth in NumPy.

It shares nothing with the writer: text goes in, numbers come out.  `eps` is an
imaginary number so small that its square is 0 in floating point.
"""

import re
from collections.abc import Callable
from typing import Any

import numpy as np

STEP = 1e-30
TOKEN = re.compile(
    r"\s*(\\sum_|\\prod_|\\col_|\\matrix_|\\tr|\\det|\\is a GRing\.unit|\\in unitmx"
    r"|\*m|\*:|\^\+|\^T|\^-1|%:R|%:M|%:A|%N|\.\+1|:>|=>|->|==|\[::"
    r"|'cV\[R\]_|'M\[R\]_|'I_|[A-Za-z_][\w']*|\d+|.)"
)
WORDS = {"dot", "sqn", "had", "diag", "diagonal", "col", "row", "invmx", "map_mx"}
WORDS |= {"row_mx", "col_mx", "block_mx"}


class Parser:
    """Statements as nested tuples, the operator first."""

    def __init__(self, text: str):
        self.tokens = [t for t in TOKEN.findall(text) if t.strip()]
        self.at = 0

    def peek(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.tokens[at] if at < len(self.tokens) else ""

    def take(self, expected: str | None = None) -> str:
        token = self.peek()
        if expected is not None and token != expected:
            raise SyntaxError(f"{expected} expected, {token} found at {self.at}")
        self.at += 1
        return token

    def statement(self) -> Any:
        """An equation, or that something is a unit, invertible, or holds for all."""
        if self.peek() == "forall":
            self.take()
            names = self.binders()
            self.take(",")
            return ("forall", names, self.statement())
        left = self.sum()
        match self.peek():
            case "=":
                self.take()
                right = self.sum()
                if self.peek() == ":>":
                    self.at += 2
                return ("=", left, right)
            case "\\is a GRing.unit" | "\\in unitmx" as what:
                self.take()
                return (what, left)
            case "->":
                self.take()
                return ("->", left, self.statement())
        return left

    def binders(self) -> list[tuple[str, Any]]:
        names: list[tuple[str, Any]] = []
        while self.peek() not in (",", "=>"):
            if self.peek() == "(":
                self.take()
                name = self.take()
                self.take(":")
                names.append((name, self.type()))
                self.take(")")
            elif self.peek() == ":":
                self.take()
                self.type()
            else:
                names.append((self.take(), None))
        return names

    def type(self) -> Any:
        match self.take():
            case "R" | "nat" as plain:
                made: Any = (plain,)
            case "'I_" | "'cV[R]_" as family:
                made = (family, self.take())
            case "'M[R]_":
                made = ("'M[R]_", *self.sizes())
            case token:
                raise SyntaxError(f"{token} is no type")
        if self.peek() == "->":
            self.take()
            return ("->", made, self.type())
        return made

    def sizes(self) -> tuple[str, str]:
        if self.peek() != "(":
            n = self.take()
            return n, n
        self.take("(")
        rows = self.take()
        self.take(",")
        columns = self.take()
        self.take(")")
        return rows, columns

    def sum(self) -> Any:
        terms = self.product()
        while self.peek() in ("+", "-"):
            terms = (self.take(), terms, self.product())
        return terms

    def product(self) -> Any:
        made = self.power()
        while self.peek() in ("*", "*m", "*:", "/"):
            made = (self.take(), made, self.power())
        return made

    def power(self) -> Any:
        if self.peek() == "-":
            self.take()
            return ("-", self.power())
        made = self.application()
        while self.peek() == "^+":
            self.take()
            made = ("^+", made, self.postfix())
        return made

    def application(self) -> Any:
        if self.peek() in ("\\sum_", "\\prod_", "\\col_", "\\matrix_"):
            return self.binding()
        if self.peek() in ("\\tr", "\\det"):
            return (self.take(), self.application())
        head, given = self.postfix(), []
        while re.match(r"[A-Za-z_\d(\[@]", self.peek()) and self.peek() != "":
            given.append(self.postfix())
        return ("apply", head, *given) if given else head

    def binding(self) -> Any:
        what = self.take()
        self.take("(")
        name = self.take()
        self.take("<")
        size = self.take()
        if what == "\\matrix_":
            self.take(",")
            column, _, columns = self.take(), self.take("<"), self.take()
            self.take(")")
            return (what, name, size, column, columns, self.product())
        self.take(")")
        return (what, name, size, self.product())

    def postfix(self) -> Any:
        made = self.primary()
        while self.peek() in ("^T", "^-1", "%:R", "%:M", "%:A", "%N", ".+1"):
            made = (self.take(), made)
        return made

    def primary(self) -> Any:
        token = self.take()
        if token == "(":
            made = self.inside()
            self.take(")")
            return made
        if token == "[::":
            return self.list()
        if token == "@":
            return ("name", self.take())
        if token.isdigit():
            return ("number", int(token))
        if re.match(r"[A-Za-z_]", token):
            return ("name", token)
        raise SyntaxError(f"{token} begins no term")

    def inside(self) -> Any:
        if self.peek() == "fun":
            self.take()
            names = self.binders()
            self.take("=>")
            return ("fun", [name for name, _ in names], self.sum())
        made = self.sum()
        if self.peek() == "==":
            self.take()
            return ("==", made, self.sum())
        if self.peek() == "<":
            self.take()
            return ("<", made, self.sum())
        if self.peek() == ":":
            self.take()
            return ("typed", made, self.type())
        return made

    def list(self) -> Any:
        items = [self.sum()]
        while self.peek() == ";":
            self.take()
            items.append(self.sum())
        self.take("]")
        return ("list", *items)


def parsed(text: str) -> Any:
    """A statement as nested tuples; SyntaxError where it is none."""
    parser = Parser(text)
    made = parser.statement()
    if parser.peek():
        raise SyntaxError(f"{parser.peek()} is left over")
    return made


class Mean:
    """E: a sum over points, each with its weight and the values of random names."""

    def __init__(self, points: list[tuple[float, dict[str, Any]]]):
        self.points = points

    def of(self, worth: "Worth", e: Any) -> Any:
        return sum(p * Worth({**worth.names, **at})(e) for p, at in self.points)


class Worth:
    """What terms are worth, by what their names are."""

    def __init__(self, names: dict[str, Any]):
        self.names = names

    def __call__(self, e: Any) -> Any:
        match e:
            case ("number", n):
                return n
            case ("name", "ord0"):
                return 0
            case ("name", name):
                return self.names[name]
            case ("typed", inner, kind):
                return self.typed(inner, kind)
            case ("apply", head, *given):
                return self.applied(head, given)
            case ("\\sum_" | "\\prod_" | "\\col_" as what, name, size, body):
                each = [self.where(name, k)(body) for k in range(self.size(size))]
                return BIG[what](each)
            case ("\\matrix_", i, rows, j, columns, body):
                places = [range(self.size(n)) for n in (rows, columns)]
                at = [
                    [self.where_all([i, j], (k, n)) for n in places[1]]
                    for k in places[0]
                ]
                return np.array([[here(body) for here in row] for row in at])
            case ("fun", names, body):
                return lambda *at: self.where_all(names, at)(body)
            case (operator, *given):
                return OPERATORS[operator](*map(self, given))
        raise SyntaxError(f"{e} is no term")

    def where(self, name: str, value: Any) -> "Worth":
        return Worth({**self.names, name: value})

    def where_all(self, names: list[str], values: Any) -> "Worth":
        return Worth({**self.names, **dict(zip(names, values, strict=True))})

    def is_mean(self, name: str) -> bool:
        return isinstance(self.names.get(name), Mean)

    def size(self, n: str) -> int:
        return int(n) if n.isdigit() else self.names[n]

    def typed(self, e: Any, kind: Any) -> Any:
        if kind[0] in ("R", "'I_"):
            return self(e)
        rows = self.size(kind[1])
        shape = (rows, 1 if kind[0] == "'cV[R]_" else self.size(kind[2]))
        match e:
            case ("number", 0):
                return np.zeros(shape)
            case ("%:M", ("number", 1)):
                assert shape[0] == shape[1]
                return np.eye(rows)
            case ("apply", ("name", "const_mx"), ("number", 1)):
                return np.ones(shape)
            case ("apply", ("name", "delta_mx"), place, _):
                made = np.zeros(shape)
                made[self(place), 0] = 1
                return made
        made = self(e)
        assert np.shape(made) == shape
        return made

    def applied(self, head: Any, given: list[Any]) -> Any:
        match head, given:
            case ("name", "lift"), [_, k]:
                return self(k) + 1
            case ("name", "rows"), [_, _, _, ("list", *rows)]:
                return np.array([[self(a) for a in row[1:]] for row in rows])
            case ("name", "sure"), [_, matrix]:
                return self(matrix)
            case ("name", "map_mx"), [("name", word), e] if self.is_mean(word):
                return self.names[word].of(self, e)
            case ("name", word), [e] if self.is_mean(word):
                return self.names[word].of(self, e)
            case ("name", word), _ if word in WORDS:
                return FUNCTIONS[word](*map(self, given))
        f, values = self(head), [self(a) for a in given]
        return f(*values) if callable(f) else f[tuple(values)]


def _plus(a: Any, b: Any) -> Any:
    assert np.shape(a) == np.shape(b)
    return a + b


def _scale(a: Any, b: Any) -> Any:
    assert np.ndim(a) == 0
    assert np.ndim(b) == 2
    return a * b


def _times(a: Any, b: Any) -> Any:
    assert np.ndim(a) == np.ndim(b) == 0
    return a * b


def _same(a: Any, b: Any) -> Any:
    assert np.shape(a) == np.shape(b)
    return np.sum(a * b)


def _entrywise(a: Any, b: Any) -> Any:
    assert np.shape(a) == np.shape(b)
    return a * b


OPERATORS: dict[str, Callable[..., Any]] = {
    "+": _plus,
    "-": lambda a, *b: a - b[0] if b else -a,
    "%:A": lambda a: a,
    "%N": lambda a: a,
    "<": lambda a, b: a < b,
    ".+1": lambda a: a + 1,
    "*": _times,
    "/": lambda a, b: a / b,
    "*m": lambda a, b: a @ b,
    "*:": _scale,
    "^+": lambda a, k: a**k,
    "^T": lambda a: a.T,
    "^-1": lambda a: 1 / a,
    "%:R": lambda a: a,
    "==": lambda a, b: int(a == b),
    "\\tr": np.trace,
    "\\det": np.linalg.det,
}
BIG: dict[str, Callable[..., Any]] = {
    "\\sum_": sum,
    "\\prod_": np.prod,
    "\\col_": lambda each: np.array(each).reshape(-1, 1),
}
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "dot": _same,
    "sqn": lambda a: np.sum(a * a),
    "had": _entrywise,
    "diag": lambda x: np.diag(x[:, 0]),
    "diagonal": lambda a: np.diag(a).reshape(-1, 1),
    "col": lambda k, a: a[:, [k]],
    "row": lambda k, a: a[[k], :],
    "row_mx": lambda a, b: np.hstack([a, b]),
    "col_mx": lambda a, b: np.vstack([a, b]),
    "block_mx": lambda a, b, c, d: np.block([[a, b], [c, d]]),
    "invmx": np.linalg.inv,
    "map_mx": lambda f, a: np.vectorize(f, otypes=[complex])(a),
}
