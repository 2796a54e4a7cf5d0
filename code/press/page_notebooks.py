"""Each chapter to take away: its executed notebook, and the packages it needs."""

import json
import re
from pathlib import Path

from press.archive import files_below, write_archive

PACKAGES = "packages.zip"
FOR_CHAPTERS = "press"  # every package but this one, which makes pages
SETUP = """\
# Installs what the notebook needs, where it is missing.
import importlib.util

if not all(map(importlib.util.find_spec, {names})):
    %pip install --quiet "{source}"\
"""


def executed_notebook(app, pagename):
    """The notebook as it ran, outputs and all."""
    return Path(app.outdir).parent / "jupyter_execute" / f"{pagename}.ipynb"


def finish(app):
    """Put each executed notebook beside its source, the same in every build."""
    sources = Path(app.outdir) / "_sources"
    root = Path(app.srcdir).parent
    names = package_names(root)
    for name in sorted(app.env.found_docs):
        executed = executed_notebook(app, name)
        if executed.exists():
            notebook = json.loads(executed.read_text("utf-8"))
            settle(notebook["cells"])
            address = address_of_packages(app, name)
            notebook["cells"].insert(0, setup_cell(names, address))
            target = sources / f"{name}.ipynb"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(
                json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8"
            )
    write_archive(sources / PACKAGES, packages(root, names))


def package_names(root):
    """The packages that chapters import."""
    found = (path.parent.name for path in (root / "code").glob("*/__init__.py"))
    return sorted(set(found) - {FOR_CHAPTERS})


def packages(root, names):
    """What pip needs to install the packages."""
    files = {}
    for name in names:
        files |= files_below(root / "code" / name, f"code/{name}/")
    settings = root / "pyproject.toml"
    return files | (
        {"pyproject.toml": settings.read_bytes()} if settings.exists() else {}
    )


def address_of_packages(app, name):
    """Where a notebook finds the packages: published, or beside it as downloaded."""
    base = app.config.html_baseurl.rstrip("/")
    return f"{base}/_sources/{PACKAGES}" if base else PACKAGES


def setup_cell(names, source):
    """The first cell of every notebook."""
    lines = SETUP.format(names=tuple(names), source=source)
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": "setup",
        "metadata": {"tags": ["remove-cell"]},
        "outputs": [],
        "source": re.split(r"(?<=\n)", lines),
    }


def settle(cells):
    """Replace what depends on the run: random names, times, counts of executions."""
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    for count, cell in enumerate(code, start=1):
        cell["execution_count"] = count
        for output in cell["outputs"]:
            if output["output_type"] == "execute_result":
                output["execution_count"] = count
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
        cell["metadata"].pop("execution", None)
