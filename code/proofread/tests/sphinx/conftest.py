"""A toy book of two pages, built from cached outputs: no notebook runs."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat.v4 as notebook
import pytest
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from myst_nb.core.read import read_myst_markdown_notebook
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from proofread.sources import calls
from proofread.sphinx.displays import MIME_TYPE

HEAD = """---
file_format: mystnb
kernelspec:
  name: python3
---
"""

BUNDLE = {
    "version": 1,
    "kind": "claim",
    "numbered": True,
    "title": None,
    "topic": None,
    "latex": r"a + b = b + a",
    "lines": [],
    "conditions": [],
    "uses": [],
    "verdict": "proved at sizes",
    "proof": {"sizes": {"n": 3}, "method": "expand", "note": None},
    "measurement": {
        "sizes": {"n": 5},
        "points": 4,
        "residual": 2.2e-16,
        "tolerance": 1e-9,
        "method": "complex step",
    },
    "measured_only": None,
    "message": "",
    "counterexample": None,
    "fingerprint": "f1",
}
OF_KIND: dict[str, dict[str, Any]] = {
    "claim": {},
    "definition": {
        "kind": "definition",
        "verdict": "definition",
        "proof": None,
        "measurement": None,
    },
    "derivation": {
        "kind": "derivation",
        "title": "Product rule",
        "latex": r"\begin{aligned} u &= v &&\text{why} \\ &= w \end{aligned}",
        "lines": [
            {"left": "u", "relation": "=", "right": "v", "reason": "why $v$"},
            {"left": None, "relation": "=", "right": "w", "reason": None},
        ],
    },
    "refute": {
        "kind": "refutation",
        "latex": "1 = 2",
        "verdict": "refuted",
        "message": "refuted by measurement\nat one point",
        "counterexample": {
            "sizes": {},
            "values": [["t", "0.37"]],
            "left": "1",
            "right": "2",
            "residual": 1.0,
            "did_you_mean": "1 = 1",
        },
    },
}


@dataclass
class Book:
    """A toy book on disk; `changes` replaces entries of the bundles of some keys."""

    root: Path
    changes: dict[str, dict[str, Any]]

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
                cell.outputs = [self.output(call) for call in calls(cell.source, 1)]
        cache = get_cache(str(self.root / "cache"))
        cache.cache_notebook_bundle(
            CacheBundleIn(executed, str(path)), check_validity=False, overwrite=True
        )

    def output(self, call: Any) -> Any:
        """What a call of the engine displays."""
        key = call["key"]
        bundle = (
            BUNDLE | OF_KIND[call["verb"]] | {"key": key} | self.changes.get(key, {})
        )
        data = {
            MIME_TYPE: bundle,
            "text/latex": f"${bundle['latex']}$",
            "text/plain": bundle["latex"],
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
def book(tmp_path: Path) -> Book:
    """The toy book, ready to build: no offence in it."""
    swap = {"uses": ["softmax"], "conditions": [{"kind": "for all", "latex": "a, b"}]}
    toy = Book(tmp_path, {"swap": swap})
    for name, text in {"index": INDEX, "calculus/one": ONE, "algebra/two": TWO}.items():
        toy.write(name, text)
    return toy
