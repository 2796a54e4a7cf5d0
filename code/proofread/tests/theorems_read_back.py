"""Read a chapter's theorems back: `python theorems_read_back.py CHAPTER FILE FAULTS`.

Every theorem of the file has to be that of a claim of the chapter, in these words, and
to say what the claim's tree says.  What is otherwise is written to the last file.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from reading_coq import read_back

from proofread.chapters.cells import read_chapter
from proofread.claim import Claim
from proofread.kernel.collect import claims_of
from proofread.kernel.theorem import theorem
from proofread.sphinx.second_proofs import STATED


def faults(claims: Iterable[Claim], text: str) -> Iterator[str]:
    """What is wrong with the theorems of a file."""
    stated = {(s["key"], int(s["line"] or 0)): s for s in STATED.finditer(text)}
    for claim in claims:
        told = stated.pop((claim.key, claim.number or 0), None)
        if told is None:
            continue
        if told["identity"] != claim.identity or told["text"] != theorem(claim).text:
            yield f"{claim.key}: the file has another theorem"
        try:
            read_back(claim)
        except Exception as fault:
            yield f"{claim.key}: {type(fault).__name__}: {fault}"
    yield from (f"{key}: a theorem of no claim" for key, _ in stated)


def main() -> None:
    """Run the chapter's cells, and write down the faults of its theorems."""
    chapter, file, told = map(Path, sys.argv[1:])
    claims = claims_of(read_chapter(chapter), lambda _: None)
    found = ["the chapter does not run"] if claims is None else None
    lines = found or [*faults(claims or (), file.read_text(encoding="utf-8"))]
    told.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
