"""Coq, where it is installed: compiles theory and chapters, and searches for proofs."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .witness import Witness

PACKAGES = "coq libcoq-mathcomp-algebra libcoq-mathcomp-algebra-tactics"
MISSING = (
    f"Coq is not installed. On Debian and Ubuntu:\n    sudo apt-get install {PACKAGES}"
)
THEORY = Path(__file__).parent / "theory"
FILES = (
    "sums",
    "notions",
    "reading",
    "means",
    "tactics",
    "dual",
    "prove",
    "numbers",
    "witness",
    "reals",
)
CLOSED = "Closed under the global context"
SECONDS = 900


@dataclass(frozen=True)
class Compiled:
    """What came of a file: what Coq said, and of how many theorems that they rest on
    nothing but the kernel."""

    passed: bool
    said: str

    @property
    def closed(self) -> int:
        """How many theorems rest on no axiom."""
        return self.said.count(CLOSED)


def installed() -> bool:
    """Whether there is a Coq to ask."""
    return shutil.which("coqc") is not None


def version() -> str:
    """Which Coq it is."""
    said = subprocess.run(
        ["coqc", "--version"], capture_output=True, text=True, check=True
    )
    return re.findall(r"version (\S+)", said.stdout)[0]


def theory_digest() -> str:
    """Of all that theorems speak by and are proved by, as it is now."""
    texts = ((THEORY / f"{name}.v").read_bytes() for name in FILES)
    every = "".join(hashlib.sha256(text).hexdigest() for text in texts)
    return hashlib.sha256(every.encode()).hexdigest()


def compile_theory(library: Path) -> Compiled:
    """Compile the theory into a folder, unless it is there as it is now."""
    library.mkdir(parents=True, exist_ok=True)
    fresh = True
    for name in FILES:
        source, copy = THEORY / f"{name}.v", library / f"{name}.v"
        text = source.read_text(encoding="utf-8")
        made = copy.with_suffix(".vo").exists()
        fresh = fresh and made and copy.read_text(encoding="utf-8") == text
        if fresh:
            continue
        copy.write_text(text, encoding="utf-8")
        done = compiled(copy, library)
        if not done.passed:
            return done
    return Compiled(True, "")


def compiled(file: Path, library: Path) -> Compiled:
    """Compile a file beside which its .vo is left."""
    command = ["coqc", "-w", "none", "-Q", str(library), "kernel", str(file)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return Compiled(False, f"{file} took more than {SECONDS} s")
    return Compiled(done.returncode == 0, done.stdout + done.stderr)


def checked(files: Iterable[Path], library: Path) -> Compiled:
    """Have compiled files of a library, and the theory, checked again by `coqchk`."""
    names = [".".join(f.relative_to(library).with_suffix("").parts) for f in files]
    own = [part for n in [*FILES, *names] for part in ("-norec", f"kernel.{n}")]
    command = ["coqchk", "-silent", "-Q", str(library), "kernel", *own]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    return Compiled(done.returncode == 0, done.stdout + done.stderr)


class StoppedError(Exception):
    """Coq came to no verdict: a clock or the machine stopped it."""


@contextmanager
def naming(asked: str) -> Generator[None]:
    """Within, what stops says of which file or chapter Coq was asked."""
    try:
        yield
    except StoppedError as stopped:
        raise StoppedError(f"{asked}: {stopped}") from stopped


def proved(head: str, statements: dict[str, str], library: Path) -> set[str]:
    """The names of the statements for which the tactic finds a proof.

    Raises StoppedError where Coq did not come to its end: no clock says that there is
    none.
    """
    tries = (
        f"{text}\nProof.\n{_tried('prove', name)}\nAbort All."
        for name, text in statements.items()
    )
    return _told("FOUND", _answer([head, *tries], library))


def satisfied(asked: dict[str, Witness], library: Path) -> set[str]:
    """The names of those of which Coq accepts a witness; raises StoppedError."""
    tries: dict[str, list[str]] = {}
    for name, one in asked.items():
        tries.setdefault(one.head, []).append(
            f"Lemma holds_{name} : {one.says}.\nProof.\n{_tried(one.tactic, name)}\n"
            f"Qed.\nAbort All.\nGoal True. let here := constr:(holds_{name}) in "
            f'idtac "KEPT {name}". Abort All.'
        )
    said = (_answer([head, *texts], library) for head, texts in tries.items())
    return {name for told in said for name in _told("KEPT", told)}


def _tried(tactic: str, name: str) -> str:
    """A tactic tried, which tells that it began and what came of it."""
    told = f'tryif ({tactic}) then idtac "FOUND {name}" else idtac "NONE {name}"'
    return f'idtac "BEGUN {name}".\nTimeout {SECONDS} {told}.'


def _answer(asked: Iterable[str], library: Path) -> str:
    """What Coq says, where it has come to a verdict of all that it began."""
    command = ["coqtop", "-w", "none", "-q", "-Q", str(library), "kernel"]
    text = "\n".join([*asked, 'Goal True. idtac "ENDED all". Abort All.'])
    said = subprocess.run(command, input=text, capture_output=True, text=True).stdout
    begun = _told("BEGUN", said)
    if not _told("ENDED", said):
        raise StoppedError(f"Coq broke off, {len(begun)} statements after it began")
    if stopped := sorted(begun - _told("FOUND", said) - _told("NONE", said)):
        raise StoppedError(f"stopped after {SECONDS} s: {', '.join(stopped)}")
    return said


def _told(word: str, said: str) -> set[str]:
    return set(re.findall(rf"{word} (\S+)", said))
