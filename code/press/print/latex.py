"""The book as one PDF, set by XeLaTeX; refused if anything in it is missing."""

import os
import shutil
import subprocess
from pathlib import Path

from ..executed.run import run_chapters
from ..source.check import check_sources
from ..source.project import Project
from ..tools.progress import Progress
from ..tools.system import OPTIONAL
from ..typeset.settings import settings_of
from ..typeset.sphinx import render
from .log import complaints_in, to_install

SUMMARY = b"Collected error summary"  # what latexmk says of the tools it called


def make_pdf(project: Project, progress: Progress) -> Path | None:
    """The PDF's path; None where something failed, and the last good PDF stays."""
    if not shutil.which("xelatex") or not shutil.which("latexmk"):
        what, packages = OPTIONAL["xelatex"]
        progress.done(f"{what} needs XeLaTeX: sudo apt-get install {packages}")
        return None
    check_sources(project)
    settings = settings_of(project)
    if not run_chapters(
        project,
        extensions=settings.extensions,
        timeout=settings.timeout,
        progress=progress,
    ):
        return None
    shutil.rmtree(project.work / "latex", ignore_errors=True)
    shutil.rmtree(project.work / "latex-doctrees", ignore_errors=True)
    if not render(project, "latex", settings, progress):
        return None
    printed, said = run_latex(project.work / "latex", progress)
    source = printed.with_suffix(".tex").read_text("utf8")
    complaints = complaints_in(said, source)
    for complaint in complaints:
        progress.done(project.relative(complaint))
    if advice := to_install(complaints):
        progress.done(advice)
    if complaints or not printed.exists():
        progress.done(f"The PDF was not made; {printed.with_suffix('.log')} tells all.")
        return None
    project.pdf.parent.mkdir(exist_ok=True)
    for suffix in (".log", ".aux", ".pdf"):
        shutil.copy(printed.with_suffix(suffix), project.pdf.with_suffix(suffix))
    return project.pdf


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
    return source.with_suffix(".pdf"), (written + tools).decode("utf8", "replace")


def _is_document(path: Path) -> bool:
    return "\\documentclass" in path.read_text("utf8")
