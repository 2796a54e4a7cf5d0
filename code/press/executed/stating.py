"""In a chapter's kernel: tells the build what the engine stated, past all outputs.

IPython loads this module as an extension when the kernel starts. What a cell displays
may be anything; here stands the digest of each statement that the engine itself made,
its theorems, and the name of each engine's function that is not what its source says.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from importlib import import_module
from types import CodeType, FunctionType, ModuleType
from typing import Any

TOLD = "PRESS_STATED"  # names the file that takes a line for each
MIME = "application/vnd.proofread.claim+json"
PROOF = "proof"  # the part of a statement that the page of proofs shows, not its own
ENGINE, RECORDING = "proofread", "proofread.statements.recording"
SECOND_PROOF = "proofread.kernel.collect"
STATED, ALTERED, ENDED = "stated", "altered", "ended"
THEOREM = "theorem"  # a claim as a theorem of Coq, or why it is none, as JSON
MADE_BY_PYTHON = "<"  # begins the file of code that a dataclass writes for itself
AT_END = f"import sys; sys.modules[{__name__!r}].tell_at_end()"
_tell: list[Callable[[str, str], None]] = []


def load_ipython_extension(shell: Any) -> None:
    """From now on what the engine states is written down."""
    target = os.open(os.environ[TOLD], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    listening: list[AbstractContextManager[None]] = []

    def tell(what: str, of: str) -> None:
        os.write(target, f"{what} {of}\n".encode())

    def before_shown(message: dict[str, Any]) -> dict[str, Any]:
        if not listening and MIME in message["content"].get("data", ()):
            listening.extend(listeners(tell))
        return message

    shell.display_pub.register_hook(before_shown)
    _tell.append(tell)


def tell_at_end() -> None:
    """Tell what of the engine was rewritten, and that all is told."""
    for name in altered():
        _tell[0](ALTERED, name)
    _tell[0](ENDED, "")


def listeners(
    tell: Callable[[str, str], None],
) -> Iterator[AbstractContextManager[None]]:
    """What keeps the engine telling of each statement that it makes."""
    engine: Any = sys.modules.get(RECORDING)
    if engine is None:
        return
    told_of = import_module(SECOND_PROOF).told_of

    def hear(made: Any) -> None:
        tell(STATED, digest(engine.as_json(made.statement.bundle)))
        for theorem in told_of(made):
            tell(THEOREM, json.dumps(theorem))

    heard = engine.heard_by(hear)
    heard.__enter__()
    yield heard


def digest(told: object) -> str:
    """The same for the same statement."""
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def altered() -> Iterator[str]:
    """Each of the engine's functions that is not what its source says."""
    for name, module in sorted(sys.modules.items()):
        if name.partition(".")[0] == ENGINE and (code := source_of(module)):
            written = {*inner(code)}
            for place, function in functions(module):
                if not is_written(function, name, written):
                    yield f"{name}.{place}"


def source_of(module: ModuleType) -> CodeType | None:
    """The code of a module, from its file."""
    spec = module.__spec__
    loader: Any = spec.loader if spec else None
    return loader.get_code(spec.name) if spec and hasattr(loader, "get_code") else None


def inner(code: CodeType) -> Iterator[CodeType]:
    """All code within some code."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from inner(constant)


def functions(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    """The functions that a module and its classes hold, each under its name."""
    for name, value in [*vars(module).items()]:
        if isinstance(value, type) and value.__module__ == module.__name__:
            held: list[tuple[str, Any]] = [
                (f"{name}.{part}", inside) for part, inside in [*vars(value).items()]
            ]
        else:
            held = [(name, value)]
        for place, each in held:
            plain = unwrapped(each)
            if isinstance(plain, FunctionType):
                yield place, plain


def unwrapped(value: Any) -> Any:
    """The function within a property, a method or a decorated function."""
    for name in ("fget", "func", "__func__", "__wrapped__"):
        if not isinstance(value, FunctionType) or name == "__wrapped__":
            value = getattr(value, name, None) or value
    return value


def is_written(function: FunctionType, module: str, written: set[CodeType]) -> bool:
    """Whether a function of a module is in its source, or comes from another file."""
    code = function.__code__
    if function.__module__ == module:
        return code in written or code.co_filename.startswith(MADE_BY_PYTHON)
    return function.__module__ != "__main__"
