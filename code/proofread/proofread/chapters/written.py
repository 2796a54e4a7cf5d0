"""The keys that a chapter spells out, and whether it imports the engine."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .cells import Cell
from .places import Place

ENGINE = "proofread"
VERBS = frozenset({"claim", "definition", "derivation", "refute"})


@dataclass(frozen=True)
class Written:
    """A call such as claim("key", ...): its verb, its key, where it stands."""

    verb: str
    key: str
    place: Place


@dataclass
class Names:
    """What a chapter calls the engine and its verbs, as far as its cells are read.

    A verb's own name means the engine's, until the chapter defines it anew.
    """

    engines: set[str] = field(default_factory=set[str])
    verbs: dict[str, str] = field(default_factory=lambda: {v: v for v in VERBS})

    def learn(self, node: ast.AST) -> None:
        """Take in an import, a definition or an assignment."""
        if isinstance(node, ast.Import):
            ours = [a for a in node.names if is_engine(a.name)]
            self.engines |= {a.asname or ENGINE for a in ours}
        elif isinstance(node, ast.ImportFrom) and is_engine(node.module):
            named = {a.asname or a.name: a.name for a in node.names}
            self.verbs |= {name: v for name, v in named.items() if v in VERBS}
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            self.verbs.pop(node.name, None)
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            self._assign(node.targets[0].id, self.verb(node.value))

    def _assign(self, name: str, verb: str | None) -> None:
        self.verbs.pop(name, None)
        if verb:
            self.verbs[name] = verb

    def verb(self, called: ast.expr) -> str | None:
        """The engine's verb that an expression names, as claim or pr.claim do."""
        if isinstance(called, ast.Name):
            return self.verbs.get(called.id)
        if not (isinstance(called, ast.Attribute) and called.attr in VERBS):
            return None
        package = called.value
        return called.attr if self._is_engine(package) else None

    def _is_engine(self, node: ast.expr) -> bool:
        if isinstance(node, ast.Attribute):
            return self._is_engine(node.value)
        return isinstance(node, ast.Name) and node.id in self.engines


def is_engine(module: str | None) -> bool:
    """Whether a module is the engine or a part of it."""
    return (module or "").partition(".")[0] == ENGINE


def keys_written(cells: Iterable[Cell]) -> list[Written]:
    """The calls that spell out a key, in order; those in functions never called too."""
    names = Names()
    found: list[Written] = []
    for cell in cells:
        for node in _nodes(cell):
            names.learn(node)
            key = _literal_key(node) if isinstance(node, ast.Call) else None
            verb = names.verb(node.func) if isinstance(node, ast.Call) else None
            if verb and key:
                found.append(Written(verb, key, _place(cell, node)))
    return found


def engine_imported(cells: Iterable[Cell]) -> Place | None:
    """Where cells first import the engine."""
    for cell in cells:
        for node in _nodes(cell):
            if any(map(is_engine, _modules(node))):
                return _place(cell, node)
    return None


def _modules(node: ast.AST) -> list[str]:
    """The modules that a statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def _place(cell: Cell, node: ast.expr | ast.stmt) -> Place:
    return cell.place.below(node.lineno - 1)


def _nodes(cell: Cell) -> Iterator[ast.expr | ast.stmt]:
    """The nodes of a cell's code as they are written; none where it does not parse."""
    lines = ["pass" if x.startswith(("%", "!")) else x for x in cell.code.split("\n")]
    try:
        tree = ast.parse("\n".join(lines))
    except SyntaxError:
        return
    placed = [n for n in ast.walk(tree) if isinstance(n, (ast.expr, ast.stmt))]
    yield from sorted(placed, key=lambda n: (n.lineno, n.col_offset))


def _literal_key(call: ast.Call) -> str | None:
    """The key a call spells out, first or by name."""
    named = [keyword.value for keyword in call.keywords if keyword.arg == "key"]
    for argument in [*call.args[:1], *named]:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            return argument.value
    return None
