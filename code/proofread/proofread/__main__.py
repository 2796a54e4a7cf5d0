"""`python -m proofread check CHAPTER …` and `python -m proofread audit BOOK …`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .running.check import check
from .running.runner import SECONDS_A_CELL


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
    from .audit import audit

    return audit(
        options.paths, jobs=options.jobs, output=options.output, drawn=options.drawn
    )


def parser() -> argparse.ArgumentParser:
    """What can be asked, and with which options."""
    parser = argparse.ArgumentParser(prog="proofread", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    checking = verbs.add_parser("check", help="check the claims of chapters")
    checking.add_argument(
        "chapters", nargs="+", type=Path, help=".md, .ipynb or .py files"
    )
    checking.add_argument(
        "--timeout",
        type=float,
        metavar="SECONDS",
        default=SECONDS_A_CELL,
        help="for one cell; %(default)g unless said",
    )
    checking.add_argument(
        "--seconds",
        type=Path,
        metavar="FILE",
        help="receives how long each statement took, as JSON",
    )
    checking.add_argument(
        "--allow-none",
        action="store_true",
        help="files without any statement are no failure, as where prose is committed",
    )
    auditing = verbs.add_parser(
        "audit", help="mutate every claim and score the readers"
    )
    auditing.add_argument("paths", nargs="+", type=Path)
    auditing.add_argument("--jobs", type=int, default=None)
    auditing.add_argument("--output", type=Path, default=Path("_build/audit.json"))
    auditing.add_argument("--drawn", type=int, metavar="N", help="mutants of a claim")
    return parser


if __name__ == "__main__":
    sys.exit(main())
