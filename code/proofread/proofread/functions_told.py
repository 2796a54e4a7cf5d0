"""What a function says: the same in a kernel, in a check and in an audit."""

from __future__ import annotations

import dis
import linecache
from collections.abc import Callable, Iterator
from types import CellType, CodeType, FunctionType
from typing import Any

READ = ("LOAD_GLOBAL", "LOAD_NAME")
Span = tuple[int, int, int, int]
Told = str | tuple["Told", ...]
Tell = Callable[[Any], Told]


def function_told(tell: Tell, f: FunctionType) -> Told:
    """A function by name, arguments, text, defaults and what it closes over.

    A chapter's own function also by the globals that it reads; an imported one without.
    """
    known, code = f.__globals__, f.__code__
    own = known.get("__spec__") is None  # only what was imported has one
    read = {n: known[n] for n in names_read_by(code) if own and n in known}
    held = [*map(_held, f.__closure__ or ())]
    text = (f.__qualname__, argument_names(code), body_of(code))
    return (
        "function",
        *text,
        *map(tell, (f.__defaults__, f.__kwdefaults__, held, read)),
    )


def _held(cell: CellType) -> Any:
    try:
        return cell.cell_contents
    except ValueError:
        return None  # not yet bound


def body_of(code: CodeType) -> str:
    """The text of a function's body; its byte code where the text is not at hand."""
    spans = list(_spans(code))
    lines = linecache.getlines(code.co_filename)
    last = max(((end, right) for _, _, end, right in spans), default=(0, 0))
    if not spans or last[0] > len(lines):
        return _byte_code(code)
    first = min((line, left) for line, left, _, _ in spans)
    block = [line.encode() for line in lines[first[0] - 1 : last[0]]]
    block[-1] = block[-1][: last[1]]
    block[0] = block[0][first[1] :]
    return b"".join(block).decode(errors="replace")


def _spans(code: CodeType) -> Iterator[Span]:
    """(line, column, last line, last column) of all that runs, functions inside too."""
    for line, end, left, right in code.co_positions():
        if line is None or end is None or left is None or right is None:
            continue
        if (line, left) < (end, right):
            yield line, left, end, right
    for inner in _functions_in(code):
        yield from _spans(inner)


def _functions_in(code: CodeType) -> Iterator[CodeType]:
    return (c for c in code.co_consts if isinstance(c, CodeType))


def _byte_code(code: CodeType) -> str:
    plain = [_constant(c) for c in code.co_consts if not isinstance(c, CodeType)]
    inner = [_byte_code(c) for c in _functions_in(code)]
    return repr((code.co_code.hex(), code.co_names, plain, inner))


def _constant(value: Any) -> str:
    """A constant; the members of a set in an order that does not change."""
    members: Any = value
    return repr(sorted(map(repr, members)) if isinstance(value, frozenset) else value)


def argument_names(code: CodeType) -> str:
    """A function's arguments, in order, and how many can be given how."""
    count = code.co_argcount + code.co_kwonlyargcount
    kinds = (code.co_argcount, code.co_posonlyargcount, code.co_flags & 0b1100)
    return repr((code.co_varnames[:count], kinds))


def names_read_by(code: CodeType) -> list[str]:
    """The global names that a function reads, those inside it too."""
    found = {i.argval for i in dis.get_instructions(code) if i.opname in READ}
    found = found.union(*map(names_read_by, _functions_in(code)))
    return sorted(found)
