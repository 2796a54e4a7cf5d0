"""Everything there is to check, in parts; a part that passed is not run again.

Each part's result is kept under the digest of all it read, so that a run that was cut
off goes on where it stopped.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..source.project import Project
from ..source.state import digest_below
from .kept import keep, read_kept
from .progress import in_words
from .steps import Outcome, Step, run, summarize
from .test import CHAPTERS, KERNEL, PAGES, PRINT, PYTEST

LIMIT = 30  # minutes, for a book of 48 chapters and 1,000 claims on two cores
AT_ONCE = 4  # chapters in one audit
ENGINE = (
    *("code/mlmath", "code/proofread", "code/press/tools"),
    *("requirements.txt", "pyproject.toml"),
)
TESTED = (*ENGINE, "tests/requirements.txt", "tests/conftest.py")
LISTS = ("_toc.yml", "_unconverted.txt")


class PartError(Exception):
    """A part that does not exist."""


@dataclass(frozen=True)
class Part:
    """A name, the steps it takes, and all that they read."""

    name: str
    steps: tuple[Step, ...]
    reads: tuple[str, ...]

    @property
    def minutes(self) -> float:
        """The budget."""
        return sum(step.minutes for step in self.steps)


def parts(project: Project) -> list[Part]:
    """Every part, in the order in which they are run."""
    built = (CHAPTERS, PRINT, PAGES)
    every_page = Step("every page, width and browser", 16, _tests("tests/browser"))
    all_of_it = Step("all that the built book holds", 16, _tests("tests/book"))
    everything = _everything(project)
    return [
        *_audits(project),
        Part("kernel", (KERNEL, MUTANTS), (*ENGINE, "book", "kernel")),
        Part("witnesses", (WITNESSES,), (*ENGINE, "kernel")),
        Part("theorems", (READ_BACK,), (*TESTED, "book", "kernel", ON_THE_THEOREMS)),
        Part("seeds", (SEEDS,), (*ENGINE, "code", "book", *LISTS)),
        Part("equations", (EQUATIONS,), TESTED),
        Part("searches", (SEARCHES,), TESTED),
        Part("pythons", (PYTHONS,), (*TESTED, "code", "tests/press")),
        Part("browser", (*built, every_page), everything),
        Part("book", (*built, all_of_it), everything),
    ]


def _everything(project: Project) -> tuple[str, ...]:
    """All but what is built, for a build may read any file; of that, what was found."""
    names = sorted(path.name for path in project.root.iterdir())
    there = [n for n in names if not n.startswith(".") and n != project.build.name]
    found = (project.audit, project.proved)
    return (*there, *(str(path.relative_to(project.root)) for path in found))


def _tests(path: str) -> tuple[str, ...]:
    return (*PYTEST, path)


MUTANTS = Step(
    "mutants before Coq's kernel, 300 drawn",
    20,
    ("proofread", "kernel", "book", "--mutants", "300"),
)
WITNESSES = Step(
    "what theorems assume can hold: a witness of each",
    10,
    ("proofread", "kernel", "--witnesses"),
)
ON_THE_THEOREMS = "tests/test_theorems.py"
READ_BACK = Step(
    "every theorem read back, beside its claim's tree", 15, _tests(ON_THE_THEOREMS)
)
SEEDS = Step("every chapter with other seeds and digits", 20, ("press.tools.seeds",))
ON_THE_PROVER = "code/proofread/tests/indexed/test_random_equations.py"
EQUATIONS = Step(
    "random equations: 100,000 trees before the prover", LIMIT, _tests(ON_THE_PROVER)
)
SEARCHES = Step(
    "every other random search at full length",
    LIMIT,
    (*_tests("code/proofread/tests"), f"--ignore={ON_THE_PROVER}"),
)
PYTHONS = Step(
    "the lock on each Python at hand",
    LIMIT,
    ("pytest", "-q", "tests/press/tools/test_pythons.py"),
)


def _audits(project: Project) -> Iterator[Part]:
    """Of each folder the chapters that may state something, a few at a time."""
    folders: dict[str, list[str]] = {}
    for chapter in project.chapters():
        folder = project.name(chapter).split("/")[0]
        path = chapter.relative_to(project.root).as_posix()
        if "proofread" in chapter.read_text("utf-8"):
            folders.setdefault(folder, []).append(path)
    for folder, paths in folders.items():
        starts = range(0, len(paths), AT_ONCE)
        for number, start in enumerate(starts, 1):
            name = f"{folder}-{number}" if len(starts) > 1 else folder
            yield _audit(project, name, paths[start : start + AT_ONCE])


def _audit(project: Project, name: str, paths: list[str]) -> Part:
    output = f"_build/audit-{name}.json"  # beside the scores of every audit
    command = ("proofread", "audit", *paths, "--output", output)
    step = Step(
        f"audit of {name}, every mutant shown to the prover too", LIMIT, command
    )
    reviewed = (path.replace(".md", ".survivors.toml") for path in paths)
    studied = f"{Path(paths[0]).parent.as_posix()}/studies"
    beside = [p for p in (*reviewed, studied) if (project.root / p).exists()]
    return Part(f"audit-{name}", (step,), (*ENGINE, *paths, *beside))


def check_all(project: Project, name: str | None = None) -> bool:
    """Whether every part passes, or the one that is named; raises PartError."""
    every = parts(project)
    chosen = [part for part in every if name in (None, part.name)]
    if not chosen:
        known = ", ".join(part.name for part in every)
        raise PartError(f"there is no part '{name}'; there are {known}")
    os.environ["EVERY"] = "1"  # tests take every page and Python, searches full length
    return summarize([outcome for part in chosen for outcome in _take(part, project)])


def _take(part: Part, project: Project) -> list[Outcome]:
    kept = project.build / "test-all" / f"{part.name}.result.json"
    digest = digest_below(project, [project.root / path for path in part.reads])
    known = read_kept(kept)
    if known.get("digest") == digest:
        took = in_words(sum(known["seconds"]))
        print(f"\n=== {part.name} passed before, in {took}; nothing it reads changed")
        pairs = zip(part.steps, known["seconds"], strict=True)
        return [Outcome(step, True, seconds) for step, seconds in pairs]
    outcomes = [run(step, project.root) for step in part.steps]
    if all(outcome.passed for outcome in outcomes):
        seconds = [round(outcome.seconds, 1) for outcome in outcomes]
        keep(kept, {"digest": digest, "seconds": seconds})
    return outcomes
