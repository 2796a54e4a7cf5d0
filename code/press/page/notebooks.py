"""Each chapter to take away: its executed notebook, and the packages it needs."""

import json
import re
from collections.abc import Container, Iterable
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ..executed.cache import Memory
from ..executed.cells import FOR_PRINT
from ..source.project import project_of
from ..tools.archive import files_below, write_archive
from ..typeset.outputs import SVG
from ..typeset.statements import statements_of
from . import quoted

Notebook = dict[str, Any]  # or a part of it: what JSON holds
Files = dict[str, bytes]
PACKAGES = "packages.zip"
NOT_FOR_CHAPTERS = "press"  # it makes pages
SETUP = """\
# Installs what the notebook needs, where it is missing.
import importlib.util

if not all(map(importlib.util.find_spec, {names})):
    %pip install --quiet {sources}\
"""
FETCH = """

# Fetches what its studies found, where that does not lie beside it.
from pathlib import Path
from urllib.request import urlretrieve

for result in {results}:
    kept = Path("studies", Path(result).name)
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        urlretrieve(result, kept)\
"""
STUDY = re.compile(r"\bstudy\(\"(\w+)\"\)")


def notebook_of(app: Sphinx, pagename: str) -> Path:
    """The notebook as it was read, with its outputs."""
    return Path(app.outdir).parent / "jupyter_execute" / f"{pagename}.ipynb"


def finish(app: Sphinx, written: Container[str]) -> None:
    """Put the executed notebooks of pages just written beside their sources."""
    project, sources = project_of(app.srcdir), Path(app.outdir) / "_sources"
    root, memory = project.root, Memory(project)
    archives = packages(root)
    needed = package_names(root), addresses(app, archives)
    for name in sorted(app.env.found_docs):
        target, read = sources / f"{name}.ipynb", notebook_of(app, name)
        if read.exists() and (name in written or not target.exists()):
            notebook = json.loads(read.read_text("utf-8"))
            if memory.is_unchanged(name, Path(app.env.doc2path(name))):
                take_outputs(notebook, memory.path(name))
            if told := statements_of(app):
                quoted.complete(notebook, told, name)
            cell = setup_cell(*needed, results_of(app, name, notebook))
            notebook = beginning_with(cell, notebook)
            target.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(notebook, ensure_ascii=False, indent=1)
            target.write_text(text, encoding="utf-8")
    publish(archives, project.book, sources)


def publish(archives: dict[str, Files], book: Path, sources: Path) -> None:
    """Put packages and what studies found beside the sources, for notebooks."""
    for name, files in archives.items():
        write_archive(sources / name, files)
    for result in sorted(book.glob("**/studies/*.json")):
        beside = sources / result.relative_to(book)
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(result.read_bytes())


def take_outputs(notebook: Notebook, kept_in: Path) -> None:
    """Give the notebook what its cells put out, to the letter: pages tidy theirs."""
    kept = json.loads(kept_in.read_text("utf-8"))
    ran, cells = (
        [cell for cell in part["cells"] if cell["cell_type"] == "code"]
        for part in (kept, notebook)
    )
    for cell, before in zip(cells, ran, strict=True):
        cell["outputs"] = before["outputs"]


def beginning_with(cell: Notebook, notebook: Notebook) -> Notebook:
    """The notebook, the same whenever it ran, with one more cell at its front."""
    settle(notebook["cells"])
    notebook["cells"].insert(0, cell)
    notebook["metadata"].get("source_map", []).insert(0, 0)
    return notebook


def package_names(root: Path) -> list[str]:
    """The packages that chapters import."""
    code = root / "code"
    found = [*code.glob("*/__init__.py"), *code.glob("*/*/__init__.py")]
    named = (path.parent for path in found if is_top_level(path.parent))
    return sorted({folder.name for folder in named} - {NOT_FOR_CHAPTERS})


def is_top_level(package: Path) -> bool:
    """Whether a package's folder is in no other package."""
    return not (package.parent / "__init__.py").exists()


def projects(root: Path) -> list[Path]:
    """The folders of code/ that are projects of their own."""
    return sorted(path.parent for path in (root / "code").glob("*/pyproject.toml"))


def archive_names(root: Path) -> dict[str, str]:
    """What a reader may download to run a notebook: a few words, the archive's name."""
    own = {f"The package {p.name}": f"{p.name}.zip" for p in projects(root)}
    return {"Its packages": PACKAGES} | own


def packages(root: Path) -> dict[str, Files]:
    """What pip needs to install what chapters import: an archive for each project."""
    settings, apart = root / "pyproject.toml", projects(root)
    own = {settings.name: settings.read_bytes()} if settings.exists() else {}
    for package in (root / "code").glob("*/__init__.py"):
        if package.parent.name != NOT_FOR_CHAPTERS:
            own |= files_below(package.parent, f"code/{package.parent.name}/")
    return {PACKAGES: own} | {f"{p.name}.zip": installed_files(p) for p in apart}


def installed_files(project: Path) -> dict[str, bytes]:
    """A project's files, without its tests and what installing it left behind."""
    inside = {*project.glob("*.egg-info"), project / "tests"}
    return {
        name: data
        for name, data in files_below(project).items()
        if not inside & {project / name.split("/")[0]}
    }


def addresses(app: Sphinx, archives: Iterable[str]) -> list[str]:
    """Where a notebook finds the packages: published, or beside it as downloaded."""
    base = app.config.html_baseurl.rstrip("/")
    return [f"{base}/_sources/{name}" if base else name for name in archives]


def results_of(app: Sphinx, name: str, notebook: Notebook) -> list[str]:
    """Where a published notebook finds what the studies that it shows have found."""
    base, folder = app.config.html_baseurl.rstrip("/"), name.rpartition("/")[0]
    code = "\n".join("".join(cell["source"]) for cell in notebook["cells"])
    studies = STUDY.findall(code) if base else []
    return [f"{base}/_sources/{folder}/studies/{study}.json" for study in studies]


def setup_cell(
    names: Iterable[str], sources: Iterable[str], results: list[str]
) -> Notebook:
    """The first cell of every notebook."""
    quoted = " ".join(f'"{source}"' for source in sources)
    lines = SETUP.format(names=tuple(names), sources=quoted)
    lines += FETCH.format(results=results) if results else ""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": "setup",
        "metadata": {"tags": ["remove-cell"]},
        "outputs": [],
        "source": re.split(r"(?<=\n)", lines),
    }


def settle(cells: list[Notebook]) -> None:
    """Replace what depends on the run: random names, times, counts of executions."""
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    for count, cell in enumerate(code, start=1):
        cell["execution_count"] = count
        cell["outputs"] = with_streams_whole(cell["outputs"])
        for output in cell["outputs"]:
            if output["output_type"] == "execute_result":
                output["execution_count"] = count
            output.get("data", {}).pop(FOR_PRINT, None)
            output.get("metadata", {}).pop(SVG, None)  # the drawing for phones
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
        cell["metadata"].pop("execution", None)


def with_streams_whole(outputs: Iterable[Notebook]) -> list[Notebook]:
    """The outputs, with what was printed in pieces, as time would have it, in one."""
    whole: list[Notebook] = []
    for output in outputs:
        last: Notebook = whole[-1] if whole else {}
        if output["output_type"] == "stream":
            output["text"] = "".join(output["text"])
        if output["output_type"] == "stream" and output["name"] == last.get("name"):
            last["text"] += output["text"]
        else:
            whole.append(output)
    return whole
