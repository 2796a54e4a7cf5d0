"""What a chapter shows as stated is what the engine stated, in the same run."""

import asyncio
import tempfile
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

from press.executed import stating
from press.executed.cells import Failure, run_cells
from press.executed.kernel import beside
from press.executed.reading import read_chapter
from press.executed.stated import theorems
from press.executed.stating import altered
from proofread import bundle

HEAD = """---
file_format: mystnb
kernelspec: {name: python3}
---
# Title

"""
CELL = "```{{code-cell}} python\n{}\n```\n\n"
TRUE = """import sympy as sp
from proofread import claim, definition, derivation, refute, step
x, y = sp.symbols("x y", real=True)
made = claim("true", x*(x + 1), x**2 + x)
refute("false", x*(x + 1), x**2 + 2*x)
claim("defined", y, (x + 1)**2 - 2*x, where=definition("named", y, x**2 + 1))
derivation("lines", (x + 1)**2, step(x**2 + 2*x + 1, "multiply"))"""
SHOW = """from IPython.display import display
from proofread.bundle import MIME, as_json
told = as_json(made.bundle)
"""
FORGED = {
    "another formula": f"{SHOW}display({{MIME: told | {{'latex': 'a'}}}}, raw=True)",
    "another key": f"{SHOW}display({{MIME: told | {{'key': 'a'}}}}, raw=True)",
    "from nothing": "from IPython.display import display\n"
    "display({'application/vnd.proofread.claim+json': {'key': 'a'}}, raw=True)",
    "as a result": "class Mine:\n"
    "    def _repr_mimebundle_(self, **_):\n"
    "        return {'application/vnd.proofread.claim+json': {'key': 'a'}}\n"
    "Mine()",
    "sent past IPython": "shell = get_ipython()\n"
    "data = {'application/vnd.proofread.claim+json': {'key': 'a'}}\n"
    "content = dict(data=data, metadata={}, transient={})\n"
    "shell.kernel.session.send(shell.kernel.iopub_socket, 'display_data', content,\n"
    "    parent=shell.display_pub.parent_header)",
}
REWRITTEN = {
    "a function": "import proofread.statements.claims as engine\n"
    "engine.run = lambda *told: None",
    "its code": "import proofread.statements.recording as engine\n"
    "engine.run.__code__ = (lambda claims, build: None).__code__",
    "a method": "from proofread.statements.recording import Statement\n"
    "Statement._ipython_display_ = lambda self: None",
    "a cached one": "import proofread.audit.engine as engine\n"
    "engine.engine = lambda: ''",
}


@pytest.fixture(autouse=True)
def spoken_to_here(monkeypatch):
    """Kernels are spoken to in a folder of a short name: sockets allow no long ones."""
    with tempfile.TemporaryDirectory(prefix="press-") as folder:
        monkeypatch.setenv("JUPYTER_RUNTIME_DIR", folder)
        yield


def failure(folder: Path, *cells: str) -> Failure | None:
    """Why a chapter of these cells is refused, if it is."""
    path = folder / "chapter.md"
    path.write_text(HEAD + "".join(map(CELL.format, cells)), "utf-8")
    chapter = read_chapter("chapter", path, ["dollarmath"])
    assert chapter is not None

    async def reached(cell_index: int) -> None:
        """Nobody waits for it."""

    return asyncio.run(run_cells(chapter, 100, reached, folder / "read"))


def test_what_the_engine_states_is_known_to_the_build(tmp_path):
    assert failure(tmp_path, TRUE, "made") is None


def test_each_claim_is_told_with_its_theorem_and_what_is_false_with_none(tmp_path):
    assert failure(tmp_path, TRUE) is None
    told = theorems(beside(tmp_path / "read"))
    assert [(one["key"], one["line"]) for one in told] == [
        ("true", 0),
        ("defined", 0),
        ("lines", 1),
    ]
    assert all("Theorem" in one["text"] and one["identity"] for one in told)


@pytest.mark.parametrize("cell", FORGED.values(), ids=FORGED)
def test_a_statement_that_the_engine_did_not_make_is_refused(tmp_path, cell):
    found = failure(tmp_path, TRUE, cell)
    assert found is not None
    assert "a statement that the engine did not make" in found.error
    assert found.line == HEAD.count("\n") + TRUE.count("\n") + 6


@pytest.mark.parametrize("cell", REWRITTEN.values(), ids=REWRITTEN)
def test_an_engine_that_a_cell_rewrites_is_refused(tmp_path, cell):
    found = failure(tmp_path, "import proofread", cell)
    assert found is not None
    assert "is not what its source says" in found.error
    assert found.cell == 2


def test_the_engine_as_it_is_says_what_its_source_says():
    assert [*altered()] == []


def test_what_a_kernel_listens_to_is_the_engines_own():
    assert stating.MIME == bundle.MIME
    assert stating.PROOF in {field.name for field in fields(bundle.Bundle)}
    recording = import_module(stating.RECORDING)
    assert {"as_json", "heard_by"} <= vars(recording).keys()
    assert "told_of" in vars(import_module(stating.SECOND_PROOF))
