"""Each chapter to take away: its executed notebook, and the packages it needs."""

import json
import re
from pathlib import Path

import nbformat
from jupyter_cache import get_cache

from press.archive import files_below, write_archive

PACKAGES = "packages.zip"
FOR_PRINT = "application/pdf"  # a figure's second form; notebooks show the first
FOR_CHAPTERS = "press"  # every package but this one, which makes pages
SETUP = """\
# Installs what the notebook needs, where it is missing.
import importlib.util

if not all(map(importlib.util.find_spec, {names})):
    %pip install --quiet "{source}"\
"""


def notebook_of(app, pagename):
    """The notebook as it was read; its outputs are in the cache."""
    return Path(app.outdir).parent / "jupyter_execute" / f"{pagename}.ipynb"


def finish(app, written):
    """Put the executed notebooks of pages just written beside their sources."""
    sources = Path(app.outdir) / "_sources"
    root = Path(app.srcdir).parent
    names = package_names(root)
    for name in sorted(app.env.found_docs):
        target = sources / f"{name}.ipynb"
        read = notebook_of(app, name)
        if read.exists() and (name in written or not target.exists()):
            notebook = with_outputs(app, read)
            settle(notebook["cells"])
            notebook["cells"].insert(0, setup_cell(names, address_of_packages(app)))
            notebook["metadata"].get("source_map", []).insert(0, 0)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(
                json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8"
            )
    write_archive(sources / PACKAGES, packages(root, names))


def with_outputs(app, path):
    """The notebook at path with what its cells put out, which the cache remembers."""
    notebook = nbformat.read(path, as_version=4)
    cache = get_cache(app.config.nb_execution_cache_path)
    _, notebook = cache.merge_match_into_notebook(notebook)
    return json.loads(nbformat.writes(notebook))


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


def address_of_packages(app):
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
        cell["outputs"] = with_streams_whole(cell["outputs"])
        for output in cell["outputs"]:
            if output["output_type"] == "execute_result":
                output["execution_count"] = count
            output.get("data", {}).pop(FOR_PRINT, None)
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
        cell["metadata"].pop("execution", None)


def with_streams_whole(outputs):
    """The outputs, with what was printed in pieces, as time would have it, in one."""
    whole = []
    for output in outputs:
        last = whole[-1] if whole else {}
        if output["output_type"] == "stream":
            output["text"] = "".join(output["text"])
        if output["output_type"] == "stream" and output["name"] == last.get("name"):
            last["text"] += output["text"]
        else:
            whole.append(output)
    return whole
