"""A toy book of two pages, built from cached outputs: no notebook runs."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import nbformat.v4 as notebook
import pytest
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from myst_nb.core.read import read_myst_markdown_notebook
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from proofread.bundle import (
    MIME,
    VERSION,
    Bundle,
    Condition,
    Counterexample,
    Kind,
    Lead,
    MeasurementAccount,
    ProofAccount,
    Row,
    Verdict,
    as_json,
)
from proofread.chapters.cells import Cell
from proofread.chapters.places import Place
from proofread.chapters.written import Written, keys_written

HEAD = """---
file_format: mystnb
kernelspec:
  name: python3
---
"""

CLAIM = Bundle(
    key="",
    kind=Kind.CLAIM,
    verdict=Verdict.PROVED_AT_SIZES,
    latex=r"a + b = b + a",
    numbered=True,
    title=None,
    topic=None,
    conditions=(),
    uses=(),
    fingerprint="f1",
    proof=ProofAccount({"n": 3}, "expand"),
    measurement=MeasurementAccount(
        ({"n": 5},), 4, (1e-3, 2e4), 2.2e-16, 1e-9, "complex step"
    ),
)
UNCHECKED = replace(CLAIM, proof=None, measurement=None)
OF_VERB = {
    "claim": CLAIM,
    "definition": replace(UNCHECKED, kind=Kind.DEFINITION, verdict=Verdict.DEFINITION),
    "derivation": replace(
        CLAIM,
        kind=Kind.DERIVATION,
        title="Product rule",
        latex=r"\begin{aligned} u &= v &&\text{why} \\ &= w \end{aligned}",
        lines=(Row("u", "=", "v", "why $v$"), Row(None, "=", "w", "")),
    ),
    "refute": replace(
        UNCHECKED,
        kind=Kind.REFUTATION,
        verdict=Verdict.REFUTED,
        latex="1 = 2",
        numbered=False,
        message="refuted by measurement\nat one point",
        counterexample=Counterexample({}, (("t", "0.37"),), "1", "2", 1.0, "1 = 1"),
    ),
}


def written(code: str) -> list[Written]:
    """The calls in a cell that spell out their key."""
    return keys_written([Cell(Place(""), 1, code)])


@dataclass
class Book:
    """A toy book on disk; `changes` replaces fields of the bundles of some keys."""

    root: Path
    changes: dict[str, dict[str, Any]]
    version: int = VERSION

    def write(self, name: str, text: str) -> None:
        """Write a page and put what its cells would display into the cache."""
        path = self.root / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD + text)
        executed = read_myst_markdown_notebook(HEAD + text)
        executed.metadata["language_info"] = {"name": "python"}
        for cell in executed.cells:
            if cell.cell_type == "code":
                cell.execution_count = 1
                cell.outputs = [self.output(call) for call in written(cell.source)]
        cache = get_cache(str(self.root / "cache"))
        cache.cache_notebook_bundle(
            CacheBundleIn(executed, str(path)), check_validity=False, overwrite=True
        )

    def output(self, call: Written) -> Any:
        """What a call of the engine displays."""
        key = call.key
        bundle = replace(OF_VERB[call.verb], key=key, **self.changes.get(key, {}))
        data = {
            MIME: as_json(bundle) | {"version": self.version},
            "text/latex": f"${bundle.latex}$",
            "text/plain": bundle.latex,
        }
        return notebook.new_output("display_data", data)

    def build(
        self,
        builder: str = "html",
        parallel: int = 1,
        fresh: bool = False,
        **settings: Any,
    ) -> str:
        """Build strictly; the warnings, or what was said if there were none."""
        config = {
            "extensions": [
                "myst_nb",
                "sphinx_proof",
                "sphinx_exercise",
                "proofread.sphinx",
            ],
            "nb_execution_mode": "cache",
            "nb_execution_cache_path": str(self.root / "cache"),
            "myst_enable_extensions": ["dollarmath", "amsmath"],
            "myst_dmath_double_inline": True,
            "exclude_patterns": ["_build", "cache"],
            "numfig": True,
            "nitpicky": True,
            "project": "Toy",
            "latex_engine": "xelatex",
            **settings,
        }
        status, warning = io.StringIO(), io.StringIO()
        out = self.root / "_build" / builder
        trees = self.root / "_build" / "doctrees"
        with patch_docutils(str(self.root)), docutils_namespace():
            app = Sphinx(
                self.root,
                None,
                out,
                trees,
                builder,
                config,
                status,
                warning,
                freshenv=fresh,
                parallel=parallel,
            )
            app.build()
        return warning.getvalue() or status.getvalue()

    def text(self, name: str) -> str:
        """A page as written."""
        return (self.root / f"{name}.md").read_text().removeprefix(HEAD)

    def html(self, name: str) -> str:
        """A page as built."""
        return (self.root / "_build" / "html" / f"{name}.html").read_text()

    def ledger(self) -> str:
        """The ledger as written."""
        return (self.root / "_build" / "html" / "ledger.json").read_text()


INDEX = "# Toy\n\n```{toctree}\n:numbered:\ncalculus/one\nalgebra/two\n```\n"
ONE = """# One

```{code-cell}
definition("softmax")
```

```{code-cell}
claim("swap")
derivation("product-rule")
```

See {eq}`swap` and {eq}`product-rule`.
"""
TWO = """# Two

From {eq}`swap` on another page.

```{code-cell}
claim("other")
refute("wrong")
```

```{ledger}
```

```{identities}
```
"""


@pytest.fixture
def claimed() -> Bundle:
    """A claim that stands."""
    return CLAIM


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """The toy book, ready to build: no offence in it."""
    for_all = Condition(Lead.FOR_ALL, "a, b")
    swap = {"uses": ("softmax",), "conditions": (for_all,)}
    toy = Book(tmp_path, {"swap": swap})
    for name, text in {"index": INDEX, "calculus/one": ONE, "algebra/two": TWO}.items():
        toy.write(name, text)
    return toy
