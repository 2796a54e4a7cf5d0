"""Each chapter as its readers download it, run in an empty directory."""

import asyncio
import json
import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest

from press.executed.chapters import Chapter
from press.executed.run import run_cells
from press.page.notebooks import settle
from press.tools.environment import isolate
from press.tools.selection import heaviest_of_each_kind, takes_everything


@pytest.fixture(scope="module")
def downloads(site) -> dict[str, dict]:
    """The notebooks of the site that this run takes, by their names."""
    folder = site / "_sources"
    found = {
        path.relative_to(folder).with_suffix("").as_posix(): path
        for path in sorted(folder.rglob("*.ipynb"))
    }
    taken = found if takes_everything() else heaviest_of_each_kind(sizes(found))
    return {name: json.loads(found[name].read_text("utf-8")) for name in sorted(taken)}


def sizes(files: dict[str, Path]) -> dict[str, int]:
    return {name: path.stat().st_size for name, path in files.items()}


@pytest.fixture(scope="module")
def rerun(root, site, downloads, tmp_path_factory) -> dict[str, dict | str]:
    """The notebooks run anew, as many at once as there are cores, or how one failed."""
    before = dict(os.environ)
    isolate(root)
    folder = tmp_path_factory.mktemp("downloads")
    try:
        with tempfile.TemporaryDirectory(prefix="press-") as runtime:
            os.environ["JUPYTER_RUNTIME_DIR"] = runtime
            # In a thread of its own: a browser may keep this one's event loop.
            with ThreadPoolExecutor(1) as thread:
                ran = run_all(downloads, site / "_sources", folder)
                return thread.submit(asyncio.run, ran).result()
    finally:
        os.environ.clear()
        os.environ.update(before)


async def run_all(downloads, sources, folder) -> dict[str, dict | str]:
    """Each notebook alone in a directory, with what the studies of its part found."""
    free = asyncio.Semaphore(os.cpu_count() or 1)

    async def reached(cell: int) -> None:
        """Nobody waits for news of a cell."""

    async def run(name: str) -> dict | str:
        path = folder / name.replace("/", "-") / "chapter.ipynb"
        path.parent.mkdir()
        studies = (sources / name).with_name("studies")
        if studies.is_dir():
            shutil.copytree(studies, path.with_name("studies"))
        notebook = nbformat.reads(json.dumps(downloads[name]), as_version=4)
        nbformat.write(notebook, path)
        async with free:
            chapter, recorded = Chapter(name, path, notebook), path.with_name("reads")
            failure = await run_cells(chapter, 300, reached, recorded)
        shutil.rmtree(path.parent)
        return str(failure) if failure else json.loads(nbformat.writes(notebook))

    return dict(zip(downloads, await asyncio.gather(*map(run, downloads)), strict=True))


def test_every_notebook_holds_what_its_cells_put_out(downloads):
    silent = [name for name, notebook in downloads.items() if not any(shown(notebook))]
    assert silent == []


def test_every_notebook_runs_by_itself(rerun):
    assert rerun
    assert {name: made for name, made in rerun.items() if isinstance(made, str)} == {}


def test_it_shows_what_it_showed_in_the_book(downloads, rerun):
    for name, notebook in downloads.items():
        assert shown(rerun[name]) == shown(notebook), name


def test_the_first_cell_installs_what_is_missing(downloads):
    for notebook in downloads.values():
        first = "".join(notebook["cells"][0]["source"])
        assert "%pip install" in first
        assert "proofread" in first


def shown(notebook) -> list:
    """What the cells of a notebook put out."""
    cells = json.loads(json.dumps(notebook))["cells"]
    settle(cells)
    return [joined(cell.get("outputs", [])) for cell in cells]


def joined(outputs) -> list:
    """Outputs with their text whole, however a file cuts it into lines."""
    text = json.dumps(outputs)
    return json.loads(text, object_hook=whole)


def whole(part: dict) -> dict:
    """The object with each list of lines as one text."""
    return {
        key: "".join(value)
        if isinstance(value, list) and all(isinstance(line, str) for line in value)
        else value
        for key, value in part.items()
    }
