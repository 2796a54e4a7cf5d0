"""What LaTeX says of its own lines, told of the lines of the chapters."""

import re
from collections.abc import Iterable

from ..tools.system import OPTIONAL
from .writer import PLACE

STOPPED = re.compile(r"^! .*|^\S+\.\w+:\d+: .*|^ +\w+ .*: gave an error$", re.MULTILINE)
COMPLAINTS = re.compile(
    r"undefined (?:references|citations)|(?:Reference|Citation) `.*' .*undefined.*"
    r"|Missing character: There is no .* in font.*|.*multiply[- ]defined.*",
)
OVERFULL = re.compile(r"^Overfull \\hbox \((\d+\.\d+)pt too wide\).*", re.MULTILINE)
WIDEST_OVERHANG = 5.0
LINE = re.compile(r"(?:^\S+\.tex:|input line |at lines? )(\d+)")
MISSING = re.compile(r"File [`'](\S+)' not found|font \"([^\"]+)\" cannot be found")
LETTER = re.compile(r"There is no (.) ")


def complaints_in(log: str, source: str = "") -> list[str]:
    """Each thing in a LaTeX log that a reader would stumble over, once, with its place.

    source: what LaTeX read, with the places that the writer noted. Where LaTeX stopped,
    that alone is told: all references are undefined then.
    """
    stopped = [found[0].strip() for found in STOPPED.finditer(log)]
    overfull = [
        found[0]
        for found in OVERFULL.finditer(log)
        if float(found[1]) > WIDEST_OVERHANG
    ]
    missing = [found[0].strip() for found in COMPLAINTS.finditer(log)]
    lines = source.splitlines()
    told = (placed(each, lines) for each in stopped or missing + overfull)
    return list(dict.fromkeys(told))


def to_install(complaints: Iterable[str]) -> str:
    """What to type where a file of TeX's own is missing; nothing where none is."""
    found = MISSING.search("\n".join(complaints))
    if not found:
        return ""
    what, packages = OPTIONAL["xelatex"]
    return (
        f"{found[1] or found[2]} is not installed; {what} needs all of these:\n"
        f"    sudo apt-get install {packages}"
    )


def placed(complaint: str, lines: list[str]) -> str:
    """The complaint, after the file and line of what it is about, if that is known."""
    number = line_of(complaint, lines)
    for line in reversed(lines[:number]):
        if line.startswith(PLACE):
            return f"{line.removeprefix(PLACE)}: {complaint}"
    return complaint


def line_of(complaint: str, lines: list[str]) -> int:
    """The line of LaTeX's source a complaint is about, counted from 1; 0 if unknown.

    Of a missing letter the log does not say where it is; it is looked for.
    """
    if found := LINE.search(complaint):
        return int(found[1])
    if found := LETTER.search(complaint):
        holds = (i for i, line in enumerate(lines, 1) if found[1] in line)
        return next(holds, 0)
    return 0
