"""`python -m proofread check CHAPTER …`, `… audit BOOK …` and `… kernel BOOK …`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .running.check import check
from .running.process import SECONDS_A_CELL


def main(arguments: list[str] | None = None) -> int:
    """Run the command line."""
    options = parser().parse_args(arguments)
    if options.verb == "check":
        return check(
            options.chapters,
            timeout=options.timeout,
            seconds=options.seconds,
            allow_none=options.allow_none,
        )
    if options.verb == "kernel":
        return _proved_again(options)
    from .audit import audit

    return audit(
        options.paths, jobs=options.jobs, output=options.output, drawn=options.drawn
    )


def parser() -> argparse.ArgumentParser:
    """What can be asked, and with which options."""
    parser = argparse.ArgumentParser(prog="proofread", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    _checking(verbs.add_parser("check", help="check the claims of chapters"))
    _auditing(verbs.add_parser("audit", help="mutate every claim; score the readers"))
    _proving(verbs.add_parser("kernel", help="have Coq prove the equations again"))
    return parser


def _proved_again(options: argparse.Namespace) -> int:
    from .audit import chapters
    from .kernel.chapter import collected, told_before
    from .kernel.command import Asked, prove, write
    from .kernel.trials import mutate, satisfy

    if options.witnesses:
        return satisfy(options.to)
    if options.mutants:
        paths = chapters(options.paths)
        return mutate(paths, options.to, options.mutants, SECONDS_A_CELL)
    if not options.paths and not options.told:
        return prove(options.to)
    told = (collected(path, SECONDS_A_CELL) for path in chapters(options.paths))
    asked = Asked(options.to, options.search, options.check, whole=bool(options.told))
    return write(told_before(options.told) if options.told else told, asked)


def _checking(takes: argparse.ArgumentParser) -> None:
    files, limit = ".md, .ipynb or .py files", "for one cell; %(default)g unless said"
    took = "receives how long each statement took, as JSON"
    none = "files without any statement are no failure, as where prose is committed"
    takes.add_argument("chapters", nargs="+", type=Path, help=files)
    takes.add_argument("--timeout", type=float, default=SECONDS_A_CELL, help=limit)
    takes.add_argument("--seconds", type=Path, metavar="FILE", help=took)
    takes.add_argument("--allow-none", action="store_true", help=none)


def _auditing(takes: argparse.ArgumentParser) -> None:
    takes.add_argument("paths", nargs="+", type=Path)
    takes.add_argument("--jobs", type=int, default=None)
    takes.add_argument("--output", type=Path, default=Path("_build/audit.json"))
    takes.add_argument("--drawn", type=int, metavar="N", help="mutants of a claim")


def _proving(takes: argparse.ArgumentParser) -> None:
    files = "chapters whose theorems to write; without any, Coq proves what is written"
    search = "ask Coq anew which theorems it finds a proof of"
    check = "write nothing; fail where a file is not what would be written"
    takes.add_argument("paths", nargs="*", type=Path, help=files)
    told = "a folder of what runs of all chapters told of their claims, as JSON"
    takes.add_argument("--to", type=Path, default=Path("kernel"), metavar="FOLDER")
    holds = "find a witness that what each theorem assumes can hold"
    takes.add_argument("--witnesses", action="store_true", help=holds)
    drawn = (
        "show Coq so many mutants of the chapters' claims: none that is false passes"
    )
    takes.add_argument("--mutants", type=int, metavar="N", help=drawn)
    takes.add_argument("--told", type=Path, metavar="FOLDER", help=told)
    takes.add_argument("--search", action="store_true", help=search)
    takes.add_argument("--check", action="store_true", help=check)


if __name__ == "__main__":
    sys.exit(main())
