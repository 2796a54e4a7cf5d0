"""`python -m proofread check CHAPTER …` and `python -m proofread audit BOOK …`."""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from pathlib import Path

from . import chapter


def check(paths: list[Path], seconds: Path | None = None) -> int:
    """Check the claims of the named chapters; 1 if any fails, as the build would.

    seconds: the file that receives how long each claim and derivation took, as JSON.
    """
    failures, times = 0, {}
    for path in paths:
        start = time.perf_counter()
        try:
            record = chapter.run(path)
        except Exception:
            traceback.print_exc()
            print(f"{path}: the code its claims need does not run", file=sys.stderr)
            failures += 1
            continue
        for error in record.errors:
            print(error, file=sys.stderr)
        failures += len(record.errors)
        times |= record.seconds
        took = time.perf_counter() - start
        stand, fail = len(record.bundles), len(record.errors)
        print(f"{path}: {stand} statements stand, {fail} fail ({took:.1f} s)")
    if seconds:
        seconds.write_text(json.dumps(times, indent=1) + "\n", encoding="utf-8")
    return int(failures > 0)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="proofread", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    checking = verbs.add_parser("check", help="check the claims of chapters")
    checking.add_argument("chapters", nargs="+", type=Path)
    checking.add_argument("--seconds", type=Path, metavar="FILE", default=None)
    auditing = verbs.add_parser(
        "audit", help="mutate every claim and score the readers"
    )
    auditing.add_argument("paths", nargs="+", type=Path)
    auditing.add_argument("--jobs", type=int, default=None)
    auditing.add_argument("--output", type=Path, default=Path("_build/audit.json"))
    auditing.add_argument("--drawn", type=int, metavar="N", help="mutants of a claim")
    options = parser.parse_args(arguments)
    if options.verb == "check":
        return check(options.chapters, options.seconds)
    from .audit import audit

    return audit(
        options.paths, jobs=options.jobs, output=options.output, drawn=options.drawn
    )


if __name__ == "__main__":
    sys.exit(main())
