"""The book as one PDF, set by XeLaTeX; refused if anything in it is missing."""

import os
import shutil
import subprocess
from pathlib import Path

from ..source.malformed import read_text
from ..source.project import Project
from ..tools.progress import Progress
from ..tools.system import OPTIONAL
from ..typeset.prepared import prepare
from ..typeset.sphinx import render
from .log import complaints_in, to_install

SUMMARY = b"Collected error summary"  # what latexmk says of the tools it called


def make_pdf(project: Project, progress: Progress) -> Path | None:
    """The PDF's path; None where something failed, and the last good PDF stays."""
    if not shutil.which("xelatex") or not shutil.which("latexmk"):
        what, packages = OPTIONAL["xelatex"]
        progress.done(f"{what} needs XeLaTeX: sudo apt-get install {packages}")
        return None
    settings = prepare(project, progress)
    if settings is None:
        return None
    shutil.rmtree(project.work / "latex", ignore_errors=True)
    shutil.rmtree(project.work / "latex-doctrees", ignore_errors=True)
    if not render(project, "latex", settings, progress):
        return None
    printed = print_pages(project, progress)
    if printed is None:
        return None
    project.pdf.parent.mkdir(exist_ok=True)
    for suffix in (".log", ".aux", ".pdf"):
        shutil.copy(printed.with_suffix(suffix), project.pdf.with_suffix(suffix))
    return project.pdf


def print_pages(project: Project, progress: Progress) -> Path | None:
    """The PDF of what Sphinx wrote; None, and why, where a reader would stumble."""
    printed, said = run_latex(project.work / "latex", progress)
    complaints = complaints_in(said, read_text(printed.with_suffix(".tex")))
    for complaint in complaints:
        progress.done(project.relative(complaint))
    if advice := to_install(complaints):
        progress.done(advice)
    if complaints or not printed.exists():
        progress.done(f"The PDF was not made; {printed.with_suffix('.log')} tells all.")
        return None
    return printed


def run_latex(directory: Path, progress: Progress) -> tuple[Path, str]:
    """Where the PDF of the directory's only document should now be, and all logs."""
    (source,) = (path for path in directory.glob("*.tex") if _is_document(path))
    progress.now("  setting the PDF; XeLaTeX runs until every reference stands")
    command = ["latexmk", "-xelatex", "-interaction=nonstopmode", "-file-line-error"]
    same_bytes = {"FORCE_SOURCE_DATE": "1", "max_print_line": "1000"}
    run = subprocess.run(
        [*command, source.name],
        cwd=directory,
        env=os.environ | same_bytes,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    log = source.with_suffix(".log")
    written = log.read_bytes() if log.exists() else b"! LaTeX wrote no log.\n"
    tools = run.stdout.rpartition(SUMMARY)[2] if run.returncode else b""
    return source.with_suffix(".pdf"), (written + tools).decode("utf-8", "replace")


def _is_document(path: Path) -> bool:
    return "\\documentclass" in path.read_text("utf-8")
