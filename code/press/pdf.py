"""The book as one PDF, set by XeLaTeX; refused if anything in it is missing."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from .check import OPTIONAL
from .progress import Progress
from .project import Project
from .site import relative, run_chapters, sphinx_settings, typeset

STOPPED = re.compile(r"^! .*|^\S+\.tex:\d+: .*|^ +\w+ .*: gave an error$", re.MULTILINE)
COMPLAINTS = re.compile(
    r"undefined (?:references|citations)|(?:Reference|Citation) `.*' .*undefined"
    r"|Missing character: There is no .* in font|multiply[- ]defined",
    re.MULTILINE,
)
OVERFULL = re.compile(r"^Overfull \\hbox \((\d+\.\d+)pt too wide\).*", re.MULTILINE)
WIDEST_OVERHANG = 5.0
SUMMARY = b"Collected error summary"  # what latexmk says of the tools it called


def make_pdf(project: Project, progress: Progress) -> Path | None:
    """The PDF's path; None where something failed, and the last good PDF stays."""
    if not shutil.which("xelatex") or not shutil.which("latexmk"):
        what, packages = OPTIONAL["xelatex"]
        progress.done(f"{what} needs XeLaTeX: sudo apt-get install {packages}")
        return None
    settings, latex = sphinx_settings(project)
    if not run_chapters(project, settings, progress):
        return None
    shutil.rmtree(project.work / "latex", ignore_errors=True)
    shutil.rmtree(project.work / "latex-doctrees", ignore_errors=True)
    if not typeset(project, "latex", settings, latex, progress):
        return None
    printed, said = run_latex(project.work / "latex", progress)
    complaints = complaints_in(said)
    for complaint in complaints:
        progress.done(relative(complaint, project))
    if complaints or not printed.exists():
        progress.done(f"The PDF was not made; {printed.with_suffix('.log')} tells all.")
        return None
    target = project.build / "pdf" / printed.name
    target.parent.mkdir(exist_ok=True)
    shutil.copy(printed, target)
    return target


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


def complaints_in(log: str) -> list[str]:
    """Each thing in a LaTeX log that a reader would stumble over, once.

    Where LaTeX stopped, that alone: all references are undefined then.
    """
    stopped = [found[0].strip() for found in STOPPED.finditer(log)]
    overfull = [
        found[0]
        for found in OVERFULL.finditer(log)
        if float(found[1]) > WIDEST_OVERHANG
    ]
    missing = [found[0] for found in COMPLAINTS.finditer(log)]
    return list(dict.fromkeys(stopped or missing + overfull))


def _is_document(path: Path) -> bool:
    return "\\documentclass" in path.read_text("utf8")
