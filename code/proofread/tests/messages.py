"""What the engine may say where it refuses, as its source has it.

A message is put together where it is raised: of constants, of names that were given a
text before, and of what functions return.  Here all of these are followed, and what
varies is left out.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

ENGINE = Path(__file__).parents[1] / "proofread"
TELLING = {"failure", "no_value", "Failed", "ChapterError", "Disagreement", "Score"}
"""Calls that make a message of what they are given."""
FOUND = {"Finding", "Proof"}
"""Calls that do, unless they say that the claim holds."""
LISTING = {"arguments.py", "audit/faults.py", "misbuilt.py", "mischecked.py"}
LISTING |= {"sphinx/gate.py", "sphinx/read_back.py", "sphinx/seen.py"}
LISTING |= {"sphinx/allowed.py", "sphinx/forged.py", "sphinx/inline.py"}
LISTING |= {"sphinx/misquoted.py", "sphinx/typed.py"}
"""Modules whose functions return and yield what is amiss."""
SILENT = {"indexed", "inductions.py", "reductions", "wellformed.py", "wellposed.py"}
SILENT |= {"kernel", "reading", "typed_json.py", "samples.py"}
"""Modules that refuse no claim: a proof is lacking, a page is misread."""
RETURNED = {"str", "Iterator[str]", "Iterator[Offence]", "tuple[float, str]"}
WORDS = re.compile(r"[^\\]*[A-Za-z∝“”]{2,}[^\\]*\s[^\\]*[A-Za-z“]{2,}[^\\]*")
"""What tells: several words, and no formula or pattern."""

Defined = ast.FunctionDef | ast.AsyncFunctionDef
GIVEN = ast.AnnAssign | ast.AugAssign | ast.NamedExpr


class Piece(NamedTuple):
    """A part of a message that does not vary, and where it stands."""

    text: str
    place: str


class Module:
    """A module's functions, names and messages."""

    def __init__(self, path: Path) -> None:
        self.name = path.relative_to(ENGINE).as_posix()
        self.tree = ast.parse(path.read_text("utf-8"))
        nodes = ast.walk(self.tree)
        self.functions = {f.name: f for f in nodes if isinstance(f, Defined)}

    @cached_property
    def constants(self) -> dict[str, list[ast.expr]]:
        return assigned(self.tree.body)

    def sources(self) -> Iterator[tuple[Defined | None, ast.expr]]:
        """What is raised or told, each with the function it is in."""
        inner = {n: f for f in self.functions.values() for n in ast.walk(f)}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                yield from ((inner.get(node), e) for e in arguments(node.exc))
            if isinstance(node, ast.Call) and tells(node):
                yield from ((inner.get(node), e) for e in arguments(node))
            if self.name in LISTING and isinstance(node, (ast.Yield, ast.Return)):
                yield from [(inner.get(node), node.value)] if node.value else []
            if isinstance(node, ast.keyword) and node.arg == "amiss":
                yield from self.amiss(node.value)

    def amiss(self, rule: ast.expr) -> Iterator[tuple[Defined, ast.expr]]:
        """What the functions of a rule on arguments return."""
        names = {n.id for n in ast.walk(rule) if isinstance(n, ast.Name)}
        for function in (self.functions[n] for n in names & self.functions.keys()):
            for node in ast.walk(function):
                if isinstance(node, ast.Return) and node.value:
                    yield function, node.value


def arguments(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(keyword.value for keyword in call.keywords)]


def called(call: ast.Call) -> str:
    """The name of what is called."""
    of = call.func
    return of.id if isinstance(of, ast.Name) else getattr(of, "attr", "")


def tells(call: ast.Call) -> bool:
    found = called(call) in FOUND and "HOLDS" not in ast.unparse(call)
    fault = ast.unparse(call.func).endswith("faults.append")
    return called(call) in TELLING or found or fault


def assigned(body: list[ast.stmt]) -> dict[str, list[ast.expr]]:
    """What each name is given, in some statements and all within them."""
    found: dict[str, list[ast.expr]] = defaultdict(list)
    for node in (n for statement in body for n in ast.walk(statement)):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                for name in ast.walk(target):
                    if isinstance(name, ast.Name):
                        found[name.id].append(node.value)
        elif isinstance(node, GIVEN) and isinstance(node.target, ast.Name):
            found[node.target.id] += [node.value] if node.value else []
    return found


class Source:
    """The engine's modules, and the pieces of all that they may say."""

    def __init__(self) -> None:
        paths = sorted(ENGINE.rglob("*.py"))
        self.modules = [Module(p) for p in paths]
        self.seen: set[ast.AST] = set()

    def pieces(self) -> Iterator[Piece]:
        for module in self.modules:
            if module.name.split("/")[0] in SILENT:
                continue
            for function, e in module.sources():
                yield from self.of(e, function, module)

    def of(
        self, e: ast.AST, function: Defined | None, module: Module
    ) -> Iterator[Piece]:
        """The pieces of a text, as far as the source tells."""
        if e in self.seen:
            return
        self.seen.add(e)
        if isinstance(e, ast.Constant):
            if isinstance(e.value, str) and WORDS.fullmatch(e.value):
                yield Piece(e.value, f"{module.name}:{e.lineno}")
        elif isinstance(e, ast.Name):
            local = assigned(function.body).get(e.id) if function else None
            for value in local or module.constants.get(e.id, []):
                yield from self.of(value, function if local else None, module)
        elif isinstance(e, ast.Call):
            yield from self.called(e, function, module)
        else:
            for part in ast.iter_child_nodes(e):
                yield from self.of(part, function, module)

    def called(
        self, e: ast.Call, function: Defined | None, module: Module
    ) -> Iterator[Piece]:
        if isinstance(e.func, ast.Attribute):
            yield from self.of(e.func.value, function, module)
        for part in arguments(e):
            yield from self.of(part, function, module)
        name = called(e)
        owners = [m for m in self.modules if name in m.functions]
        owner = module if module in owners else owners[0] if len(owners) == 1 else None
        if owner and "str" in ast.unparse(owner.functions[name].returns or ast.Pass()):
            for node in ast.walk(owner.functions[name]):
                if isinstance(node, (ast.Return, ast.Yield)) and node.value:
                    yield from self.of(node.value, owner.functions[name], owner)
